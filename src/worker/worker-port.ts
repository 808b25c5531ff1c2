import type { StepNews } from "../analyses/define-analysis";
import type { Reply, Request } from "./requests";

/** One worker as the pool sees it, whatever it is made of. It is given one request at a time. */
export interface WorkerPort {
  /** Settles once: the worker can take requests, or why it cannot. */
  readonly ready: Promise<void>;
  readonly send: (request: Request) => void;
  /** Ends it at once, whatever it is doing. */
  readonly end: () => void;
  /** Milliseconds of work to ask for at a time. */
  readonly portion: number;
}

export interface WorkerEvents {
  /** How the work it was given fares; any number of times before the reply. */
  readonly onNews: (news: StepNews) => void;
  readonly onReply: (reply: Reply) => void;
  /** It ended of itself, after it was ready. */
  readonly onEnded: (reason: string) => void;
}

export type StartWorker = (events: WorkerEvents) => WorkerPort;

/** What the two sides say to each other. */
export type FromWorker = { readonly ready: true } | { readonly news: StepNews } | { readonly reply: Reply };

/** Short enough to be fair to others and to be cancelled, long enough for the journey not to matter. */
export const workerPortion = 80;
