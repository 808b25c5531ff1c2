import { PlanningError, insufficientData } from "../../errors";

export interface AnalogueRequest {
  /** Sales of similar products, one a list, from whenever; NaN before launch and where missing. */
  readonly analogues: readonly (readonly number[])[];
  /** Expected sales of the new product for one unit of the analogues'. */
  readonly scale: number;
  readonly h: number;
  /** Share of the outlets or customers that each period reaches; full from its end on. */
  readonly ramp?: readonly number[];
}

/**
 * Forecast of a product without history from the launches of similar ones: their mean sales in each period since launch, scaled,
 * times the share reached while the roll-out lasts. A lone analogue of one period is a steady rate.
 * Source: Gilliland (2010), ch. 6, forecasting by structured analogy.
 */
export function analogueForecast({ analogues, scale, h, ramp = [] }: AnalogueRequest): number[] {
  const launched = analogues.map(sinceLaunch).filter((sales) => sales.length > 0);
  if (launched.length === 0) throw insufficientData("analog", "must hold at least one number", 0);
  const [first] = launched;
  const steady = launched.length === 1 && first.length === 1;
  const mean = steady ? new Array<number>(h).fill(first[0]) : meanLaunch(launched, h);
  const unknown = mean.findIndex((units) => Number.isNaN(units));
  if (unknown !== -1) {
    const known = Math.max(...launched.map(({ length }) => length));
    const got = known > unknown ? `nothing in period ${unknown + 1}` : `${known}`;
    const message = `analog must hold a number for each of the ${h} periods of h, got ${got}`;
    throw new PlanningError("insufficient-data", "analog", message);
  }
  return mean.map((units, t) => scale * units * (ramp[t] ?? 1));
}

/** Sales from the first period with a number on. */
export function sinceLaunch(sales: readonly number[]): readonly number[] {
  const launch = sales.findIndex((units) => !Number.isNaN(units));
  return launch === -1 ? [] : sales.slice(launch);
}

/** Mean sales in each of the first h periods since launch, of the products that have a number there; NaN where none has. */
export function meanLaunch(products: readonly (readonly number[])[], h: number): number[] {
  const launched = products.map(sinceLaunch);
  return Array.from({ length: h }, (_, t) => {
    const known = launched.map((sales) => sales[t] ?? NaN).filter((units) => !Number.isNaN(units));
    return known.reduce((sum, units) => sum + units, 0) / known.length;
  });
}
