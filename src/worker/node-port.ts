import type { Worker } from "node:worker_threads";
import { workerPortion, type FromWorker, type StartWorker } from "./worker-port";

/** Threads of Node. One that has nothing to do does not keep the process alive. */
export function nodePort(create: () => Worker): StartWorker {
  return ({ onNews, onReply, onEnded }) => {
    const worker = create();
    let isReady = false;
    const ready = new Promise<void>((resolve, reject) => {
      worker.on("message", (message: FromWorker) => {
        if ("news" in message) return onNews(message.news);
        worker.unref();
        if ("reply" in message) return onReply(message.reply);
        isReady = true;
        resolve();
      });
      const ended = (reason: string) => {
        if (isReady) onEnded(reason);
        else reject(new Error(reason));
      };
      worker.on("error", (error: Error) => ended(error.message));
      worker.on("messageerror", () => ended("its answer could not be read"));
      worker.on("exit", (code) => ended(`it ended with code ${code}`));
    });
    return {
      ready,
      send: (request) => {
        worker.ref();
        worker.postMessage(request);
      },
      end: () => void worker.terminate(),
      portion: workerPortion,
    };
  };
}
