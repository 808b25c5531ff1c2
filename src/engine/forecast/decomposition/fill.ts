import type { Series } from "../../demand";

/** The series with straight lines over its gaps, the nearest observation before the first and after the last. Needs one observation. */
export function filledLinearly(series: Series): Float64Array {
  const filled = Float64Array.from(series);
  let before = -1;
  for (let t = 0; t < filled.length; t++) {
    if (Number.isNaN(series[t])) continue;
    const from = before < 0 ? series[t] : series[before];
    for (let i = before + 1; i < t; i++)
      filled[i] = from + ((series[t] - from) * (i - before)) / (t - before);
    before = t;
  }
  return filled.fill(before < 0 ? NaN : series[before], before + 1);
}
