import { sensedTable, sensingTable, type Row } from "../../workbook/tables";
import { tableRows, type RowsResult } from "../define-analysis";
import { worthOf } from "./replay";
import type { SensedLeaf } from "./sense-leaf";

export function sensedRows(leaves: readonly SensedLeaf[], runId: string): RowsResult {
  return tableRows(
    sensedTable,
    leaves.flatMap(({ item, location, weeks }) =>
      weeks.map(({ date, base, sensed, booked }) => ({
        Item: item,
        Location: location,
        Date: date,
        Base: base,
        Sensed: sensed,
        Booked: booked,
        RunId: runId,
      })),
    ),
  );
}

/** The largest shifts, in units of the weeks to come, first. */
export function sensingRows(leaves: readonly SensedLeaf[], runId: string): RowsResult {
  return tableRows(
    sensingTable,
    leaves.map((leaf): Row<typeof sensingTable.columns> => {
      const worth = worthOf(leaf.judged);
      return {
        Item: leaf.item,
        Location: leaf.location,
        Sources: leaf.sources.join(", "),
        Until: leaf.until,
        Uplift: leaf.uplift,
        Weight: leaf.weight,
        Shift: leaf.shift,
        BaseError: worth?.base ?? null,
        SensedError: worth?.sensed ?? null,
        ValueAdded: worth === undefined ? null : worth.base - worth.sensed,
        Judged: leaf.judged.length,
        JudgedDemand: leaf.judged.reduce((sum, { actual }) => sum + actual, 0),
        Note: leaf.notes.join("; "),
        RunId: runId,
      };
    }),
  );
}

export function unitsMoved({ weeks }: Pick<SensedLeaf, "weeks">): number {
  return weeks.reduce((sum, { base, sensed }) => sum + sensed - base, 0);
}
