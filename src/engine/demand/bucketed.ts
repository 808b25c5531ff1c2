import { type BucketCalendar, calendarOf, type DemandBucket } from "../calendar";
import { PlanningError, insufficientData, invalidInput } from "../errors";

export interface DemandLines {
  /** Excel serials in any order; NaN where a line is blank. */
  readonly dates: readonly number[];
  /** Units of each line, returns negative; NaN where a line is blank. */
  readonly quantities: readonly number[];
}

export interface BucketRange {
  readonly bucket: DemandBucket | BucketCalendar;
  /** Any day of the first and of the last bucket; undefined: those of the first and the last line. */
  readonly from?: number;
  readonly to?: number;
}

export interface BucketedDemand {
  /** Serial of the first day of each bucket. */
  readonly starts: number[];
  readonly quantities: number[];
}

const rowsOfSheet = 1_048_576;

/**
 * Demand lines summed by time bucket, whole buckets, one after another without a gap; a bucket without lines is demand of 0.
 * A line without a quantity does not count; neither does one outside the range.
 */
export function bucketDemand(
  { dates, quantities }: DemandLines,
  { bucket, from, to }: BucketRange,
): BucketedDemand {
  if (dates.length !== quantities.length) {
    const message = `qty must have as many entries as dates (${dates.length}), got ${quantities.length}`;
    throw new PlanningError("invalid-input", "qty", message);
  }
  const calendar = typeof bucket === "string" ? calendarOf(bucket) : bucket;
  const lines = dates.flatMap((date, i) => {
    const units = quantities[i];
    if (Number.isNaN(date)) {
      if (Number.isNaN(units) || units === 0) return [];
      throw invalidInput(`dates at entry ${i + 1}`, "must be a date where qty holds a number", "");
    }
    return Number.isNaN(units) ? [] : [{ place: calendar.of(date), units }];
  });
  const first = from === undefined ? outermost(lines, Math.min) : calendar.of(from);
  const last = to === undefined ? outermost(lines, Math.max) : calendar.of(to);
  if (first > last && from !== undefined && to !== undefined) {
    throw invalidInput("to", "must be in the bucket of from or later", to);
  }
  if (first > last) throw insufficientData("dates", "must hold a line inside the range", 0);
  const count = last - first + 1;
  if (count > rowsOfSheet) {
    throw invalidInput(
      "dates",
      `must span at most ${rowsOfSheet} buckets, as many as a sheet has rows`,
      count,
    );
  }
  const totals = new Array<number>(count).fill(0);
  for (const { place, units } of lines) if (place >= first && place <= last) totals[place - first] += units;
  return { starts: totals.map((_, i) => calendar.start(first + i)), quantities: totals };
}

function outermost(
  lines: readonly { readonly place: number }[],
  pick: (a: number, b: number) => number,
): number {
  if (lines.length === 0) throw insufficientData("dates", "must hold at least one dated line", 0);
  return lines.reduce((found, { place }) => pick(found, place), lines[0].place);
}
