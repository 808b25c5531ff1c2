import { insufficientData } from "../errors";

export interface ExcessRule {
  /** Periods whose demand stock may cover. */
  readonly horizon: number;
  readonly safetyStock: number;
}

/**
 * Units on hand above the demand of the horizon and safety stock. Source: ASCM Dictionary, "excess inventory".
 * @param forecast units per period, the next first; a single number holds for every period
 */
export function excessStock(
  onHand: number,
  forecast: readonly number[],
  { horizon, safetyStock }: ExcessRule,
): number {
  return Math.max(0, onHand - horizonDemand(forecast, horizon) - safetyStock);
}

/** Demand of the next periods. */
export function horizonDemand(forecast: readonly number[], horizon: number): number {
  const everyPeriod = forecast.length === 1;
  if (!everyPeriod && forecast.length < horizon)
    throw insufficientData("forecast", `must reach over the horizon (${horizon} periods)`, forecast.length);
  const counted = everyPeriod ? forecast : forecast.slice(0, horizon);
  const blank = counted.findIndex(Number.isNaN);
  if (blank >= 0) throw insufficientData(`forecast at position ${blank + 1}`, "must be a number", null);
  return everyPeriod ? forecast[0] * horizon : counted.reduce((sum, demand) => sum + demand, 0);
}
