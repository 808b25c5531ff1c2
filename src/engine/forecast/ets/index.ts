import { cite } from "../../sources";
import { defineForecastMethod, type FittedForecast, type ForecastTask } from "../method";
import { etsRefusal, fitEts } from "./fit-ets";
import { type EtsForm, formName, hasSeason, hasTrend, isDamped } from "./form";
import { predictionInterval } from "./interval";
import type { EtsModel } from "./model";
import { pointForecasts } from "./point-forecast";

export { type EtsChoice, etsRefusal, fitEts } from "./fit-ets";
export { formName, longestSeason, parameterCount } from "./form";
export type { EtsModel } from "./model";
export { simulatePath } from "./simulate";

/** Point forecasts of a fitted model, units per period. */
export function etsForecast(model: EtsModel, horizon: number): number[] {
  return pointForecasts(model.form, model.weights.phi, model.end, horizon);
}

const source = [
  cite("hyndman-koehler-ord-snyder-2008", "chapters 2, 5, 6 and 7"),
  cite("hyndman-athanasopoulos-2021", "chapter 8"),
];

export const ets = defineForecastMethod({
  id: "ETS",
  label: "Exponential smoothing, the best of its forms",
  source,
  refusal: ({ series }) => etsRefusal(series),
  fit: (task) => fit(task, () => true),
});

/**
 * The four forms ANN, AAdN, ANA and AAdA. As part of a combination they were measured as good as all fifteen, in half the time:
 * trends that never end and factors are what short histories choose too readily (docs/accuracy.md).
 */
export const additiveEts = defineForecastMethod({
  id: "ETSA",
  label: "Exponential smoothing, additive, its trend damped",
  source,
  refusal: ({ series }) => etsRefusal(series),
  fit: (task) => fit(task, ({ error, trend }) => error === "A" && trend !== "A"),
});

function fit({ series, season, seed = 1 }: ForecastTask, among: (form: EtsForm) => boolean): FittedForecast {
  const model = fitEts(series, season, { form: "AUTO", among });
  return {
    form: formName(model.form),
    fitted: model.fitted,
    forecast: (horizon) => etsForecast(model, horizon),
    interval: (horizon, level) => predictionInterval(model, horizon, level, seed),
    details: details(model),
  };
}

function details(model: EtsModel): Record<string, number | string> {
  const { form, weights, start, end, logLikelihood, aicc, variance } = model;
  return {
    form: formName(form),
    alpha: weights.alpha,
    ...(hasTrend(form) ? { beta: weights.beta } : {}),
    ...(hasSeason(form) ? { gamma: weights.gamma } : {}),
    ...(isDamped(form) ? { phi: weights.phi } : {}),
    "starting level": start.level,
    "last level": end.level,
    ...(hasTrend(form) ? { "starting trend": start.trend, "last trend": end.trend } : {}),
    ...Object.fromEntries(start.seasonal.map((value, i) => [`starting season ${i + 1}`, value])),
    "log-likelihood": logLikelihood,
    ...(aicc === undefined ? {} : { AICc: aicc }),
    [form.error === "M" ? "relative error sd" : "error sd"]: Math.sqrt(variance),
  };
}
