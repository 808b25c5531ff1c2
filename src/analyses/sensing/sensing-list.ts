import type { Row, sensedTable, sensingTable } from "../../workbook/tables";
import { leafId } from "../forecast/plan-forecast";
import type { SensingWorth } from "./replay";

export type SensingRow = Row<typeof sensingTable.columns>;
export type SensedRow = Row<typeof sensedTable.columns>;

/** One item at one place as the tables have it. */
export interface ListedSensing {
  readonly id: string;
  readonly row: SensingRow;
  readonly weeks: readonly SensedRow[];
  /** Body rows of its weeks in Sensed, counted from 0. */
  readonly places: readonly number[];
  /** Units added to the weeks to come; below 0 taken away. */
  readonly moved: number;
}

/**
 * Sensing beside the weeks of Sensed, the most units moved first.
 * @param places body rows of `sensed`, counted from 0
 */
export function sensingList(
  sensing: readonly SensingRow[],
  sensed: readonly SensedRow[],
  places: readonly number[],
): ListedSensing[] {
  const weeks = new Map<string, { rows: SensedRow[]; places: number[] }>();
  sensed.forEach((row, i) => {
    const id = leafId(row.Item ?? "", row.Location ?? "");
    const there = weeks.get(id) ?? { rows: [], places: [] };
    weeks.set(id, there);
    there.rows.push(row);
    there.places.push(places[i]);
  });
  return sensing
    .map((row): ListedSensing => {
      const id = leafId(row.Item ?? "", row.Location ?? "");
      const found = weeks.get(id) ?? { rows: [], places: [] };
      const moved = found.rows.reduce((sum, { Base, Sensed }) => sum + (Sensed ?? 0) - (Base ?? 0), 0);
      return { id, row, weeks: found.rows, places: found.places, moved };
    })
    .sort((a, b) => Math.abs(b.moved) - Math.abs(a.moved));
}

/** Errors of all items together, by their demand; undefined where nothing was judged. */
export function totalWorth(rows: readonly SensingRow[]): SensingWorth | undefined {
  const judged = rows.filter((row) => row.BaseError !== null && (row.JudgedDemand ?? 0) > 0);
  const demand = judged.reduce((sum, { JudgedDemand }) => sum + (JudgedDemand ?? 0), 0);
  const error = (of: "BaseError" | "SensedError") =>
    judged.reduce((sum, row) => sum + (row[of] ?? 0) * (row.JudgedDemand ?? 0), 0) / demand;
  return demand === 0 ? undefined : { base: error("BaseError"), sensed: error("SensedError") };
}
