import { cite } from "../../sources";
import { defineForecastMethod } from "../method";
import { type FittedCes, cesRefusal, fitCes } from "./fit";
import { cesInterval } from "./interval";
import { cesForecast } from "./model";

export const ces = defineForecastMethod({
  id: "CES",
  label: "Complex exponential smoothing: level and what the last errors promise, in one complex number",
  source: [cite("svetunkov-kourentzes-ord-2022", "state-space forms without season and with a full one")],
  refusal: ({ series }) => cesRefusal(series),
  fit: ({ series, season }) => {
    const model = fitCes(series, season, "AUTO");
    return {
      form: `CES(${model.form})`,
      fitted: model.fitted,
      forecast: (horizon) => cesForecast(model, horizon),
      interval: (horizon, level) => cesInterval(model, horizon, level),
      details: details(model),
    };
  },
});

function details({ form, weights, end, errors, aicc }: FittedCes): Record<string, number | string> {
  return {
    season: form,
    "alpha, real part": weights.a0,
    "alpha, imaginary part": weights.a1,
    ...(form === "full" ? { "beta, real part": weights.b0, "beta, imaginary part": weights.b1 } : {}),
    ...(form === "simple" ? {} : { "last level": end.level[0], "last potential": end.potential[0] }),
    AICc: aicc,
    [errors.relative ? "relative error sd" : "error sd"]: Math.sqrt(errors.variance),
  };
}
