import type { Issue, Row } from "../../../workbook/tables";
import { readRows, tieOutTable } from "../../../workbook/tables";
import { closingSteps } from "../../../workbook/tables/tie-out";
import type { TableContent } from "../../../workbook/workbook";
import { tableRows, type TableResult } from "../../define-analysis";

export type TieOutRow = Partial<Row<typeof tieOutTable.columns>>;
export type ClosingStep = NonNullable<Row<typeof tieOutTable.columns>["Step"]>;
export type TieOutState = NonNullable<Row<typeof tieOutTable.columns>["State"]>;

/** A line, and the cell that it speaks of. */
export interface TieOutLine {
  readonly row: TieOutRow;
  /** Where to look; absent where it is about everything. */
  readonly cell?: Omit<Issue, "message">;
}

/** Half a cent: money is compared to the cent. */
export const halfCent = 0.005;

/** Two figures that must agree. */
export function comparison(
  step: ClosingStep,
  line: string,
  [ours, theirs]: readonly [number, number],
  more: TieOutRow = {},
): TieOutRow {
  const difference = Math.round((ours - theirs) * 1e9) / 1e9;
  const state = Math.abs(difference) < halfCent ? "ties" : "differs";
  return {
    Step: step,
    Line: line,
    Ours: ours,
    Theirs: theirs,
    Difference: difference,
    State: state,
    ...more,
  };
}

/** Rows of earlier steps stay; those of later ones go, since they spoke of what stood before this run. */
export function tieOutWith(
  before: TableContent | undefined,
  steps: readonly ClosingStep[],
  rows: readonly TieOutRow[],
  { asOf, runId }: { readonly asOf: number; readonly runId: string },
): TableResult {
  const first = Math.min(...steps.map((step) => closingSteps.indexOf(step)));
  const kept =
    before === undefined
      ? []
      : readRows(tieOutTable, before.columns, before.rows).rows.filter(
          ({ Step, AsOf }) =>
            closingSteps.indexOf(Step as ClosingStep) < first && (AsOf === null || AsOf === asOf),
        );
  const now = rows.map((row) => ({ ...row, AsOf: asOf, RunId: runId }));
  return tableRows(tieOutTable, [...kept, ...now]);
}

/** What the pane lists beside the figures: each leads to its cell. */
export function findingsOf(lines: readonly TieOutLine[]): Issue[] {
  return lines.flatMap(({ row: { State, Line, Note, Class }, cell }) =>
    State === "ties" || cell === undefined
      ? []
      : [{ ...cell, message: `${Class === null || Class === undefined ? Line : Class}: ${Note ?? Line}` }],
  );
}
