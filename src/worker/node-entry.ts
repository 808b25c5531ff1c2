import { parentPort } from "node:worker_threads";
import { reply, type Request } from "./requests";
import { solverReady } from "./solver-ready";
import type { FromWorker } from "./worker-port";

/** The other side of node-port.ts, in a thread of Node. */
const say = (message: FromWorker) => parentPort?.postMessage(message);

parentPort?.on("message", async (request: Request) => {
  await solverReady(request);
  say({ reply: reply(request, (news) => say({ news })) });
});
say({ ready: true });
