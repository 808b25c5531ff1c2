import { forecastModels } from "../../engine/forecast";
import type { Series } from "../../engine/demand";
import { choice, count, optional, series, type ListArgument } from "../arguments";

export const calendarSeason = optional(
  count("Periods in a season, from the calendar; 1 for none", "periods", { min: 1, max: 366 }),
  12,
);
export const model = optional(choice("AUTO, or a method by its id", forecastModels), "AUTO");

/** One history for a function that answers with a table: a block is refused rather than cut. */
export function oneHistory(label: string): ListArgument<Series> {
  const { parse, ...described } = series(label);
  return { ...described, shape: "list", parse };
}
