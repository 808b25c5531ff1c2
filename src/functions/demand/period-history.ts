import type { Series } from "../../engine/demand";
import { pairedSeries, type NumberRule, type SeriesArgument } from "../arguments";

/** A history whose answer stands beside it, period by period: blanks stay in place, at the ends too. */
export const periodHistory = (label: string, rule: NumberRule = {}): SeriesArgument<Series> => ({
  ...pairedSeries(label, { rule }),
  rule: `numbers, oldest to newest${rule.min === 0 ? ", none negative" : ""}; a blank stays blank`,
});
