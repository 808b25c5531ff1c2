import type { Series } from "../../engine/demand";
import { pairedSeries, type SeriesArgument } from "../arguments";

/** A history whose answer stands beside it, period by period: blanks stay in place, at the ends too. */
export const periodHistory = (label: string): SeriesArgument<Series> => ({
  ...pairedSeries(label),
  rule: "numbers, oldest to newest; a blank stays blank",
});
