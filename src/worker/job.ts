import type { StepNews } from "../analyses/define-analysis";
import type { Answer, Reply, Request } from "./requests";

/** A part of a job that one worker does at a time. */
export interface Portion {
  readonly request: Request;
  /** Seconds after which the worker at it is given up. */
  readonly givenUpAfter?: number;
  /** How it fares, before it is done. Must not throw. */
  readonly news?: (news: StepNews) => void;
  /** Told once: the answer and how long it took, or why there is none. Must not throw. */
  readonly done: (reply: Reply) => void;
}

/** Work that the scheduler hands to workers, portion by portion. */
export interface Job {
  /** Portions that could be done now by as many workers. */
  readonly open: number;
  /** The next portion, of about so many milliseconds; undefined while there is nothing to send. */
  next(milliseconds: number, workers: number): Portion | undefined;
}

/** An answer whose kind is known from the request it belongs to. */
export function answered<A extends Answer>(reply: Reply): { answer: A; milliseconds: number } | undefined {
  return "answer" in reply ? (reply as { answer: A; milliseconds: number }) : undefined;
}
