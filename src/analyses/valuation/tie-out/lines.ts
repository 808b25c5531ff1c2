import type { Issue, Row } from "../../../workbook/tables";
import { readRows, tieOutTable } from "../../../workbook/tables";
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

/** Rows of the steps of this run take the place of those that stood there; rows of other steps stay. */
export function tieOutWith(
  before: TableContent | undefined,
  steps: readonly ClosingStep[],
  rows: readonly TieOutRow[],
  { asOf, runId }: { readonly asOf: number; readonly runId: string },
): TableResult {
  const kept =
    before === undefined
      ? []
      : readRows(tieOutTable, before.columns, before.rows).rows.filter(
          ({ Step, AsOf }) => !steps.includes(Step as ClosingStep) && (AsOf === null || AsOf === asOf),
        );
  const order = Object.keys(tieOutTable.columns.Step.choices ?? []).length;
  const place = ({ Step }: TieOutRow) =>
    tieOutTable.columns.Step.choices?.indexOf(Step as ClosingStep) ?? order;
  const now = rows.map((row) => ({ ...row, AsOf: asOf, RunId: runId }));
  return tableRows(
    tieOutTable,
    [...kept, ...now].sort((a, b) => place(a) - place(b)),
  );
}

/** What the pane lists beside the figures: each leads to its cell. */
export function findingsOf(lines: readonly TieOutLine[]): Issue[] {
  return lines.flatMap(({ row: { State, Line, Note, Class }, cell }) =>
    State === "ties" || cell === undefined
      ? []
      : [{ ...cell, message: `${Class === null || Class === undefined ? Line : Class}: ${Note ?? Line}` }],
  );
}
