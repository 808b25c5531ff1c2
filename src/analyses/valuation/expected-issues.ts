import { evenly, type FutureDemand } from "./future-demand";
import type { ItemLife } from "./item-life";
import { total, type ValuedRow } from "./valued-stock";

/** What months of cover go by. */
export interface ExpectedIssues {
  /** Own units that the demand is for: of the place, or of the item at all places. */
  readonly quantity: number;
  /** Units of the months to come. */
  readonly demand: readonly number[];
}

/**
 * Demand that the stock at a place is for. A place with demand of its own has that; one without, such as goods in transit, shares that
 * of the item. Without a forecast what was issued in twelve months goes on, of an item in decline what was issued in three.
 */
export function expectedIssues(
  row: ValuedRow,
  rows: readonly ValuedRow[],
  future: FutureDemand,
  life: ItemLife,
  by: "LOCATION" | "ITEM",
): ExpectedIssues {
  const item = row.Item as string;
  const declines = life.successor !== "" || life.stage === "Decline" || life.stage === "EOL";
  const rate = (of: readonly ValuedRow[]) =>
    declines ? total(of, ({ Issued3 }) => Issued3) / 3 : total(of, ({ Issued12 }) => Issued12) / 12;
  if (by === "LOCATION") {
    const known = future.atPlace(item, row.Location ?? "");
    if (known?.some((units) => units > 0)) return { quantity: row.Qty ?? 0, demand: known };
    if (future.ofItem(item) === undefined && rate([row]) > 0)
      return { quantity: row.Qty ?? 0, demand: evenly(rate([row])) };
  }
  return {
    quantity: total(rows, ({ Qty }) => Qty),
    demand: future.ofItem(item) ?? evenly(rate(rows)),
  };
}
