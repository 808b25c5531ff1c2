import { bucketOf } from "../../engine/calendar";
import { quantileOfSorted } from "../../engine/math/robust";
import type { LeafDemand } from "../health/coming-demand";
import type { LeafHistory } from "../health/leaf-history";
import type { Move } from "../health/leaf-moves";
import { monthEnd } from "../health/month-ends";
import { noEffects, type ByDriver } from "./drivers";
import { expectedTakings, type ExpectedSpan } from "./expected-takings";
import type { DueLine, OrderLines } from "./order-lines";
import type { ParametersOn } from "./policy-in-force";

/** What moves the units of one item at one place, by month of the history. */
export interface LeafDrivers {
  /** What each driver accounts for at each month end, NaN where not known; where a policy is followed the parts add up to the units. */
  readonly parts: readonly ByDriver[];
  /** Whether a policy in force tells what to order. */
  readonly followsPolicy: boolean;
  /** Units issued a month, over the year up to each month end. */
  readonly rate: readonly number[];
}

export interface LeafInputs {
  readonly months: readonly number[];
  /** The last day before Transactions begin. */
  readonly opening: number;
  readonly demand: LeafDemand;
  readonly forecasts: ReadonlyMap<number, number> | undefined;
  readonly lines: OrderLines | undefined;
  readonly policy: ParametersOn | undefined;
}

const YEAR = 12;

/**
 * Stock at the end of a day is the position of one lead time before, less what was taken since, more what came early, less what is late
 * (Silver, Pyke and Thomas 2017, section 6.2). The policy in force says between which levels the position lies; what was taken is what was
 * expected less the error of that.
 */
export function leafDrivers(leaf: LeafHistory, inputs: LeafInputs): LeafDrivers {
  const { months, opening, demand, forecasts, lines, policy } = inputs;
  const expected = expectedTakings(forecasts, demand.past, months[months.length - 1]);
  const leadTime = leadTimeOf(lines, leaf.facts?.LeadTime ?? null);
  const lots = meanReceipts(leaf.moves, months);
  const bands = months.map(
    (month) => policy?.(monthEnd(month), expected.dailyBefore(monthEnd(month))).band ?? null,
  );
  const followsPolicy = leadTime !== undefined && bands.every((band) => band !== null);
  let missed = 0;
  const parts = months.map((month, t): ByDriver => {
    const end = monthEnd(month);
    const from = Math.max(opening, end - (leadTime ?? 0));
    const all = sumsUpTo(leaf.moves, end);
    const before = sumsUpTo(leaf.moves, from);
    const early = (lines?.due ?? []).reduce((sum, line) => sum + earlyUnits(line, end), 0);
    const taken = all.taken - before.taken;
    const spans = expected.spans(from, end);
    const due = spans.reduce((sum, { forecast, asBefore }) => sum + (forecast ?? asBefore), 0);
    const part = noEffects();
    part["write-off"] = -all.scrapped;
    part["counts and moves"] = all.moved;
    part["lead time"] = early;
    const band = bands[t];
    if (!followsPolicy || band === null) {
      // Where no lead time is known, the errors of all months stay on the shelf.
      if (leadTime === undefined) missed += forecastMissed(forecasts, demand.past, months, t);
      part["forecast error"] = leadTime === undefined ? missed : errorOfForecasts(spans, leaf.moves);
      part["lot size"] = lots[t] / 2;
      part.policy = policy?.(end, 0).safetyStock ?? 0;
      return part;
    }
    part["forecast error"] = due - taken;
    const corrected = all.moved - all.scrapped - (before.moved - before.scrapped);
    const position = leaf.units[t] - early + taken - corrected;
    const within = Math.min(Math.max(position, band.floor), band.floor + band.width);
    part.policy = band.floor;
    part["lot size"] = band.width / 2;
    part["order cycle"] = within - band.floor - band.width / 2;
    // What was written off or moved away before the orders went out is in the position, and told by itself.
    part.ordering = position - within - (before.moved - before.scrapped);
    part.mix = -due;
    return part;
  });
  return {
    parts,
    followsPolicy,
    rate: months.map((_, t) => {
      const year = leaf.issuedUnits.slice(Math.max(1, t - YEAR + 1), t + 1);
      return year.length === 0 ? 0 : year.reduce((sum, units) => sum + units, 0) / year.length;
    }),
  };
}

/** Days from order to promised day, as most lines have it; else that of the item. */
function leadTimeOf(lines: OrderLines | undefined, ofItem: number | null): number | undefined {
  if (lines !== undefined && lines.promised.length > 0)
    return Math.round(
      quantileOfSorted(
        [...lines.promised].sort((a, b) => a - b),
        0.5,
      ),
    );
  return ofItem === null ? undefined : Math.round(ofItem);
}

/** Forecast less what was taken, over the spans that have a forecast. */
function errorOfForecasts(spans: readonly ExpectedSpan[], moves: readonly Move[]): number {
  return spans.reduce((sum, { from, to, forecast }) => {
    if (forecast === undefined) return sum;
    return sum + forecast - (sumsUpTo(moves, to).taken - sumsUpTo(moves, from).taken);
  }, 0);
}

/** Forecast less demand of one month; 0 where either is not known. */
function forecastMissed(
  forecasts: LeafInputs["forecasts"],
  past: readonly number[],
  months: readonly number[],
  t: number,
): number {
  const [expected, actual] = [forecasts?.get(months[t]), past[past.length - months.length + t]];
  return expected === undefined || actual === undefined ? 0 : expected - actual;
}

/** Units taken, scrapped, and moved or counted, up to the end of a day. */
function sumsUpTo(moves: readonly Move[], end: number) {
  let [taken, scrapped, moved] = [0, 0, 0];
  for (const { day, quantity, kind } of moves) {
    if (day > end) break;
    if (kind === "issue") taken -= quantity;
    else if (kind === "scrap") scrapped -= quantity;
    else if (kind === "transfer" || kind === "adjustment") moved += quantity;
  }
  return { taken, scrapped, moved };
}

/** Mean receipt of the year up to each month end; NaN where there was none. */
function meanReceipts(moves: readonly Move[], months: readonly number[]): number[] {
  const received = months.map(() => ({ units: 0, count: 0 }));
  for (const { day, quantity, kind } of moves) {
    const at = bucketOf(day, "M") - months[0];
    if (kind !== "receipt" || quantity <= 0 || at < 0 || at >= months.length) continue;
    received[at].units += quantity;
    received[at].count++;
  }
  return months.map((_, t) => {
    const year = received.slice(Math.max(0, t - YEAR + 1), t + 1);
    const count = year.reduce((sum, one) => sum + one.count, 0);
    return count === 0 ? NaN : year.reduce((sum, one) => sum + one.units, 0) / count;
  });
}

function earlyUnits({ due, received, quantity }: DueLine, end: number): number {
  const isThere = received <= end;
  const isDue = due <= end;
  return isThere === isDue ? 0 : isThere ? quantity : -quantity;
}
