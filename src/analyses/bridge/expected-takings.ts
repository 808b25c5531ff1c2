import { bucketOf, bucketStart, daysPerMonth } from "../../engine/calendar";

/** Some days of one month. Both ends are ends of days, Excel serials: the days after `from`, up to and with `to`. */
export interface ExpectedSpan {
  readonly from: number;
  readonly to: number;
  /** Units by the forecast; undefined where there is none. */
  readonly forecast: number | undefined;
  /** Units as the year before the whole span tells them. */
  readonly asBefore: number;
}

/** What was expected to be taken of one item at one place. */
export interface ExpectedTakings {
  /** Month by month. */
  spans(from: number, to: number): readonly ExpectedSpan[];
  /** Units a day, as a year before the end of a day tells it. */
  dailyBefore(day: number): number;
}

const YEAR = 12;
const FEWEST = 3;
/**
 * The forecast of each month, by days, and beside it the mean of the twelve months before the span began, as far as they are known. Where
 * fewer than three are known the first twelve there are stand for them.
 * @param past units of past months, that of `last` at the end
 */
export function expectedTakings(
  forecasts: ReadonlyMap<number, number> | undefined,
  past: readonly number[],
  last: number,
): ExpectedTakings {
  const first = last - past.length + 1;
  const dailyBefore = (day: number): number => {
    const known = Math.max(0, Math.min(past.length, bucketOf(day + 1, "M") - first));
    const year = known < FEWEST ? past.slice(0, YEAR) : past.slice(Math.max(0, known - YEAR), known);
    return year.length === 0 ? 0 : year.reduce((sum, units) => sum + units, 0) / year.length / daysPerMonth;
  };
  const spans = (from: number, to: number): ExpectedSpan[] => {
    const daily = dailyBefore(from);
    const found: ExpectedSpan[] = [];
    for (let day = from; day < to;) {
      const month = bucketOf(day + 1, "M");
      const [start, end] = [bucketStart(month, "M"), bucketStart(month + 1, "M")];
      const until = Math.min(to, end - 1);
      const whole = forecasts?.get(month);
      found.push({
        from: day,
        to: until,
        forecast: whole && (whole * (until - day)) / (end - start),
        asBefore: daily * (until - day),
      });
      day = until;
    }
    return found;
  };
  return { spans, dailyBefore };
}
