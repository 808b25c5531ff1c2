import { cite } from "../../sources";
import { roundHalfToEven, smoothBuckets } from "./bucket-smoothing";
import { defineIntermittentMethod } from "./intermittent-method";
import { meanInterval } from "./recursion";

/** Demand summed into buckets as long as the mean interval, smoothed there, and spread evenly. */
export const adida = defineIntermittentMethod({
  id: "ADIDA",
  label: "ADIDA: smoothed in buckets as long as the mean interval",
  source: [cite("nikolopoulos-et-al-2011", "section 3")],
  weights: "alpha",
  smooth: (demand, { alpha }) => {
    const bucket = roundHalfToEven(meanInterval(demand));
    return { ...smoothBuckets(demand, bucket, alpha), states: { "periods in a bucket": bucket } };
  },
});
