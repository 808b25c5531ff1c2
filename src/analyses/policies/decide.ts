import type { CellValue, TableContent } from "../../workbook/workbook";
import { changedCells } from "./change-cells";

export interface Decision {
  readonly status: "proposed" | "approved" | "rejected";
  readonly by: string;
  /** Excel serial, UTC. */
  readonly at: number;
}

/** Whole columns of Policies with a decision on some items; every other row keeps what it has. */
export function decided(
  policies: TableContent,
  ids: readonly string[],
  { status, by, at }: Decision,
): Readonly<Record<string, readonly CellValue[]>> {
  return changedCells(policies, new Map(ids.map((id) => [id, { Status: status, By: by, At: at }])));
}
