import { longestSeason } from "../ets";

/** What explains demand beside the regressors. */
export interface Calendar {
  readonly trend: boolean;
  /** Periods in a season; 1 for none. */
  readonly season: number;
}

/** Pairs of waves that a long season may take; more would follow the noise of single weeks. */
export const mostWaves = 10;

/** Seasons longer than exponential smoothing carries are waves here: a dummy for each of 52 weeks asks for more years than there are. */
export const isLong = (season: number): boolean => season > longestSeason;

/** A column of the design. */
export interface Column {
  readonly name: string;
  /** Its value in period t, 0 the first of the history. */
  readonly at: (t: number) => number;
}

/** Constant, trend and, for a short season, a dummy for each of its places but the first. */
export function calendarColumns({ trend, season }: Calendar): Column[] {
  const columns: Column[] = [{ name: "level", at: () => 1 }];
  if (trend) columns.push({ name: "trend per period", at: (t) => t });
  if (!isLong(season)) {
    for (let place = 1; place < season; place++)
      columns.push({ name: `season ${place + 1} less season 1`, at: (t) => Number(t % season === place) });
  }
  return columns;
}

/** Sine and cosine of each wave, the slowest first. Source: Hyndman and Athanasopoulos (2021), section 7.4. */
export function waveColumns(season: number): Column[] {
  if (!isLong(season)) return [];
  return Array.from({ length: mostWaves }, (_, i) => i + 1).flatMap((k) => {
    // The place in the season keeps the angle small, and with it exact.
    const angle = (t: number) => (2 * Math.PI * ((k * t) % season)) / season;
    return [
      { name: `wave ${k}, sine`, at: (t: number) => Math.sin(angle(t)) },
      { name: `wave ${k}, cosine`, at: (t: number) => Math.cos(angle(t)) },
    ];
  });
}
