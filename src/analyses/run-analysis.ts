import { PlanningError } from "../engine/errors";
import type { TableContent } from "../workbook/workbook";
import type { Analysis, AnalysisInput, AnalysisOutcome, StepResult, TellNews } from "./define-analysis";
import { completeOptions } from "./options";

/** Picks the tables an analysis reads out of those of a workbook; capitals do not matter. Throws where one is missing. */
export function inputOf(analysis: Analysis, contents: readonly TableContent[], runId: string): AnalysisInput {
  const tables = Object.fromEntries(
    Object.entries(analysis.reads).map(([key, { schema, required }]) => {
      const content = contents.find(({ name }) => name.toLowerCase() === schema.name.toLowerCase());
      if (content === undefined && required) {
        const message = `the table ${schema.name} is missing (${schema.summary.replace(/\.$/, "")})`;
        throw new PlanningError("insufficient-data", schema.name, message);
      }
      return [key, content];
    }),
  );
  return { tables, runId };
}

/** One step; what is wrong with one piece of work is told in its place. */
export function runStep(
  analysis: Analysis,
  work: unknown,
  options: Readonly<Record<string, unknown>>,
  tell: TellNews,
): StepResult<unknown> {
  try {
    return { value: analysis.step(work, options, tell) };
  } catch (thrown) {
    if (thrown instanceof PlanningError) return { problem: thrown.message };
    console.error("Stockbook internal error", thrown);
    return { problem: "internal error" };
  }
}

/** The whole analysis in this thread, without a stop. The pool gives the same outcome, spread over workers. */
export function runAnalysis(
  analysis: Analysis,
  contents: readonly TableContent[],
  given: Readonly<Record<string, unknown>>,
  runId: string,
): AnalysisOutcome {
  const options = completeOptions(analysis.options, given);
  const doAll = (work: readonly unknown[]) =>
    work.map((piece) => runStep(analysis, piece, options, () => undefined));
  let { state, work } = analysis.prepare(inputOf(analysis, contents, runId), options);
  if (analysis.more === undefined) return analysis.finish(state, doAll(work), options);
  while (work.length > 0) ({ state, work } = analysis.more(state, doAll(work), options));
  return analysis.finish(state, [], options);
}
