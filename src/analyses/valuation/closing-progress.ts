import { closingSteps } from "../../workbook/tables/tie-out";
import { readRows, tieOutTable } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";
import type { ClosingStep, TieOutRow } from "./tie-out/lines";

/** A line of TieOut and its body row, counted from 0. */
export interface PlacedLine {
  readonly row: number;
  readonly line: TieOutRow;
}

export type StepState = "to do" | "done" | "differs";

export interface StepProgress {
  readonly step: ClosingStep;
  readonly state: StepState;
  readonly lines: readonly PlacedLine[];
  /** Lines that differ, and those that a document explains. */
  readonly differing: number;
  readonly explained: number;
}

export interface ClosingProgress {
  /** Cut-off, an Excel serial; undefined before the first step. */
  readonly asOf?: number;
  readonly steps: readonly StepProgress[];
  /** The first step that is to do; undefined where all are done. */
  readonly next?: ClosingStep;
}

/** How far the month end is, by the lines of TieOut. */
export function closingProgress(tieOut: TableContent | undefined): ClosingProgress {
  const read = tieOut === undefined ? undefined : readRows(tieOutTable, tieOut.columns, tieOut.rows);
  const placed = (read?.rows ?? []).map((line, i): PlacedLine => ({
    line,
    row: (read?.rowNumbers[i] ?? 1) - 1,
  }));
  const steps = closingSteps.map((step): StepProgress => {
    const lines = placed.filter(({ line }) => line.Step === step);
    const count = (state: string) => lines.filter(({ line }) => line.State === state).length;
    const differing = count("differs");
    return {
      step,
      lines,
      differing,
      explained: count("explained"),
      state: lines.length === 0 ? "to do" : differing > 0 ? "differs" : "done",
    };
  });
  return {
    asOf: placed.find(({ line }) => line.AsOf !== null)?.line.AsOf ?? undefined,
    steps,
    next: steps.find(({ state }) => state === "to do")?.step,
  };
}

/** A figure that TieOut tells, such as stock at cost; undefined before its step. */
export function tieOutFigure(progress: ClosingProgress, step: ClosingStep, line: string): number | undefined {
  const found = progress.steps
    .find((one) => one.step === step)
    ?.lines.find((placed) => placed.line.Line === line);
  return found?.line.Ours ?? undefined;
}
