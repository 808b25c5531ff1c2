import type { Series } from "../../demand";
import type { Citation } from "../../sources";
import { type FittedForecast, type ForecastMethod, defineForecastMethod } from "../method";
import { onePeriodInterval } from "./one-period-interval";
import { type Smoothed, type Weights, atPositions, demandRefusal, observedDemand } from "./recursion";
import { type WeightChoices, type WeightKind, settledWeights, usualWeight } from "./weights";

interface IntermittentDeclaration<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly source: readonly Citation[];
  readonly weights: WeightKind;
  readonly smooth: (demand: Float64Array, weights: Weights) => Smoothed;
}

export interface IntermittentMethod<Id extends string = string> extends ForecastMethod {
  readonly id: Id;
  readonly weights: WeightKind;
  /** The method with given or fitted weights; `fit` takes the usual ones. */
  readonly fitWith: (series: Series, choices: WeightChoices) => FittedForecast;
}

/** A method for intermittent demand: one recursion, from which refusal, fitted weights and intervals follow. */
export function defineIntermittentMethod<const Id extends string>({
  smooth,
  ...declaration
}: IntermittentDeclaration<Id>): IntermittentMethod<Id> {
  const { id, weights: kind } = declaration;
  const fitWith = (series: Series, choices: WeightChoices): FittedForecast => {
    const demand = observedDemand(series);
    const weights = settledWeights(demand, smooth, kind, choices);
    const { rate, fitted, states } = smooth(demand, weights);
    const flat = (horizon: number, value: number) => new Array<number>(horizon).fill(value);
    return {
      form: id,
      fitted: atPositions(series, fitted),
      forecast: (horizon) => flat(horizon, rate),
      interval: (horizon, level) => {
        const [low, high] = onePeriodInterval(demand, rate, level);
        return { low: flat(horizon, low), high: flat(horizon, high) };
      },
      details: { alpha: weights.alpha, ...(kind === "alpha" ? {} : { beta: weights.beta }), ...states },
    };
  };
  return defineForecastMethod<IntermittentMethod<Id>>({
    ...declaration,
    refusal: ({ series }) => demandRefusal(series)?.message ?? null,
    fit: ({ series }) => fitWith(series, { alpha: usualWeight }),
    fitWith,
  });
}
