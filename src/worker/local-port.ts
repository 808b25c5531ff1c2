import { reply } from "./requests";
import type { StartWorker } from "./worker-port";

/** No worker at all: this thread does the work in small portions, with a pause for the page between two of them. */
export const localPort: StartWorker = ({ onReply }) => {
  let pause: ReturnType<typeof setTimeout> | undefined;
  return {
    ready: Promise.resolve(),
    send: (request) => (pause = setTimeout(() => onReply(reply(request)))),
    end: () => clearTimeout(pause),
    portion: 15,
  };
};
