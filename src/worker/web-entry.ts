import { reply, type Request } from "./requests";
import { solverReady } from "./solver-ready";
import type { FromWorker } from "./worker-port";

/** The other side of web-port.ts, in a worker of the browser: no Office, no page. */
declare const self: {
  onmessage: ((event: MessageEvent<Request>) => void) | null;
  postMessage(message: FromWorker): void;
};

self.onmessage = async ({ data }) => {
  await solverReady(data);
  self.postMessage({ reply: reply(data, (news) => self.postMessage({ news })) });
};
self.postMessage({ ready: true });
