import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { nodePort } from "../../src/worker/node-port";
import type { StartWorker } from "../../src/worker/worker-port";

const root = join(__dirname, "../..");

/** Real threads that run the sources: tsx translates them, so no build is needed. */
export function sourceWorker(entry = "src/worker/node-entry.ts"): StartWorker {
  const code = `require(${JSON.stringify(require.resolve("tsx/cjs"))}); require(${JSON.stringify(join(root, entry))});`;
  return nodePort(() => new Worker(code, { eval: true, execArgv: [] }));
}
