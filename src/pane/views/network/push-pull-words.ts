import type { pushPullTable, Row } from "../../../workbook/tables";
import { formatCompact } from "../../format";

/** What moving the boundary to the next echelon costs; undefined where there is none. */
export function moveWords(
  change: number | null,
  next: Row<typeof pushPullTable.columns> | undefined,
): string {
  if (next === undefined) return "there is none";
  if (change === null) return "not in time";
  return change >= 0 ? `${formatCompact(change)} a year more` : `${formatCompact(-change)} a year less`;
}
