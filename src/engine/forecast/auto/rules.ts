import { observed } from "../../demand";
import { type FittedForecast, type ForecastTask } from "../method";
import { mean } from "../mean-method";
import { naive } from "../naive-methods";
import { onePeriodInterval } from "../intermittent";
import type { Settled } from "./settled";

/** Models that follow from the history alone. */
const settled = (model: string, fit: FittedForecast, reason: string): Settled => ({
  model,
  fit,
  contestants: [{ model, error: null, bias: null, weight: 1, remark: "chosen" }],
  reason,
});

export function settleByMean(task: ForecastTask): Settled {
  return settled(mean.id, mean.fit(task), "too few observations for any other method: their mean");
}

export function settleConstant(task: ForecastTask): Settled {
  return settled(naive.id, naive.fit(task), "demand has never changed: it goes on");
}

/**
 * Nothing more to come. The interval allows for a return: after r periods without demand, one has probability 1 / (r + 2) in the next
 * (Laplace's rule of succession), with one of the sizes seen.
 */
export function settleEnded({ series }: ForecastTask): Settled {
  const values = observed(series);
  const sizes = values.filter((value) => value > 0);
  const pause = [...values].reverse().findIndex((value) => value !== 0);
  const meanSize = sizes.reduce((sum, size) => sum + size, 0) / Math.max(1, sizes.length);
  const flat = (horizon: number, value: number) => new Array<number>(horizon).fill(value);
  const fit: FittedForecast = {
    form: "Zero",
    fitted: series.map(() => NaN),
    forecast: (horizon) => flat(horizon, 0),
    interval: (horizon, level) => {
      const [, high] = onePeriodInterval(Float64Array.from(values), meanSize / (pause + 2), level);
      return { low: flat(horizon, 0), high: flat(horizon, high) };
    },
    details: { "periods without demand": pause },
  };
  return settled("ZERO", fit, "demand has ended: nothing is forecast until it comes back");
}
