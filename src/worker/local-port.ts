import { reply, type Request } from "./requests";
import { solverReady } from "./solver-ready";
import type { StartWorker } from "./worker-port";

/** No worker at all: this thread does the work in small portions, with a pause for the page between two of them. */
export const localPort: StartWorker = ({ onNews, onReply }) => {
  let pause: ReturnType<typeof setTimeout> | undefined;
  let ended = false;
  const work = async (request: Request) => {
    await solverReady(request);
    if (!ended) onReply(reply(request, (news) => !ended && onNews(news)));
  };
  return {
    ready: Promise.resolve(),
    send: (request) => (pause = setTimeout(() => void work(request))),
    end: () => {
      ended = true;
      clearTimeout(pause);
    },
    portion: 15,
  };
};
