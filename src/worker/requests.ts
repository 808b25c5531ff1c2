import { findAnalysis } from "../analyses";
import type { AnalysisInput, AnalysisOutcome, StepResult, TellNews } from "../analyses/define-analysis";
import { runStep } from "../analyses/run-analysis";
import { PlanningError, type PlanningErrorKind } from "../engine/errors";
import { readRanges } from "../functions/call-plan";
import { findFunction } from "../functions/catalogue";
import type { Cells } from "../functions/cells";
import type { Result } from "../functions/define";
import { evaluate, itemResults, type Outcome } from "../functions/evaluate";

type OptionValues = Readonly<Record<string, unknown>>;

/** What a worker can be asked to do. Everything in it can be copied from one thread to another. */
export type Request =
  /** A call of a function as a whole. */
  | { readonly kind: "call"; readonly name: string; readonly args: readonly Cells[] }
  /** Some items of a call for many; `args` hold those items only where `lifted` says so. */
  | {
      readonly kind: "items";
      readonly name: string;
      readonly args: readonly Cells[];
      readonly lifted: readonly boolean[];
      readonly count: number;
    }
  | {
      readonly kind: "prepare";
      readonly analysis: string;
      readonly input: AnalysisInput;
      readonly options: OptionValues;
    }
  | {
      readonly kind: "steps";
      readonly analysis: string;
      readonly work: readonly unknown[];
      readonly options: OptionValues;
    }
  | {
      readonly kind: "more" | "finish";
      readonly analysis: string;
      readonly state: unknown;
      readonly results: readonly StepResult<unknown>[];
      readonly options: OptionValues;
    };

/** What each kind of request is answered with. */
export interface Answers {
  readonly call: Outcome;
  readonly items: readonly Result[];
  readonly prepare: { readonly state: unknown; readonly work: readonly unknown[] };
  readonly steps: readonly StepResult<unknown>[];
  readonly more: { readonly state: unknown; readonly work: readonly unknown[] };
  readonly finish: AnalysisOutcome;
}
export type Answer = Answers[keyof Answers];

export type Reply =
  | { readonly answer: Answer; readonly milliseconds: number }
  /** The input is at fault, said in its own words. */
  | {
      readonly refused: {
        readonly kind: PlanningErrorKind;
        readonly argument: string;
        readonly message: string;
      };
    }
  /** We are at fault. */
  | { readonly failed: string }
  /** It was given up after so many seconds. */
  | { readonly late: number };

/** Does what is asked, in whichever thread this runs; long steps tell on their way how they fare. Never throws. */
export function reply(request: Request, tell: TellNews): Reply {
  const start = performance.now();
  try {
    return { answer: answer(request, tell), milliseconds: performance.now() - start };
  } catch (thrown) {
    if (thrown instanceof PlanningError) {
      const { kind, argument, message } = thrown;
      return { refused: { kind, argument, message } };
    }
    return { failed: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown) };
  }
}

function answer(request: Request, tell: TellNews): Answer {
  switch (request.kind) {
    case "call":
      return evaluate(functionOf(request.name), request.args);
    case "items": {
      const definition = functionOf(request.name);
      const ranges = readRanges(definition, request.args);
      const lifted = ranges.filter((_, i) => request.lifted[i]);
      return itemResults({ definition, ranges, lifted }, 0, request.count);
    }
    case "prepare":
      return analysisOf(request.analysis).prepare(request.input, request.options);
    case "steps": {
      const analysis = analysisOf(request.analysis);
      return request.work.map((work) => runStep(analysis, work, request.options, tell));
    }
    case "more": {
      const { id, more } = analysisOf(request.analysis);
      if (more === undefined) throw new Error(`there is no more work in ${id}`);
      return more(request.state, request.results, request.options);
    }
    case "finish":
      return analysisOf(request.analysis).finish(request.state, request.results, request.options);
  }
}

function functionOf(name: string) {
  const definition = findFunction(name);
  if (definition === undefined) throw new Error(`there is no function ${name}`);
  return definition;
}

function analysisOf(id: string) {
  const analysis = findAnalysis(id);
  if (analysis === undefined) throw new Error(`there is no analysis ${id}`);
  return analysis;
}
