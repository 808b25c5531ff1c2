import { mean, median } from "simple-statistics";
import type { Series } from "./series";
import { trendTest } from "./trend";

/**
 * Seasonal profile, units added in each place of the season, that single outliers hardly move: the median in each place of what is
 * left after Sen's trend over like places, less the mean of these medians.
 */
export function robustSeason(series: Series, season: number): number[] {
  const { slope } = trendTest(series, season);
  const profile = Array.from({ length: season }, (_, place) => {
    const values: number[] = [];
    for (let t = place; t < series.length; t += season) {
      if (!Number.isNaN(series[t])) values.push(series[t] - slope * t);
    }
    return values.length === 0 ? NaN : median(values);
  });
  const centre = mean(profile.filter((units) => !Number.isNaN(units)));
  return profile.map((units) => (Number.isNaN(units) ? 0 : units - centre));
}
