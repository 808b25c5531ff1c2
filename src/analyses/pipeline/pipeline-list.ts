import { bucketOf } from "../../engine/calendar";
import { arrivalsTable, pipelineTable, type Row } from "../../workbook/tables";
import { leafId } from "../forecast/plan-forecast";

type PipelineRow = Row<typeof pipelineTable.columns>;
type ArrivalRow = Row<typeof arrivalsTable.columns>;

/** One item at one place, month by month. */
export interface PipelineLeaf {
  readonly id: string;
  readonly item: string;
  readonly location: string | null;
  readonly months: readonly PipelineRow[];
  /** The first month that ends short; undefined where none does. */
  readonly firstShort: number | undefined;
  /** Units short at the end of that month. */
  readonly short: number;
  /** Body row of its first month among those given. */
  readonly at: number;
}

/** All items together in one month. */
export interface PipelineMonth {
  /** Its first day. */
  readonly month: number;
  /** Order lines that arrive by their P50, and by their P80. */
  readonly arrivals: number;
  readonly lateArrivals: number;
  /** Items and places that end it short, and below safety stock. */
  readonly short: number;
  readonly low: number;
}

/** Items that run short first, then those below safety stock, then the others. */
export function pipelineLeaves(rows: readonly PipelineRow[]): PipelineLeaf[] {
  const byLeaf = new Map<string, { months: PipelineRow[]; at: number }>();
  rows.forEach((row, at) => {
    const id = leafId(row.Item ?? "", row.Location ?? "");
    const leaf = byLeaf.get(id);
    if (leaf === undefined) byLeaf.set(id, { months: [row], at });
    else leaf.months.push(row);
  });
  return [...byLeaf]
    .map(([id, { months, at }]): PipelineLeaf => {
      const first = months.find(({ State }) => State === "short");
      return {
        id,
        item: months[0].Item ?? "",
        location: months[0].Location,
        months,
        firstShort: first?.Month ?? undefined,
        short: -(first?.Closing ?? 0),
        at,
      };
    })
    .sort((a, b) => (a.firstShort ?? Infinity) - (b.firstShort ?? Infinity) || b.short - a.short || 0);
}

/** The months of the pipeline; what is late already counts in the first. */
export function pipelineMonths(
  rows: readonly PipelineRow[],
  arrivals: readonly ArrivalRow[],
): PipelineMonth[] {
  const months = [...new Set(rows.flatMap(({ Month }) => Month ?? []))].sort((a, b) => a - b);
  const buckets = months.map((month) => bucketOf(month, "M"));
  const arriving = (bucket: number, day: "P50" | "P80") =>
    arrivals.filter((row) => row[day] !== null && Math.max(bucketOf(row[day], "M"), buckets[0]) === bucket)
      .length;
  return months.map((month, i): PipelineMonth => {
    const ending = (state: PipelineRow["State"]) =>
      rows.filter(({ Month, State }) => Month === month && State === state).length;
    return {
      month,
      arrivals: arriving(buckets[i], "P50"),
      lateArrivals: arriving(buckets[i], "P80"),
      short: ending("short"),
      low: ending("below safety stock"),
    };
  });
}
