import { cite } from "../../sources";
import { roundHalfToEven, smoothBuckets } from "./bucket-smoothing";
import { defineIntermittentMethod } from "./intermittent-method";
import { meanInterval } from "./recursion";

/** Mean of the forecasts from buckets of 1, 2, ... periods up to the mean interval, each smoothed with the same weight. */
export const imapa = defineIntermittentMethod({
  id: "IMAPA",
  label: "IMAPA: mean over buckets of 1 to the mean interval",
  source: [cite("petropoulos-kourentzes-2015", "section 3")],
  weights: "alpha",
  smooth: (demand, { alpha }) => {
    const longest = roundHalfToEven(meanInterval(demand));
    const fitted = new Float64Array(demand.length);
    let rate = 0;
    for (let bucket = 1; bucket <= longest; bucket++) {
      const level = smoothBuckets(demand, bucket, alpha);
      rate += level.rate / longest;
      level.fitted.forEach((value, t) => (fitted[t] += value / longest));
    }
    return { rate, fitted, states: { "longest bucket": longest } };
  },
});
