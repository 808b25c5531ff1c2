import type { Analysis, AnalysisOutcome } from "../analyses/define-analysis";
import { toCellError } from "../functions/cell-error";
import type { RawArgument } from "../functions/cells";
import type { FunctionDefinition } from "../functions/define";
import { planCall, type CallPlan } from "../functions/call-plan";
import { evaluatePlan, itemResults, joinItems, type Outcome } from "../functions/evaluate";
import { ItemMemory, nothingKnown } from "../functions/item-memory";
import { CallCancelled } from "../functions/shared-call";
import type { TableContent } from "../workbook/workbook";
import { AnalysisJob, type AnalysisRun } from "./analysis-job";
import { CallCost } from "./call-cost";
import { ManyCallsJob, SingleCallJob } from "./call-job";
import type { Job } from "./job";
import { localPort } from "./local-port";
import { Scheduler, type SchedulerOptions } from "./scheduler";

export type { AnalysisRun, Progress } from "./analysis-job";
export { CallCancelled as WorkCancelled } from "../functions/shared-call";

export class WorkTimedOut extends Error {
  override readonly name = "WorkTimedOut";
}

/** Where long work is done. One pool serves cells and pane. */
export interface WorkPool {
  /** Like `evaluate`: at once where the call is light, else a promise that rejects only when `signal` aborts. */
  call(
    definition: FunctionDefinition,
    args: readonly RawArgument[],
    signal?: AbortSignal,
  ): Outcome | Promise<Outcome>;
  /**
   * Runs an analysis over tables of a workbook. Rejects with PlanningError where a table is missing or an option cannot be used,
   * WorkCancelled and WorkTimedOut as asked for, and any other error where the fault is ours.
   */
  analyse(analysis: Analysis, tables: readonly TableContent[], run: AnalysisRun): Promise<AnalysisOutcome>;
  /** Starts a worker before the first work, so that it does not wait for one. */
  warm(): void;
  /** A sentence for the user once workers could not be started; undefined while all is well. */
  readonly trouble: string | undefined;
  /** Calls back when there is trouble; at once where there is already. Answers how to stop. */
  onTrouble(listener: (sentence: string) => void): () => void;
  /** Ends all work; what is not finished is cancelled. */
  close(): void;
}

export type PoolOptions = Pick<SchedulerOptions, "start" | "size" | "aloneFor" | "startLimit" | "grace">;

/** Below this many milliseconds a call is not worth the journey, and the page does not feel it. */
const journey = 15;

export function createPool(options: PoolOptions): WorkPool {
  const listeners = new Set<(sentence: string) => void>();
  const cancels = new Set<() => void>();
  const cost = new CallCost();
  const memory = new ItemMemory();
  let trouble: string | undefined;
  const scheduler = new Scheduler({
    ...options,
    onFallback: (reason) => {
      trouble = `Background workers could not be started (${reason}), so long calculations run in the foreground and may hold up other work.`;
      for (const listener of listeners) listener(trouble);
    },
  });

  /** Adds a job and lets it go again when it has settled, was cancelled, or took too long. */
  const submit = <T>(
    create: (resolve: (value: T) => void, reject: (reason: Error) => void) => Job,
    signal?: AbortSignal,
    timeLimit?: number,
  ): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      let late: ReturnType<typeof setTimeout> | undefined;
      const release = () => {
        clearTimeout(late);
        cancels.delete(cancel);
        signal?.removeEventListener("abort", cancel);
      };
      const leave = (reason: Error) => {
        release();
        scheduler.drop(job);
        reject(reason);
      };
      const cancel = () => leave(new CallCancelled());
      const job = create(
        (value) => {
          release();
          resolve(value);
        },
        (reason) => {
          release();
          reject(reason);
        },
      );
      if (signal?.aborted) return reject(new CallCancelled());
      signal?.addEventListener("abort", cancel, { once: true });
      cancels.add(cancel);
      if (timeLimit !== undefined && Number.isFinite(timeLimit)) {
        const message = `no result within ${(timeLimit / 1000).toLocaleString("en")} seconds`;
        late = setTimeout(() => leave(new WorkTimedOut(message)), timeLimit);
      }
      scheduler.add(job);
    });

  /** Of a call for many only what is not remembered is calculated, here where that is little. */
  const callMany = (plan: CallPlan, signal?: AbortSignal): Outcome | Promise<Outcome> => {
    const { rest, note, results } = cost.isWorthRemembering(plan) ? memory.recall(plan) : nothingKnown(plan);
    const joined = () => joinItems(plan, results());
    if (rest.from === rest.to) return joined();
    if (!isLong(rest, cost)) {
      measured(rest, cost, () =>
        itemResults(rest, rest.from, rest.to).forEach((result, i) => note(i, result)),
      );
      return joined();
    }
    return submit<Outcome>(
      (resolve) => new ManyCallsJob(rest, cost, note, () => resolve(orError(joined))),
      signal,
    );
  };

  return {
    call: (definition, args, signal) => {
      try {
        const plan = planCall(definition, args);
        if (plan.lifted.length > 0) return callMany(plan, signal);
        if (!isLong(plan, cost)) return measured(plan, cost, () => evaluatePlan(plan));
        return submit<Outcome>((resolve) => new SingleCallJob(plan, cost, resolve), signal);
      } catch (thrown) {
        return [[toCellError(thrown)]];
      }
    },
    analyse: (analysis, tables, run) =>
      submit<AnalysisOutcome>(
        (resolve, reject) => {
          const job: AnalysisJob = new AnalysisJob(analysis, tables, run, {
            resolve,
            reject,
            again: () => scheduler.add(job),
          });
          return job;
        },
        run.signal,
        run.timeLimit,
      ),
    warm: () => scheduler.warm(),
    get trouble() {
      return trouble;
    },
    onTrouble: (listener) => {
      listeners.add(listener);
      if (trouble !== undefined) listener(trouble);
      return () => listeners.delete(listener);
    },
    close: () => {
      for (const cancel of cancels) cancel();
      scheduler.close();
    },
  };
}

/** A pool without workers: all is done in this thread, in portions with pauses between them. */
export function samePlacePool(): WorkPool {
  return createPool({ start: localPort, size: 1 });
}

/** A function that is heavy always travels; a light one does with so many items that together they are. */
function isLong(plan: CallPlan, cost: CallCost): boolean {
  if (plan.definition.heavy) return true;
  return isMany(plan) && cost.perItem(plan) * (plan.to - plan.from) > journey;
}

function measured<T>(plan: CallPlan, cost: CallCost, calculate: () => T): T {
  if (!isMany(plan)) return calculate();
  const start = performance.now();
  const result = calculate();
  cost.learn(plan, plan.to - plan.from, performance.now() - start);
  return result;
}

function orError(outcome: () => Outcome): Outcome {
  try {
    return outcome();
  } catch (thrown) {
    return [[toCellError(thrown)]];
  }
}

/** Enough cells for a light call to be felt, and for its time to be measured. */
function isMany({ ranges }: CallPlan): boolean {
  return ranges.some(({ cells }) => cells.length * cells[0].length > 200);
}
