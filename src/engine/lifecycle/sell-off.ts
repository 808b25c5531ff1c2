import { insufficientData, invalidInput } from "../errors";

export interface SellOff {
  readonly onHand: number;
  /** Units per period at list price, the next period first. */
  readonly forecast: readonly number[];
  /** Period by whose end stock is to be sold. */
  readonly by: number;
  /** List price, money per unit. */
  readonly price?: number;
  /** Per cent more demand for one per cent less price. */
  readonly elasticity: number;
}

export interface SellOffPeriod {
  readonly sales: number;
  /** Units left at the end. */
  readonly residual: number;
  /** Price asked, money per unit. */
  readonly price?: number;
  /** Units left at that price, money. */
  readonly residualValue?: number;
}

/** How much demand must rise for stock to be gone in time; 1 where it is anyway, or no price can move it. */
export function demandNeeded({ onHand, forecast, by, elasticity }: SellOff): number {
  if (by > forecast.length)
    throw invalidInput("selloffBy", `must be at most the periods of forecast (${forecast.length})`, by);
  const blank = forecast.findIndex(Number.isNaN);
  if (blank >= 0) throw insufficientData(`forecast at position ${blank + 1}`, "must be a number", null);
  const expected = forecast.slice(0, by).reduce((sum, demand) => sum + demand, 0);
  return elasticity === 0 || expected === 0 ? 1 : Math.max(1, onHand / expected);
}

/**
 * Run-out of stock at the end of life, period by period. With an elasticity the price is cut until the sell-off period, evenly and just
 * enough for stock to be gone, demand being price to the power of -elasticity; afterwards list price holds.
 * Source: Talluri and van Ryzin (2004), section 7.3.3, constant-elasticity demand.
 */
export function planSellOff(plan: SellOff): readonly SellOffPeriod[] {
  const { forecast, by, price, elasticity } = plan;
  const rise = demandNeeded(plan);
  const cutPrice = price === undefined || rise === 1 ? price : price * rise ** (-1 / elasticity);
  let left = plan.onHand;
  return forecast.map((demand, period) => {
    const before = period < by;
    const sales = Math.min(left, before ? demand * rise : demand);
    left = rise > 1 && period === by - 1 ? 0 : left - sales;
    const asked = before ? cutPrice : price;
    return {
      sales,
      residual: left,
      price: asked,
      residualValue: asked === undefined ? undefined : left * asked,
    };
  });
}
