import { readFileSync } from "node:fs";

/** A series with the periods that followed it, which no method sees. */
export interface ScoredSeries {
  readonly set: string;
  readonly id: string;
  /** Season of the scores: MASE and MSIS are scaled by the seasonal naive error with it. */
  readonly m: number;
  /** Season that the calendar gives a forecaster, where it differs from m (M4 scores weekly series with 1). */
  readonly m_calendar?: number;
  readonly h: number;
  readonly train: readonly number[];
  readonly test: readonly number[];
}

export const calendarSeason = ({ m, m_calendar }: ScoredSeries): number => m_calendar ?? m;

export function readSeries(paths: readonly string[]): ScoredSeries[] {
  return paths.flatMap((path) => JSON.parse(readFileSync(path, "utf8")) as ScoredSeries[]);
}

export interface Selection {
  /** At most so many of each set, evenly spread over it. */
  readonly sample?: number;
  /** Odd (1) or even (2) places of each set only: tune on one half, report the other. */
  readonly half?: 1 | 2;
}

/** By set, in the order of their first appearance. */
export function bySet(
  all: readonly ScoredSeries[],
  { sample, half }: Selection,
): Map<string, ScoredSeries[]> {
  const sets = new Map<string, ScoredSeries[]>();
  for (const one of all) sets.set(one.set, [...(sets.get(one.set) ?? []), one]);
  for (const [set, members] of sets) {
    const wanted = members.filter((_, i) => half === undefined || i % 2 === half - 1);
    const step = sample === undefined ? 1 : Math.max(1, wanted.length / sample);
    const count = Math.min(wanted.length, sample ?? Infinity);
    sets.set(
      set,
      Array.from({ length: count }, (_, i) => wanted[Math.floor(i * step)]),
    );
  }
  return sets;
}
