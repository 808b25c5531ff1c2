import { PlanningError } from "../../errors";
import { type Series, observed } from "../../demand";
import { cite } from "../../sources";
import { type ForecastTask, defineForecastMethod } from "../method";
import { isLong } from "./design";
import { fitRegression } from "./fit-regression";

/**
 * Straight trend and unchanging season by least squares: what the past says on the whole, its last turn included no more than any other.
 * Not for demand that changes its course.
 */
export const regression = defineForecastMethod({
  id: "REG",
  label: "Regression on trend and season",
  source: [cite("hyndman-athanasopoulos-2021", "chapter 7"), cite("golub-van-loan-2013", "algorithm 5.3.2")],
  refusal: ({ series }) => refusal(series),
  fit: (task) => {
    const reason = refusal(task.series);
    if (reason !== null) throw new PlanningError("insufficient-data", "demand", reason);
    const season = tellableSeason(task);
    const model = fitRegression({ series: task.series, season, trend: true, log: false, regressors: [] });
    return {
      form: seasonText(season, model.waves),
      fitted: model.fitted,
      forecast: (horizon) => model.forecast(horizon, []),
      interval: (horizon, level) => model.interval(horizon, level, []),
      details: {
        ...Object.fromEntries(model.coefficients.map(({ name, value }) => [name, value])),
        "error sd": Math.sqrt(model.residualVariance),
      },
    };
  },
});

const fewest = 4;

function refusal(series: Series): string | null {
  const count = observed(series).length;
  return count >= fewest ? null : `demand must hold at least ${fewest} observations, got ${count}`;
}

/** The season where two whole ones are observed and, for a short one, each of its places twice; else 1. */
function tellableSeason({ series, season }: ForecastTask): number {
  if (season === 1 || observed(series).length < 2 * season) return 1;
  if (isLong(season)) return season;
  const counts = new Array<number>(season).fill(0);
  series.forEach((value, t) => {
    if (!Number.isNaN(value)) counts[t % season]++;
  });
  return counts.every((count) => count >= 2) ? season : 1;
}

function seasonText(season: number, waves: number): string {
  if (season === 1) return "Trend line";
  return isLong(season) ? `Trend line and ${waves} waves of ${season}` : `Trend line and season of ${season}`;
}
