import { ces } from "./ces";
import {
  combination,
  intermittentCombination,
  logarithmicEts,
  logarithmicHoltWinters,
  logarithmicRegression,
  logarithmicTheta,
} from "./combination";
import { longSeasonMean, mstlEts, stlEts, stlTheta } from "./decomposition";
import { additiveEts, ets } from "./ets";
import { intermittentMethods } from "./intermittent";
import { mean } from "./mean-method";
import type { ForecastMethod } from "./method";
import { movingAverage } from "./moving-average-method";
import { drift, naive, seasonalNaive } from "./naive-methods";
import { regression } from "./regression";
import { holt, holtWinters, ses } from "./smoothing-methods";
import { dynamicOptimisedTheta, dynamicStandardTheta, optimisedTheta, standardTheta } from "./theta";

/** Every forecasting method, the plainest first: the choices in cells, the contest of FORECAST.AUTO and the reference derive from it. */
export const forecastMethods = [
  naive,
  seasonalNaive,
  drift,
  mean,
  movingAverage,
  ses,
  holt,
  holtWinters,
  logarithmicHoltWinters,
  regression,
  logarithmicRegression,
  ets,
  additiveEts,
  logarithmicEts,
  stlEts,
  stlTheta,
  longSeasonMean,
  mstlEts,
  standardTheta,
  logarithmicTheta,
  optimisedTheta,
  dynamicStandardTheta,
  dynamicOptimisedTheta,
  ces,
  combination,
  ...intermittentMethods,
  intermittentCombination,
] as const satisfies readonly ForecastMethod[];

export type ForecastMethodId = (typeof forecastMethods)[number]["id"];
