import type { Series } from "../../demand";
import { insufficientData } from "../../errors";
import { limited, limitsOf, usualCap } from "../limits";
import type { ForecastTask, Interval } from "../method";
import { seasonalityOf } from "../seasonality";
import { ses } from "../smoothing-methods";
import type { AutoMetric, Contestant } from "./contest";
import { type History, type HistoryKind, readHistory } from "./history";
import { settleIntermittent } from "./intermittent";
import { settleRegular } from "./regular";
import { settleByMean, settleConstant, settleEnded } from "./rules";
import type { Settled } from "./settled";

export interface AutoChoice {
  readonly horizon: number;
  /** Loss by which rivals of regular demand are compared. */
  readonly metric?: AutoMetric;
  /** Times the largest demand so far that a forecast may reach; 0 for no limit. */
  readonly cap?: number;
}

/** A forecast that chose its model, and can say why. */
export interface AutoForecast {
  /** Id of a forecasting method, or ZERO where demand has ended. */
  readonly model: string;
  readonly form: string;
  readonly kind: HistoryKind;
  /** What the history allows, then why this model. */
  readonly why: readonly string[];
  /** All that were in the running, the chosen one first. */
  readonly contestants: readonly Contestant[];
  /** Error of the naive forecast of the season, by the metric; null where it was not tested. */
  readonly benchmark: number | null;
  /** One-step forecasts over the history; NaN where there is none. */
  readonly fitted: readonly number[];
  /** Units per period, within the limits: never below 0 where demand never was, never beyond the cap. */
  readonly forecast: readonly number[];
  readonly interval: (level: number) => Interval;
}

/**
 * What the history allows decides first (readHistory), then a backtest. Nothing here depends on chance or on the time of day: equal histories
 * have equal answers.
 */
export function autoForecast(
  task: ForecastTask,
  { horizon, metric = "WAPE", cap = usualCap }: AutoChoice,
): AutoForecast {
  const { series: whole, season } = task;
  if (!whole.some((value) => !Number.isNaN(value)))
    throw insufficientData("demand", "must hold numbers", null);
  const history = readHistory(whole, season);
  const {
    model,
    fit,
    contestants,
    reason,
    benchmark = null,
  } = settle({ ...task, series: history.series }, history, horizon, metric);
  const limits = limitsOf(whole, cap);
  const point = fit.forecast(horizon);
  const inside = limited(limits, point, { low: point, high: point });
  return {
    model,
    form: fit.form,
    kind: history.kind,
    // Worked out for those who ask: finding a long season takes a while.
    get why() {
      return [
        historyReason(history) + seasonReason(history, season),
        reason,
        ...limitReason(point, inside.point, cap),
      ];
    },
    contestants,
    benchmark,
    fitted: [...new Array<number>(history.beforeLaunch).fill(NaN), ...fit.fitted],
    forecast: inside.point,
    interval: (level) => {
      const { low, high } = limited(limits, point, fit.interval(horizon, level));
      return { low, high };
    },
  };
}

function settle(task: ForecastTask, { kind }: History, horizon: number, metric: AutoMetric): Settled {
  if (kind === "few") return settleByMean(task);
  if (kind === "constant") return settleConstant(task);
  if (kind === "ended") return settleEnded(task);
  if (kind === "intermittent") return settleIntermittent(task);
  return settleRegular(task, horizon, metric) ?? settleByShortest(task);
}

/** Three or four observations: a level, or their mean. */
function settleByShortest(task: ForecastTask): Settled {
  if (ses.refusal(task) !== null) return settleByMean(task);
  const remark = "chosen: the history is too short for others";
  return {
    model: ses.id,
    fit: ses.fit(task),
    contestants: [{ model: ses.id, error: null, bias: null, weight: 1, remark }],
    reason: "too few observations for more than a level",
  };
}

function historyReason({ kind, reason, beforeLaunch }: History): string {
  const launch = beforeLaunch === 0 ? "" : `; ${beforeLaunch} periods before the launch left out`;
  return `${kind}: ${reason}${launch}`;
}

/** Where trends and seasons have a say: whether the season of the calendar is seen. */
function seasonReason({ kind, series }: History, season: number): string {
  return kind === "regular" ? `; ${seasonalityOf(series, season).explanation}` : "";
}

function limitReason(before: Series, after: Series, cap: number): string[] {
  const changed = before.filter((value, i) => value !== after[i]).length;
  return changed === 0 ? [] : [`kept between 0 and ${cap} times the largest demand in ${changed} periods`];
}
