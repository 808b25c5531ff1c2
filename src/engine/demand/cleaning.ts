import { median } from "simple-statistics";
import { insufficientData } from "../errors";
import { madScale, quantileOfSorted, robustScale } from "../math/robust";
import { robustSeason } from "./robust-season";
import { isMissing, type Series } from "./series";
import { intermittentInterval } from "./statistics";

export const cleaningMethods = ["HAMPEL", "IQR", "CAP"] as const;
export type CleaningMethod = (typeof cleaningMethods)[number];

export interface CleaningRequest {
  readonly method: CleaningMethod;
  /** How far from the middle is too far: robust standard deviations, or interquartile ranges beyond the quartiles (IQR). */
  readonly k: number;
  /** Periods in a season that is taken out before judging; undefined for none. */
  readonly season?: number;
}

const kept = 0;
export const changed = 1;
/** The last period stands out: it may be an outlier or the start of something, so it is left as it is for the planner to judge. */
export const lastStandsOut = 2;

export interface CleanedDemand {
  /** Missing periods stay missing. */
  readonly values: number[];
  readonly flags: number[];
}

/** With fewer values nothing can be said to stand out. */
const fewestToJudge = 5;
/** Half of the periods around the one that is judged. */
const neighbours = 3;

/**
 * Demand with its outliers replaced.
 * - HAMPEL: too far from the median of the seven periods around; replaced by that median. Follows trends and shifts.
 * - IQR: outside Tukey's fences over the whole history; replaced by a straight line between the neighbours that stay.
 * - CAP: too far from the median of the whole history; brought back to the limit.
 * Source: Pearson (2002) for Hampel's filter, Tukey (1977), ch. 2, for the fences.
 */
export function cleanDemand(demand: Series, { method, k, season }: CleaningRequest): CleanedDemand {
  const profile = seasonOf(demand, season);
  const judged = judgedPeriods(demand);
  const flags = demand.map((units) => (isMissing(units) ? NaN : kept));
  const values = [...demand];
  if (judged.length < fewestToJudge) return { values, flags };
  const level = judged.map((t) => demand[t] - profile(t));
  const replacements = judges[method](level, k);
  const floor = demand.some((units) => units < 0) ? -Infinity : 0;
  const last = demand.reduce((found, units, t) => (isMissing(units) ? found : t), 0);
  judged.forEach((t, i) => {
    if (Number.isNaN(replacements[i])) return;
    flags[t] = t === last ? lastStandsOut : changed;
    if (t !== last) values[t] = Math.max(floor, replacements[i] + profile(t));
  });
  return { values, flags };
}

function seasonOf(demand: Series, season: number | undefined): (t: number) => number {
  if (season === undefined) return () => 0;
  if (demand.length < 3 * season) {
    // Of two values that disagree none can be told to be the outlier.
    throw insufficientData("demand", `must hold at least 3 seasons (${3 * season} periods)`, demand.length);
  }
  const profile = robustSeason(demand, season);
  return (t) => profile[t % season];
}

/** Where demand is intermittent, periods without any are normal, and only the sizes are judged. */
function judgedPeriods(demand: Series): number[] {
  const known = demand.map((_, t) => t).filter((t) => !isMissing(demand[t]));
  const active = known.filter((t) => demand[t] !== 0);
  return known.length >= intermittentInterval * active.length ? active : known;
}

/** What each value is replaced by; NaN where it stays. */
type Judge = (values: readonly number[], k: number) => number[];

const hampel: Judge = (values, k) => {
  const windows = values.map((_, i) => {
    const first = Math.max(0, Math.min(i - neighbours, values.length - 2 * neighbours - 1));
    return values.slice(first, first + 2 * neighbours + 1);
  });
  const middles = windows.map((window) => median(window));
  // Seven values tell their spread poorly: it is never taken to be less than what is usual in this history.
  const usual = robustScale(values.map((value, i) => value - middles[i]));
  return values.map((value, i) => {
    const scale = Math.max(madScale(windows[i]), usual);
    return Math.abs(value - middles[i]) > k * scale ? middles[i] : NaN;
  });
};

const fences: Judge = (values, k) => {
  const sorted = [...values].sort((a, b) => a - b);
  const [lower, upper] = [quantileOfSorted(sorted, 0.25), quantileOfSorted(sorted, 0.75)];
  const range = upper > lower ? upper - lower : quartilesApart * robustScale(values);
  const outside = values.map((value) => value < lower - k * range || value > upper + k * range);
  return values.map((_, i) => (outside[i] ? between(values, outside, i) : NaN));
};
/** Interquartile range of a normal distribution, in standard deviations: 2 z(0.75). */
const quartilesApart = 1.3489795003921634;

function between(values: readonly number[], outside: readonly boolean[], i: number): number {
  const before = outside.lastIndexOf(false, i);
  const after = outside.indexOf(false, i);
  if (before === -1) return values[after];
  if (after === -1) return values[before];
  return values[before] + ((values[after] - values[before]) * (i - before)) / (after - before);
}

const cap: Judge = (values, k) => {
  const middle = median([...values]);
  const limit = k * robustScale(values);
  return values.map((value) => {
    if (Math.abs(value - middle) <= limit) return NaN;
    return middle + Math.sign(value - middle) * limit;
  });
};

const judges: Record<CleaningMethod, Judge> = { HAMPEL: hampel, IQR: fences, CAP: cap };
