import { PlanningError, insufficientData, invalidInput } from "../../errors";
import type { Series } from "../../demand";
import { type LinearFit, QrFactor } from "../../math/linear-fit";
import { studentQuantile } from "../../math/student-t";
import type { Interval } from "../method";
import { type Calendar, type Column, calendarColumns, waveColumns } from "./design";

export interface RegressionTask extends Calendar {
  /** NaN where missing; such periods are left out of the fit. */
  readonly series: Series;
  /** Known drivers, one list a driver, as long as the series; a period with a NaN in one of them is left out of the fit. */
  readonly regressors: readonly Series[];
  /** Fit logarithms: effects are shares, and the forecast is the median of the outcomes. */
  readonly log: boolean;
}

/** A fitted regression. `future` holds each driver's values in the coming periods, one list a driver. */
export interface RegressionModel {
  /** Names and values, in the units of demand, or of its logarithm. */
  readonly coefficients: readonly { readonly name: string; readonly value: number; readonly sd: number }[];
  /** Sum of squared residuals over the degrees of freedom, of logarithms under `log`. */
  readonly residualVariance: number;
  readonly degreesOfFreedom: number;
  /** Pairs of waves taken for a long season. */
  readonly waves: number;
  /** NaN where a driver is missing. */
  readonly fitted: readonly number[];
  readonly forecast: (horizon: number, future: readonly Series[]) => number[];
  /** Holds `level` of the outcomes, the uncertainty of the coefficients included. */
  readonly interval: (horizon: number, level: number, future: readonly Series[]) => Interval;
}

/**
 * Ordinary least squares on level, trend, season and drivers. A season of up to 24 has a dummy for each place; a longer one has as many
 * pairs of sine and cosine, up to 10, as give the smallest corrected Akaike criterion.
 * Source: Hyndman and Athanasopoulos (2021), chapter 7.
 */
export function fitRegression(task: RegressionTask): RegressionModel {
  const { series, log, regressors } = task;
  checkDemand(series, log);
  checkLengths(series, regressors);
  const drivers = regressors.map((values, i): Column => ({
    name: `regressor ${i + 1}`,
    at: (t) => values[t],
  }));
  const fixed = [...calendarColumns(task), ...drivers];
  const rows = series.flatMap((value, t) =>
    Number.isNaN(value) || regressors.some((values) => Number.isNaN(values[t])) ? [] : [t],
  );
  if (rows.length <= fixed.length) {
    const rule = `must hold more complete periods than the regression has unknowns (${fixed.length})`;
    throw insufficientData("demand", rule, rows.length);
  }
  const columns = [...fixed, ...waveColumns(task.season)].slice(0, rows.length - 1);
  const y = Float64Array.from(rows, (t) => (log ? Math.log(series[t]) : series[t]));
  const factor = new QrFactor(
    columns.map(({ at }) => Float64Array.from(rows, at)),
    y,
  );
  if (factor.rank < fixed.length) throw dependent(factor.rank, task, fixed.length - regressors.length);
  const waves = bestWaves(factor, fixed.length, rows.length);
  return toModel(
    task,
    columns.slice(0, fixed.length + 2 * waves),
    factor.fit(fixed.length + 2 * waves),
    waves,
  );
}

function checkDemand(series: Series, log: boolean): void {
  const low = log ? series.findIndex((value) => value <= 0) : -1;
  if (low < 0) return;
  const message = `demand must be above 0 under log, got ${series[low]} at position ${low + 1}`;
  throw new PlanningError("invalid-input", "demand", message);
}

function checkLengths(series: Series, regressors: readonly Series[]): void {
  const wrong = regressors.find((values) => values.length !== series.length);
  if (wrong !== undefined)
    throw invalidInput(
      "regressors",
      `must have one value for each period of demand (${series.length})`,
      wrong.length,
    );
}

