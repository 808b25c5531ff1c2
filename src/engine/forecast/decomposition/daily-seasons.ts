import { PlanningError } from "../../errors";
import { cite } from "../../sources";
import { ets } from "../ets";
import { defineForecastMethod } from "../method";
import { dailySeasonsRefusal, takeOutDailySeasons } from "./long-season";
import { fitAdjusted } from "./seasonally-adjusted";

/** Daily demand with a week and a year: both are taken out, the year as a smooth curve, the rest is smoothed, both as they were last are put back. */
export const mstlEts = defineForecastMethod({
  id: "MSTL-ETS",
  label: "MSTL with exponential smoothing, for days with week and year",
  source: [
    cite("bandara-hyndman-bergmeir-2021", "section 2"),
    cite("james-stein-1961", "section 1"),
    ...ets.source,
  ],
  refusal: (task) => dailySeasonsRefusal(task) ?? ets.refusal({ ...task, season: 1 }),
  fit: (task) => {
    const refusal = dailySeasonsRefusal(task);
    if (refusal !== null) throw new PlanningError("insufficient-data", "demand", refusal);
    return fitAdjusted(task, takeOutDailySeasons(task.series), ets);
  },
});
