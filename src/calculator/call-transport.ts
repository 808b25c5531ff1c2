import type { Cells } from "../functions/cells";
import type { FunctionDefinition } from "../functions/define";
import type { Outcome } from "../functions/evaluate";
import { FunctionCache, type CallRunner } from "../functions/memoise";
import type { CellAddress } from "./cell-address";

/** An argument as Excel passes it: rows of cells, or null where nothing was typed. */
export type CallArgument = Cells | null;

/** One distinct call that some cell waits for. */
export interface FunctionCall {
  readonly key: string;
  readonly definition: FunctionDefinition;
  readonly args: readonly CallArgument[];
  /** The first cell that asked. */
  readonly cell: CellAddress;
}

export interface CallAnswer {
  readonly key: string;
  readonly outcome: Outcome;
}

/** The way from a cell to whoever computes its function: in this process, or office.js in a frame. */
export interface CallTransport {
  /** An answer given on the spot, where there is one; undefined sends the call with the next batch. */
  readonly answerNow?: (definition: FunctionDefinition, args: readonly CallArgument[]) => Outcome | undefined;
  /** Sends the calls of one pass together. Answers may come in any order and in several portions. */
  readonly send: (
    calls: readonly FunctionCall[],
    answer: (answers: readonly CallAnswer[]) => void,
  ) => void | Promise<void>;
  /** Nobody waits any more for the answers of these calls, which were sent. */
  readonly cancel?: (calls: readonly FunctionCall[]) => void;
}

/**
 * Computes in this process or in its threads, as the cache's runner decides: what it answers at once on the spot, the rest when the
 * pass is over, all of it together so that the sheet is calculated again once.
 */
export function directTransport(cache: FunctionCache<CallRunner> = new FunctionCache()): CallTransport {
  return {
    answerNow: (definition, args) => {
      if (definition.heavy) return undefined;
      const answer = cache.call(definition, args);
      return answer instanceof Promise ? undefined : answer;
    },
    send: async (calls, answer) => {
      const outcomes = await Promise.all(calls.map(({ definition, args }) => cache.call(definition, args)));
      answer(calls.map(({ key }, i) => ({ key, outcome: outcomes[i] })));
    },
  };
}