/** The first column that follows from those before it, in the argument's own words. */
function dependent(index: number, { trend }: RegressionTask, first: number): PlanningError {
  if (index >= first) {
    const rule = "regressors must each say something that level, trend, season and the columns before do not";
    return new PlanningError("invalid-input", "regressors", `${rule}, got column ${index - first + 1}`);
  }
  if (trend && index === 1) return insufficientData("demand", "must hold two periods for a trend", 1);
  const place = index - (trend ? 2 : 1) + 2;
  const message = `demand must hold enough observations at each place of the season, got too few at place ${place}`;
  return new PlanningError("insufficient-data", "demand", message);
}

/** Pairs of waves with the smallest corrected Akaike criterion; columns that follow from others end the list. */
function bestWaves(factor: QrFactor, fixed: number, rows: number): number {
  const most = Math.floor((factor.rank - fixed) / 2);
  let best = 0;
  let least = Infinity;
  for (let waves = 0; waves <= most; waves++) {
    const k = fixed + 2 * waves + 1;
    if (rows - k - 1 <= 0) break;
    const criterion =
      rows * Math.log(factor.sumOfSquares(k - 1) / rows) + 2 * k + (2 * k * (k + 1)) / (rows - k - 1);
    if (criterion < least) {
      least = criterion;
      best = waves;
    }
  }
  return best;
}

function toModel(
  task: RegressionTask,
  columns: readonly Column[],
  fit: LinearFit,
  waves: number,
): RegressionModel {
  const { series, log, regressors } = task;
  const variance = fit.sumOfSquares / fit.degreesOfFreedom;
  const back = (value: number) => (log ? Math.exp(value) : value);
  const first = calendarColumns(task).length;
  const row = (t: number, drivers: readonly number[]) =>
    columns.map(({ at }, k) => (k >= first && k < first + drivers.length ? drivers[k - first] : at(t)));
  const value = (x: readonly number[]) => x.reduce((sum, each, k) => sum + each * fit.coefficients[k], 0);
  const coming = (horizon: number, future: readonly Series[]) => {
    checkFuture(horizon, future, regressors.length);
    return Array.from({ length: horizon }, (_, i) =>
      row(
        series.length + i,
        future.map((values) => values[i]),
      ),
    );
  };
  return {
    coefficients: columns.map(({ name }, k) => ({
      name,
      value: fit.coefficients[k],
      sd: Math.sqrt(variance * fit.leverage(columns.map((_, j) => Number(j === k)))),
    })),
    residualVariance: variance,
    degreesOfFreedom: fit.degreesOfFreedom,
    waves,
    fitted: series.map((_, t) =>
      back(
        value(
          row(
            t,
            regressors.map((values) => values[t]),
          ),
        ),
      ),
    ),
    forecast: (horizon, future) => coming(horizon, future).map((x) => finite(back(value(x)))),
    interval: (horizon, level, future) => {
      const reach = studentQuantile(level, fit.degreesOfFreedom) * Math.sqrt(variance);
      const ends = coming(horizon, future).map((x) => {
        const half = reach * Math.sqrt(1 + fit.leverage(x));
        return [finite(back(value(x) - half)), finite(back(value(x) + half))];
      });
      return { low: ends.map(([low]) => low), high: ends.map(([, high]) => high) };
    },
  };
}

function checkFuture(horizon: number, future: readonly Series[], count: number): void {
  if (future.length !== count)
    throw invalidInput("future", `must have as many drivers as regressors (${count})`, future.length);
  future.forEach((values, k) => {
    if (values.length !== horizon)
      throw invalidInput("future", `must have one value for each coming period (${horizon})`, values.length);
    const blank = values.findIndex((each) => Number.isNaN(each));
    if (blank < 0) return;
    const message = `future must be known in every coming period, got a blank in period ${blank + 1} of regressor ${k + 1}`;
    throw new PlanningError("invalid-input", "future", message);
  });
}

function finite(value: number): number {
  if (Number.isFinite(value)) return value;
  const message = `regressors must lead to forecasts of finite size, got ${value}`;
  throw new PlanningError("no-solution", "regressors", message);
}
