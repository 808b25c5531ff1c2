import { bucketOf, type DemandBucket } from "../calendar";
import { insufficientData, invalidInput } from "../errors";
import { observed, type Series } from "./series";
import { seasonalLine, serialInflation, trendTest } from "./trend";

export const lifecycleStages = ["New", "Growth", "Mature", "Decline", "EOL", "Inactive"] as const;
export type LifecycleStage = (typeof lifecycleStages)[number];

export interface LifecycleRequest {
  /** Up to the period of `asOf`, without gaps in time. */
  readonly demand: Series;
  readonly bucket: DemandBucket;
  /** Excel serials. `asOf` is a day of the last period of demand; it places the other two. */
  readonly launch?: number;
  readonly endOfLife?: number;
  readonly asOf?: number;
}

export interface Lifecycle {
  readonly stage: LifecycleStage;
  /** Periods since launch, the current one included. */
  readonly age: number;
  /** Of the trend test, where it was needed: standard normal without a trend, and change a year as a share of the mean. */
  readonly z?: number;
  readonly yearlyChange?: number;
}

/** Periods that a product is new for, and periods without demand after which it is inactive. */
const periodsNew = 6;
const periodsInactive = 12;
/** A run of periods without demand less likely than this is a decline, before the twelve are full. */
const unlikely = 0.01;
/** |z| beyond which a trend is more than chance (5 %, both ways), and yearly change beyond which it matters. */
const significant = 1.959963984540054;
const material = 0.1;

/** Periods in a season and in a year, and how far back a stage looks: older trends are history, not a stage. */
const calendar: Record<DemandBucket, { season: number; year: number; window: number }> = {
  D: { season: 7, year: 365.25, window: 364 },
  W: { season: 52, year: 365.25 / 7, window: 156 },
  M: { season: 12, year: 12, window: 36 },
  Q: { season: 4, year: 4, window: 12 },
};

/**
 * Stage of a product's life. In this order: EOL, its date is reached; New, fewer than 6 periods since launch, or nothing sold yet;
 * Inactive, the last 12 periods without demand; Growth and Decline, a trend over the last three years (a year of days) that is both
 * significant and at least 10 % of the mean a year; Decline too where demand has stopped for longer than it ever made likely; else
 * Mature. Neighbouring periods that move together weaken the test.
 */
export function lifecycle({ demand, bucket, launch, endOfLife, asOf }: LifecycleRequest): Lifecycle {
  const periodsTo = (date: number) => {
    if (asOf === undefined) {
      throw invalidInput("asof", "must be given where launch or eol is (a day of the last period)", "");
    }
    return bucketOf(asOf, bucket) - bucketOf(date, bucket);
  };
  const firstSale = demand.findIndex((units) => units > 0);
  const age = launch !== undefined ? periodsTo(launch) + 1 : firstSale === -1 ? 0 : demand.length - firstSale;
  if (endOfLife !== undefined && periodsTo(endOfLife) >= 0) return { stage: "EOL", age };
  if (age < periodsNew && !(launch === undefined && isInactive(demand))) return { stage: "New", age };
  if (isInactive(demand)) return { stage: "Inactive", age };
  if (firstSale === -1) return { stage: "New", age };
  const { season, year, window } = calendar[bucket];
  const recent = demand.slice(-Math.min(age, window));
  const values = observed(recent);
  if (values.length < periodsNew) {
    throw insufficientData("demand", `must hold at least ${periodsNew} periods since launch`, values.length);
  }
  const compared = recent.length >= 2 * season ? season : 1;
  // Sen's slope would be 0 wherever most pairs of an intermittent item tie at no demand; direction and chance are judged by ranks.
  const { slope, residuals } = seasonalLine(recent, compared);
  const z = trendTest(recent, compared).z / Math.sqrt(serialInflation(residuals));
  const mean = values.reduce((sum, units) => sum + units, 0) / values.length;
  const yearlyChange = mean > 0 ? (slope * year) / mean : 0;
  const moves = Math.abs(z) > significant && Math.abs(yearlyChange) >= material;
  if (silence(recent) < unlikely) return { stage: "Decline", age, z, yearlyChange };
  const stage = !moves || Math.sign(z) !== Math.sign(slope) ? "Mature" : slope > 0 ? "Growth" : "Decline";
  return { stage, age, z, yearlyChange };
}

function isInactive(demand: Series): boolean {
  const last = demand.slice(-periodsInactive);
  return last.length === periodsInactive && last.every((units) => units === 0);
}

/** Chance of the run of zeros at the end, by what came before it: Laplace's rule of succession, a period with demand or without. */
function silence(series: Series): number {
  let end = series.length;
  while (end > 0 && series[end - 1] === 0) end--;
  const before = observed(series.slice(0, end));
  const without = before.filter((units) => units === 0).length;
  let chance = 1;
  for (let i = 0; i < series.length - end; i++) chance *= (without + 1 + i) / (before.length + 2 + i);
  return chance;
}
