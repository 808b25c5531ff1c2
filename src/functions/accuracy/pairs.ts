import { pairedSeries, type ListArgument } from "../arguments";
import type { Series } from "../../engine/demand";

export const actual = pairedSeries("Actual demand");
export const forecast = pairedSeries("Forecast of the same periods");

/** The same for a function that answers with a table: one item a call, so a block is refused rather than cut. */
export function oneSeries(label: string): ListArgument<Series> {
  const { parse, ...described } = pairedSeries(label);
  return { ...described, shape: "list", parse };
}
