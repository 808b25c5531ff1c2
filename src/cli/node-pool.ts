import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { nodePort } from "../worker/node-port";
import { createPool, type WorkPool } from "../worker/pool";
import type { CommandStreams } from "./command";

/** About as many milliseconds as a thread takes to start; shorter work is done before it would have. */
const threadStart = 200;

let started: WorkPool | undefined;

/** The pool of the command line: one worker a core, of which the first is this thread. Trouble is told on standard error. */
export function nodePool({ stderr }: Pick<CommandStreams, "stderr">): WorkPool {
  if (started === undefined) {
    const size = availableParallelism();
    const pool = createPool({ start: nodePort(startWorker), size, aloneFor: threadStart });
    pool.onTrouble((sentence) => stderr.write(`${sentence}\n`));
    started = pool;
  }
  return started;
}

/** The bundle of src/worker/node-entry.ts lies beside that of the command line. */
function startWorker(): Worker {
  return new Worker(join(__dirname, "worker.js"));
}
