import { workerPortion, type FromWorker, type StartWorker } from "./worker-port";

/** Workers of the browser. */
export function webPort(create: () => Worker): StartWorker {
  return ({ onNews, onReply, onEnded }) => {
    const worker = create();
    let isReady = false;
    const ready = new Promise<void>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
        if ("news" in data) return onNews(data.news);
        if ("reply" in data) return onReply(data.reply);
        isReady = true;
        resolve();
      };
      worker.onerror = ({ message }) => {
        const reason = message || "the browser refused to start it";
        if (isReady) onEnded(reason);
        else reject(new Error(reason));
      };
      worker.onmessageerror = () => onEnded("its answer could not be read");
    });
    return {
      ready,
      send: (request) => worker.postMessage(request),
      end: () => worker.terminate(),
      portion: workerPortion,
    };
  };
}
