import { countsTable, readRows, type Issue } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";
import { leafId } from "../forecast/plan-forecast";

export interface CountedRecord {
  /** Item and place. */
  readonly id: string;
  /** Whole day, an Excel serial. */
  readonly day: number;
  readonly book: number;
  readonly counted: number;
}

/** Records that were counted; what is only planned does not count. */
export function countedRecords(counts: TableContent | undefined): {
  readonly records: readonly CountedRecord[];
  readonly issues: readonly Issue[];
} {
  if (counts === undefined) return { records: [], issues: [] };
  const { rows, issues } = readRows(countsTable, counts.columns, counts.rows);
  const records = rows.flatMap(({ Item, Location, Date, Book, Counted }) =>
    Counted === null
      ? []
      : [
          {
            id: leafId(Item as string, Location ?? ""),
            day: Math.floor(Date as number),
            book: Book as number,
            counted: Counted,
          },
        ],
  );
  return { records, issues };
}
