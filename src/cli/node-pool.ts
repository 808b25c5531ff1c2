import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { nodePort } from "../worker/node-port";
import { createPool, type WorkPool } from "../worker/pool";
import type { CommandStreams } from "./command";

let started: WorkPool | undefined;

/** The pool of the command line: a thread a core, none before there is long work. Trouble is told on standard error. */
export function nodePool({ stderr }: Pick<CommandStreams, "stderr">): WorkPool {
  if (started === undefined) {
    const pool = createPool({ start: nodePort(startWorker), size: availableParallelism() });
    pool.onTrouble((sentence) => stderr.write(`${sentence}\n`));
    started = pool;
  }
  return started;
}

/** The bundle of src/worker/node-entry.ts lies beside that of the command line. */
function startWorker(): Worker {
  return new Worker(join(__dirname, "worker.js"));
}
