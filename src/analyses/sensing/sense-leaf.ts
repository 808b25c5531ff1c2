import { bucketOf, isoTextOfSerial } from "../../engine/calendar";
import { PlanningError } from "../../engine/errors";
import { daysOf, soldBetween } from "./evidence";
import { leafForecasts, plannedUnits } from "./leaf-forecasts";
import { WEEKS_AHEAD, type LeafSignals, type SensingChoice } from "./leaf-signals";
import { judge, replaysOf, type JudgedForecast } from "./replay";
import { senseAt, sensedBetween } from "./sense-at";
import { DAYS_IN_WEEK } from "./units-by-day";

export interface SensedWeek {
  /** Monday. */
  readonly date: number;
  readonly base: number;
  readonly sensed: number;
  readonly booked: number;
}

export interface SensedLeaf {
  readonly item: string;
  readonly location: string;
  readonly sources: readonly string[];
  /** Last day that the news speaks of; null without news. */
  readonly until: number | null;
  readonly uplift: number;
  readonly weight: number;
  readonly shift: number;
  readonly weeks: readonly SensedWeek[];
  readonly judged: readonly JudgedForecast[];
  readonly notes: readonly string[];
}

const OPEN_ORDERS = "open orders";

/** Signals read, compared with what was expected, and the forecast of the coming weeks shifted by them. */
export function senseLeaf(leaf: LeafSignals, choice: SensingChoice): SensedLeaf {
  const { today } = leaf;
  const { window, decay, cap } = choice;
  const lead = Math.max(0, ...leaf.signals.map((signal) => signal.lead));
  const weeks = Math.max(WEEKS_AHEAD, lead + Math.ceil(decay) + 1);
  const replays = replaysOf(leaf, window);
  const earliest = daysOf(bucketOf(Math.min(...replays.map((one) => one.today)), "W") - window)[0];
  const forecasts = leafForecasts(leaf, earliest, DAYS_IN_WEEK * (window + weeks + 2));
  const made = forecasts(today);
  const end = daysOf(bucketOf(today, "W") + weeks)[0];
  const level = plannedUnits(leaf, leaf.stat, made, end);
  const base = plannedUnits(leaf, leaf.final, level, end);
  const found = senseAt(leaf, today, level, forecasts, choice);
  if (found === undefined) {
    throw new PlanningError(
      "insufficient-data",
      "Demand",
      "history before the news is too short to sense by",
    );
  }
  const sensed = sensedBetween(base, found, today, decay);
  const notes = [...found.evidence.left];
  if (found.evidence.seen.length < 2) notes.unshift("nothing new to sense by");
  const sources = [...found.evidence.sources];
  const rows = Array.from({ length: weeks }, (_, i): SensedWeek => {
    const [from, to] = daysOf(bucketOf(today, "W") + i);
    const units = base(from, to);
    const sold = leaf.byDay !== undefined && from < today ? soldBetween(leaf.byDay, from, today) : 0;
    const rest = leaf.byDay === undefined ? from : Math.max(from, today);
    const booked = leaf.booked[i] ?? 0;
    const within = (value: number) => Math.min(Math.max(value, units * (1 - cap)), units * (1 + cap));
    const known = sold + booked;
    if (known > units * (1 + cap)) {
      notes.push(
        `week of ${isoTextOfSerial(from)}: ${Math.round(known)} are sold or ordered, more than the cap lets through`,
      );
    }
    const expected = sold + sensed(rest, to);
    if (booked > 0 && known > expected && !sources.includes(OPEN_ORDERS)) sources.push(OPEN_ORDERS);
    return { date: from, base: units, sensed: within(Math.max(known, expected)), booked };
  });
  return {
    item: leaf.leaf.item,
    location: leaf.leaf.location,
    sources,
    until: found.evidence.seen.length === 0 ? null : found.evidence.until - 1,
    uplift: found.uplift,
    weight: found.weight,
    shift: found.shift,
    weeks: rows.filter((row) => !Number.isNaN(row.base)),
    judged: judge(leaf, replays, forecasts, choice),
    notes,
  };
}
