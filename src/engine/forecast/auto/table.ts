import { type BucketCalendar } from "../../calendar";
import { bucketDemand } from "../../demand";
import { PlanningError } from "../../errors";
import { forecastBy, type ForecastModel } from "./by-model";

/** Demand lines of many items, in any order. */
export interface TableLines {
  readonly items: readonly string[];
  /** Places; empty texts where there are none. */
  readonly locations: readonly string[];
  /** Excel serials; NaN where a line is blank. */
  readonly dates: readonly number[];
  readonly quantities: readonly number[];
}

export interface TableChoice {
  readonly horizon: number;
  readonly calendar: BucketCalendar;
  /** Buckets in a season. */
  readonly season: number;
  readonly model: ForecastModel;
  /** Level of the interval, 0-1. */
  readonly level: number;
}

/** One coming period of one item at one place; or an item that cannot be forecast, with the reason. */
export type TableRow = { readonly item: string; readonly location: string } & (
  | {
      readonly date: number;
      readonly forecast: number;
      readonly low: number;
      readonly high: number;
      readonly model: string;
    }
  | { readonly error: PlanningError }
);

/**
 * Forecasts of all items and places, in the order in which they first appear. Every history runs from the item's own first line to the last
 * bucket of the whole table, so that items whose demand has stopped are seen to have stopped.
 */
export function forecastTable(lines: TableLines, choice: TableChoice): TableRow[] {
  const groups = new Map<string, { item: string; location: string; at: number[] }>();
  lines.items.forEach((item, i) => {
    const location = lines.locations[i];
    const key = JSON.stringify([item, location]);
    const group = groups.get(key) ?? { item, location, at: [] };
    group.at.push(i);
    groups.set(key, group);
  });
  const last = lines.dates.reduce((latest, date) => (date > latest ? date : latest), -Infinity);
  return [...groups.values()].flatMap(({ item, location, at }): TableRow[] => {
    try {
      return rowsOf(lines, at, last, choice).map((row) => ({ item, location, ...row }));
    } catch (error) {
      if (error instanceof PlanningError) return [{ item, location, error }];
      throw error;
    }
  });
}

function rowsOf(lines: TableLines, at: readonly number[], last: number, choice: TableChoice) {
  const { calendar, season, horizon, model, level } = choice;
  const own = { dates: at.map((i) => lines.dates[i]), quantities: at.map((i) => lines.quantities[i]) };
  const { quantities } = bucketDemand(own, { bucket: calendar, to: last });
  const task = { series: quantities, season };
  const found = forecastBy(model, task, { horizon });
  const { low, high } = found.interval(level);
  const next = calendar.of(last) + 1;
  return found.forecast.map((forecast, i) => ({
    date: calendar.start(next + i),
    forecast,
    low: low[i],
    high: high[i],
    model: found.model,
  }));
}
