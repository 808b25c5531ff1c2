import { insufficientData } from "../../errors";

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
  const steady = launched.length === 1 && launched[0].length === 1;
  return Array.from({ length: h }, (_, t) => {
    const sales = launched
      .map((analogue) => analogue[steady ? 0 : t] ?? NaN)
      .filter((units) => !Number.isNaN(units));
    if (sales.length === 0) {
      const known = Math.max(...launched.map((analogue) => analogue.length));
      const got = known > t ? `nothing in period ${t + 1}` : `${known}`;
      throw insufficientData("analog", `must hold a number for each of the ${h} periods of h`, got);
    }
    const mean = sales.reduce((sum, units) => sum + units, 0) / sales.length;
    return scale * mean * (ramp[t] ?? 1);
  });
}

function sinceLaunch(sales: readonly number[]): readonly number[] {
  const launch = sales.findIndex((units) => !Number.isNaN(units));
  return launch === -1 ? [] : sales.slice(launch);
}
