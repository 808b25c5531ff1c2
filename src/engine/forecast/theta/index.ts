import { cite } from "../../sources";
import { defineForecastMethod, type FittedForecast, type ForecastTask } from "../method";
import { thetaInterval } from "./interval";
import { type ThetaModel, fitThetaModel, thetaForecast, thetaRefusal } from "./model";
import { type ThetaType, isOptimised } from "./type";

export { fitThetaModel, type ThetaModel, thetaForecast } from "./model";
export { type ThetaType, thetaTypes } from "./type";

export const standardTheta = defineForecastMethod({
  id: "STM",
  label: "Theta: smoothed level and half the slope",
  source: [
    cite("assimakopoulos-nikolopoulos-2000", "the Theta model with two lines"),
    cite("hyndman-billah-2003", "simple exponential smoothing with drift"),
  ],
  refusal: ({ series }) => thetaRefusal(series),
  fit: (task) => fit(task, "STM"),
});

export const optimisedTheta = defineForecastMethod({
  id: "OTM",
  label: "Optimised Theta: smoothed level and a fitted share of the slope",
  source: [cite("fiorucci-2016", "optimised Theta model (OTM)")],
  refusal: ({ series }) => thetaRefusal(series),
  fit: (task) => fit(task, "OTM"),
});

export const dynamicStandardTheta = defineForecastMethod({
  id: "DSTM",
  label: "Dynamic Theta: the slope as seen so far",
  source: [cite("fiorucci-2016", "dynamic standard Theta model (DSTM)")],
  refusal: ({ series }) => thetaRefusal(series),
  fit: (task) => fit(task, "DSTM"),
});

export const dynamicOptimisedTheta = defineForecastMethod({
  id: "DOTM",
  label: "Dynamic optimised Theta: a fitted share of the slope as seen so far",
  source: [cite("fiorucci-2016", "dynamic optimised Theta model (DOTM)")],
  refusal: ({ series }) => thetaRefusal(series),
  fit: (task) => fit(task, "DOTM"),
});

function fit({ series, season }: ForecastTask, type: ThetaType): FittedForecast {
  const model = fitThetaModel(series, season, type);
  return {
    form: type,
    fitted: model.fitted,
    forecast: (horizon) => thetaForecast(model, horizon),
    interval: (horizon, level) => thetaInterval(model, horizon, level),
    details: details(model),
  };
}

function details(model: ThetaModel): Record<string, number | string> {
  return {
    alpha: model.alpha,
    ...(isOptimised(model.type) ? { theta: 1 / (1 - model.lineWeight) } : {}),
    "starting level": model.level,
    "last level": model.lastLevel,
    slope: model.line.slope,
    season: model.season.kind,
    ...Object.fromEntries(model.season.pattern.map((value, i) => [`season ${i + 1}`, value])),
    [model.errors.relative ? "relative error sd" : "error sd"]: Math.sqrt(model.errors.variance),
  };
}
