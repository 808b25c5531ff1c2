import { inputOf } from "../analyses/run-analysis";
import type {
  Analysis,
  AnalysisInput,
  AnalysisOutcome,
  StepNews,
  StepResult,
} from "../analyses/define-analysis";
import { completeOptions } from "../analyses/options";
import { PlanningError } from "../engine/errors";
import type { TableContent } from "../workbook/workbook";
import { answered, type Job, type Portion } from "./job";
import type { Answers, Reply, Request } from "./requests";

export interface Progress {
  /** Of the whole, 0-1; never less than before. */
  readonly share: number;
  readonly text: string;
  /** What a long step on its way tells beyond the text: plain data, whose shape the analysis's own file knows. */
  readonly details?: unknown;
}

export interface AnalysisRun {
  /** Those that differ from the defaults. */
  readonly options?: Readonly<Record<string, unknown>>;
  /** Names the run in what it writes. */
  readonly runId: string;
  readonly onProgress?: (progress: Progress) => void;
  /** Rejects with WorkCancelled, at once. */
  readonly signal?: AbortSignal;
  /** Milliseconds from now; beyond them it rejects with WorkTimedOut. */
  readonly timeLimit?: number;
}

export interface Settling {
  readonly resolve: (outcome: AnalysisOutcome) => void;
  readonly reject: (reason: Error) => void;
  /** There is more to send. */
  readonly again: () => void;
}

/** Reading and joining against the steps, as a share of the whole; a guess that only moves the bar. */
const shareOfSteps = 0.9;
/** Milliseconds a step takes until one has been measured. */
const firstGuess = 20;
/** Seconds beyond those a solver was given: it looks at the clock now and then only. */
const allowance = 3;

/** One analysis on its way through the pool: prepare, then all steps in portions, more of them where they call for it, then finish. */
export class AnalysisJob implements Job {
  private readonly options: Readonly<Record<string, unknown>>;
  private readonly input: AnalysisInput;
  private phase: "prepare" | "steps" | "more" | "finish" = "prepare";
  private open_ = 1;
  private state: unknown;
  private work: readonly unknown[] = [];
  private results: StepResult<unknown>[] = [];
  private sent = 0;
  /** Steps to be sent one by one: with them a worker did not come to an end. */
  private readonly suspects: number[] = [];
  private done = 0;
  private share = 0;
  private perStep = firstGuess;

  /** Throws PlanningError where a table is missing or an option cannot be used. */
  constructor(
    private readonly analysis: Analysis,
    contents: readonly TableContent[],
    private readonly run: AnalysisRun,
    private readonly settling: Settling,
  ) {
    this.options = completeOptions(analysis.options, run.options ?? {});
    this.input = inputOf(analysis, contents, run.runId);
  }

  get open(): number {
    return this.open_;
  }

  next(milliseconds: number, workers: number): Portion | undefined {
    if (this.open_ === 0) return undefined;
    const { analysis, options } = this;
    const { id } = analysis;
    if (this.phase === "steps") return this.steps(milliseconds, workers);
    this.open_ = 0;
    if (this.phase === "prepare") {
      this.tell(0, "Reading the tables");
      const request: Request = { kind: "prepare", analysis: id, input: this.input, options };
      return { request, done: (reply) => this.prepared(reply) };
    }
    const { state, results } = this;
    const request: Request = { kind: this.phase, analysis: id, state, results, options };
    return this.phase === "more"
      ? { request, done: (reply) => this.prepared(reply) }
      : { request, done: (reply) => this.finished(reply) };
  }

  private prepared(reply: Reply): void {
    const done = answered<Answers["prepare" | "more"]>(reply);
    if (done === undefined) return this.refuse(reply);
    this.state = done.answer.state;
    this.work = done.answer.work;
    this.results = new Array<StepResult<unknown>>(this.work.length);
    this.sent = 0;
    this.done = 0;
    this.phase = this.work.length === 0 ? "finish" : "steps";
    this.open_ = Math.max(1, this.work.length);
    this.tellSteps();
    this.settling.again();
  }

  private steps(milliseconds: number, workers: number): Portion {
    const affordable = Math.floor(milliseconds / this.perStep);
    const suspect = this.suspects.shift();
    const fresh = this.work.length - this.sent;
    const count = suspect === undefined ? Math.max(1, Math.min(affordable, Math.ceil(fresh / workers))) : 1;
    const from = suspect ?? this.sent;
    if (suspect === undefined) this.sent += count;
    this.open_ -= count;
    const seconds = this.analysis.solverSeconds?.(this.options);
    return {
      request: {
        kind: "steps",
        analysis: this.analysis.id,
        work: this.work.slice(from, from + count),
        options: this.options,
      },
      ...(seconds === undefined ? {} : { givenUpAfter: count * seconds + allowance }),
      news: (news) => this.tellSteps(news),
      done: (reply) => this.stepped(from, count, reply),
    };
  }

  private stepped(from: number, count: number, reply: Reply): void {
    if ("late" in reply && count > 1) {
      for (let i = from; i < from + count; i++) this.suspects.push(i);
      this.open_ += count;
      return this.settling.again();
    }
    const done = answered<Answers["steps"]>(reply);
    if (done !== undefined) this.perStep = Math.max(0.01, done.milliseconds / count);
    else if (!("late" in reply)) console.error(`Stockbook internal error in ${this.analysis.id}`, reply);
    const problem = "late" in reply ? `no plan was found within ${reply.late} seconds` : "internal error";
    for (let i = 0; i < count; i++) {
      this.results[from + i] = done === undefined ? { problem } : done.answer[i];
    }
    this.done += count;
    this.tellSteps();
    if (this.done < this.work.length) return;
    this.phase = this.analysis.more === undefined ? "finish" : "more";
    this.open_ = 1;
    this.settling.again();
  }

  private finished(reply: Reply): void {
    const done = answered<AnalysisOutcome>(reply);
    if (done === undefined) return this.refuse(reply);
    this.tell(1, "Done");
    this.settling.resolve(done.answer);
  }

  private refuse(reply: Reply): void {
    if ("refused" in reply) {
      const { kind, argument, message } = reply.refused;
      return this.settling.reject(new PlanningError(kind, argument, message));
    }
    console.error(`Stockbook internal error in ${this.analysis.id}`, reply);
    this.settling.reject(new Error(`internal error: ${"failed" in reply ? reply.failed : "no answer"}`));
  }

  private tellSteps(news?: StepNews): void {
    const all = this.work.length;
    if (all === 0) return;
    const before = (1 - shareOfSteps) / 2;
    const count = `${this.done.toLocaleString("en")} of ${all.toLocaleString("en")}`;
    const text = news === undefined ? count : `${count}, ${news.text}`;
    this.tell(before + (shareOfSteps * this.done) / all, text, news?.details);
  }

  private tell(share: number, text: string, details?: unknown): void {
    // A further round of work starts from nothing.
    this.share = Math.max(this.share, share);
    this.run.onProgress?.({ share: this.share, text, ...(details === undefined ? {} : { details }) });
  }
}
