import type { Series } from "../demand";
import { longSeasonRefusal, longSeasonWeight, takeOutLongSeason } from "./decomposition";
import { longestSeason } from "./ets";
import { criticalAutocorrelation, isSeasonal, seasonalityStatistic } from "./seasonal-adjustment";

/** Whether the season that the calendar suggests is used, and why. */
export interface SeasonalityFinding {
  readonly season: number;
  readonly used: boolean;
  /** Share of the seasonal forecast, 0-1: 1 for a short season in use, 0 for one not used. */
  readonly weight: number;
  readonly explanation: string;
}

/**
 * Calendar first, test second: the length comes from the bucket (12 months, 4 quarters, 52 weeks, 7 days) and is never searched for, which was
 * measured worse than no season at all; a test then decides whether it is used. Up to 24 periods the test is that of the Theta
 * method (`isSeasonal`); a longer season is used wherever two of it are there, at the weight that its strength gives
 * (`longSeasonWeight`), since a yes-or-no test was measured worse.
 */
export function seasonalityOf(series: Series, season: number): SeasonalityFinding {
  if (season === 1) return finding(season, 0, "no season: the calendar gives none");
  if (season > longestSeason) return longFinding(series, season);
  if (series.length <= 2 * season) {
    const rule = `more than two seasons (${2 * season} periods) are needed to tell it, got ${series.length}`;
    return finding(season, 0, `season of ${season} not used: ${rule}`);
  }
  const observations = series.filter((value) => !Number.isNaN(value));
  if (observations.every((value) => value === observations[0]))
    return finding(season, 0, `season of ${season} not used: demand never changes`);
  const used = isSeasonal(series, season);
  const size = seasonalityStatistic(series, season).toFixed(1);
  const against = `${criticalAutocorrelation.toFixed(2)} standard errors`;
  return finding(
    season,
    used ? 1 : 0,
    used
      ? `season of ${season} used: demand resembles that of a season before, by ${size} against ${against} that chance allows`
      : `season of ${season} not used: demand resembles that of a season before by ${size}, no more than the ${against} that chance allows`,
  );
}

function longFinding(series: Series, season: number): SeasonalityFinding {
  const refusal = longSeasonRefusal({ series, season });
  if (refusal !== null) return finding(season, 0, `season of ${season} not used: ${refusal}`);
  const { strength } = takeOutLongSeason(series, season);
  const weight = longSeasonWeight(strength);
  const percent = (share: number) => `${Math.round(100 * share)} %`;
  const reason = `it makes up ${percent(strength)} of what is left after the trend`;
  return finding(
    season,
    weight,
    `season of ${season} used at ${percent(weight)} of the forecast: ${reason}; the rest is forecast without it, in case last year's pattern does not return`,
  );
}

function finding(season: number, weight: number, explanation: string): SeasonalityFinding {
  return { season, used: weight > 0, weight, explanation };
}
