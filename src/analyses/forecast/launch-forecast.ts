import { matchedForecast, type Attribute, type MatchedForecast } from "../../engine/forecast";
import { normalQuantile } from "../../engine/math/normal";
import { intervalLevel } from "./forecast-options";
import type { SeriesForecast } from "./forecast-series";
import { orUndefined } from "./or-undefined";

/** A launch of the past, or an item that sells already. */
export interface Analogue {
  readonly item: string;
  readonly attributes: readonly Attribute[];
  /** Since its launch; of an item that was always there its usual level alone. */
  readonly sales: readonly number[];
}

/** What a new item is forecast from. */
export interface LaunchCase {
  readonly attributes: readonly Attribute[];
  /** Items that were launched within the history of the same place. */
  readonly launches: readonly Analogue[];
  /** Mean demand of the last season of the items of its family there, that are no launches. */
  readonly peers: readonly { readonly item: string; readonly level: number }[];
  /** Buckets until the launch; 0 where it is on sale. */
  readonly wait: number;
}

const nearest = 3;

/**
 * Forecast of an item with hardly any demand: the course of launches most like it by family, price and cost, or where none reaches far enough the
 * usual level of its family; scaled to what it has sold so far, with the weight of one bucket for the course itself. Undefined where there is
 * nothing alike.
 */
export function launchForecast(
  own: readonly number[],
  { attributes, launches, peers, wait }: LaunchCase,
  horizon: number,
): SeriesForecast | undefined {
  const length = own.length + horizon;
  const reaching = launches.filter(({ sales }) => sales.length >= length);
  const matched =
    reaching.length === 0
      ? undefined
      : orUndefined(() => matchedForecast({ attributes, launches: reaching, nearest, h: length }));
  const course = matched?.forecast ?? levelCourse(peers, length);
  if (course === undefined) return undefined;
  const usual = course.reduce((sum, units) => sum + units, 0) / length;
  const expected = course.slice(0, own.length).reduce((sum, units) => sum + units, 0);
  const sold = own.reduce((sum, units) => sum + units, 0);
  const scale = usual === 0 ? 1 : (sold + usual) / (expected + usual);
  const point = Array.from({ length: horizon }, (_, t) =>
    t < wait ? 0 : scale * course[own.length + t - wait],
  );
  const spread = spreadOf(
    matched === undefined ? peers.map(({ level }) => [level]) : reaching.map(({ sales }) => sales),
  );
  const z = normalQuantile((1 + intervalLevel) / 2);
  const names =
    matched === undefined
      ? peers.map(({ item }) => item)
      : matched.near.map(({ launch }) => reaching[launch].item);
  return {
    model: "ANALOGUE",
    label: matched === undefined ? "Usual level of its family" : "Course of similar launches",
    why: [
      reasonOf(names, matched),
      own.length === 0
        ? "Nothing sold yet: the course is taken as it is"
        : `Scaled by ${scale.toFixed(2)} to what was sold so far`,
      `Low and High from how far such items differ: ${(100 * spread).toFixed(0)}% of their mean`,
    ],
    ranked: [],
    fitted: own.map(() => NaN),
    forecast: point,
    low: point.map((units) => Math.max(0, units * (1 - z * spread))),
    high: point.map((units) => units * (1 + z * spread)),
  };
}

function levelCourse(peers: LaunchCase["peers"], length: number): number[] | undefined {
  if (peers.length === 0) return undefined;
  return new Array<number>(length).fill(peers.reduce((sum, { level }) => sum + level, 0) / peers.length);
}

function reasonOf(names: readonly string[], matched: MatchedForecast | undefined): string {
  const few = names.slice(0, 5).join(", ") + (names.length > 5 ? `, ${names.length - 5} more` : "");
  if (matched === undefined) return `New: no launch to learn from, so the mean of its family (${few})`;
  const weight = (100 * matched.weight).toFixed(0);
  return `New: after the launches of ${few}, the most alike by family, price and cost (${weight}% of it, the rest after all launches)`;
}

/** Standard deviation of the items' totals over their mean; a lone item tells nothing, so as much as its mean. */
function spreadOf(items: readonly (readonly number[])[]): number {
  const shortest = Math.min(...items.map(({ length }) => length));
  const totals = items.map((sales) => sales.slice(0, shortest).reduce((sum, units) => sum + units, 0));
  const mean = totals.reduce((sum, total) => sum + total, 0) / totals.length;
  if (totals.length < 2 || mean === 0) return 1;
  const squares = totals.reduce((sum, total) => sum + (total - mean) ** 2, 0);
  return Math.sqrt((squares / (totals.length - 1)) * (1 + 1 / totals.length)) / mean;
}
