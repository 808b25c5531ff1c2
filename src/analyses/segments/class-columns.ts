import { normalised } from "../../workbook/tables/read-table";
import type { CellValue, TableContent } from "../../workbook/workbook";
import type { ReviewedItem } from "./review-segments";

export interface ClassColumns {
  readonly ABC: readonly CellValue[];
  readonly XYZ: readonly CellValue[];
  readonly MinABC?: readonly CellValue[];
}

/** Items[ABC] and Items[XYZ] as whole columns, and MinABC where upgrades were accepted. Rows that could not be used keep what they have. */
export function classColumnsOf(
  items: TableContent,
  reviewed: readonly ReviewedItem[],
  withMinimum: boolean,
): ClassColumns {
  const columnNow = (name: string): CellValue[] => {
    const place = items.columns.findIndex((column) => normalised(column) === normalised(name));
    return items.rows.map((row) => row[place] ?? "");
  };
  const [ABC, XYZ, MinABC] = [columnNow("ABC"), columnNow("XYZ"), columnNow("MinABC")];
  for (const { row, abc, xyz, facts } of reviewed) {
    ABC[row] = abc;
    XYZ[row] = xyz;
    if (facts.minAbc !== "") MinABC[row] = facts.minAbc;
  }
  return withMinimum ? { ABC, XYZ, MinABC } : { ABC, XYZ };
}
