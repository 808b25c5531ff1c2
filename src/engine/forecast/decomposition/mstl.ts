import { PlanningError, insufficientData } from "../../errors";
import type { Series } from "../../demand";
import { checkSeason, stl } from "./stl";

export interface MstlSettings {
  /** Lengths of the seasons in periods: 7 and 365.25 for days; fractions are cut off, since places of a season are whole periods. */
  readonly seasons: readonly number[];
  /** One window for each season, shortest first, as `seasonalWindow` of stl; by default 11, 15, 19, ... */
  readonly seasonalWindows?: readonly (number | "periodic")[];
  readonly robust?: boolean;
}

/** series = trend + all seasonal parts + remainder. */
export interface MstlDecomposition {
  /** Whole lengths of the seasons, shortest first. */
  readonly seasons: readonly number[];
  readonly trend: readonly number[];
  /** One part for each season, shortest first. */
  readonly seasonal: readonly (readonly number[])[];
  /** NaN where the observation is missing. */
  readonly remainder: readonly number[];
}

/** Rounds over all seasons: in the second each season is found anew with the others taken out. */
const rounds = 2;

/**
 * Decomposition with several seasons: each is taken out by stl in turn, shortest first, twice over.
 * Source: Bandara, Hyndman and Bergmeir (2021), section 2.
 * @throws PlanningError where fewer than two of the longest season are there
 */
export function mstl(
  series: Series,
  { seasons: wanted, seasonalWindows, robust }: MstlSettings,
): MstlDecomposition {
  const seasons = [...new Set(wanted.map(Math.floor))].sort((a, b) => a - b);
  if (seasons.length === 0)
    throw new PlanningError("invalid-input", "seasons", "seasons must name one, got none");
  seasons.forEach(checkSeason);
  const longest = seasons[seasons.length - 1];
  if (series.length < 2 * longest) {
    const rule = `must hold at least two of the longest season (${2 * longest} periods)`;
    throw insufficientData("demand", rule, series.length);
  }
  const parts = seasons.map(() => new Array<number>(series.length).fill(0));
  let rest = [...series];
  let trend: readonly number[] = [];
  for (let round = 0; round < (seasons.length > 1 ? rounds : 1); round++) {
    seasons.forEach((season, i) => {
      const part = parts[i];
      rest = rest.map((value, t) => value + part[t]);
      const seasonalWindow = seasonalWindows?.[i] ?? 11 + 4 * i;
      const found = stl(rest, { season, seasonalWindow, robust });
      parts[i] = [...found.seasonal];
      rest = rest.map((value, t) => value - found.seasonal[t]);
      trend = found.trend;
    });
  }
  return { seasons, trend, seasonal: parts, remainder: rest.map((value, t) => value - trend[t]) };
}
