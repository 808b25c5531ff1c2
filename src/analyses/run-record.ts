import { runsTable, type Row } from "../workbook/tables";
import type { Analysis, AnalysisOutcome } from "./define-analysis";
import { completeOptions } from "./options";

export interface RunFacts {
  readonly runId: string;
  /** Those that differ from the defaults. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly version: string;
  /** Who or what started it. */
  readonly by: string;
  readonly startedAt: Date;
}

/** The row of Runs that lets anyone perform a run again and see that its input was the same. */
export function runRecord(
  analysis: Analysis,
  { inputHash }: AnalysisOutcome,
  { runId, options, version, by, startedAt }: RunFacts,
): Row<typeof runsTable.columns> {
  const all = Object.entries(completeOptions(analysis.options, options));
  return {
    RunId: runId,
    Job: analysis.id,
    Version: version,
    Params: all.map(([name, value]) => `${name}=${String(value)}`).join(" "),
    InputHash: inputHash ?? null,
    By: by,
    At: startedAt.getTime() / MILLISECONDS_IN_DAY + SERIAL_OF_1970,
  };
}

/** A name that no run of another second has: forecast-2026-03-31-091500. */
export function newRunId(analysis: Analysis, startedAt: Date): string {
  const [day, time] = startedAt.toISOString().split("T");
  return `${analysis.id}-${day}-${time.slice(0, 8).replaceAll(":", "")}`;
}

const MILLISECONDS_IN_DAY = 86_400_000;
const SERIAL_OF_1970 = 25_569;
