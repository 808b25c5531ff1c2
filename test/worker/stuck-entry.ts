import { parentPort } from "node:worker_threads";
import { reply, type Request } from "../../src/worker/requests";

/** A worker with faults on demand: it ends, or never finishes, when a cell says so; of an analysis only with the steps. */
parentPort?.on("message", (request: Request) => {
  const text = JSON.stringify(request);
  if (text.includes('"crash"')) process.exit(3);
  if (text.includes('"stick"')) for (;;);
  if (request.kind === "steps" && text.includes('"hangs"')) for (;;);
  parentPort?.postMessage({ reply: reply(request, () => undefined) });
});
parentPort?.postMessage({ ready: true });
