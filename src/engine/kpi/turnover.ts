import { mean } from "simple-statistics";
import { PlanningError } from "../errors";

/**
 * Inventory turns: cost of goods sold at a yearly rate over mean stock at cost.
 * Source: ASCM Dictionary, "inventory turnover"; mean of all balances given, 13 for a year.
 * @param costOfGoodsSold money over `periods` months
 * @param balances stock at cost, money, at least one
 */
export function inventoryTurns(
  costOfGoodsSold: number,
  balances: readonly number[],
  periods: number,
): number {
  return (costOfGoodsSold * (12 / periods)) / meanBalance(balances);
}

/**
 * Days of supply looking back: stock over cost of goods sold per day.
 * Source: SCOR 12.0, AM.1.2 Inventory days of supply.
 */
export function daysOfSupply(balance: number, costOfGoodsSold: number, days: number): number {
  if (costOfGoodsSold === 0) throw new PlanningError("zero-denominator", "cogs", "cogs must not be 0");
  return (balance / costOfGoodsSold) * days;
}

/** Gross margin return on inventory investment: margin over mean stock at cost, same 12 months. Source: ASCM Dictionary, "GMROI". */
export function grossMarginReturn(margin: number, balances: readonly number[]): number {
  return margin / meanBalance(balances);
}

function meanBalance(balances: readonly number[]): number {
  if (balances.length === 0) {
    throw new PlanningError(
      "insufficient-data",
      "balances",
      "balances must hold at least one number, got only blanks",
    );
  }
  const average = mean([...balances]);
  if (average === 0)
    throw new PlanningError("zero-denominator", "balances", "the mean of balances must not be 0");
  return average;
}
