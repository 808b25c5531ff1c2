import { parentPort } from "node:worker_threads";
import { reply, type Request } from "../../src/worker/requests";

/** A worker with two faults on demand: it ends, or never finishes, when a cell says so. */
parentPort?.on("message", (request: Request) => {
  const text = JSON.stringify(request);
  if (text.includes('"crash"')) process.exit(3);
  if (text.includes('"stick"')) for (;;);
  parentPort?.postMessage({ reply: reply(request, () => undefined) });
});
parentPort?.postMessage({ ready: true });
