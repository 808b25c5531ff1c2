export { ces } from "./ces";
export {
  type AutoChoice,
  type AutoForecast,
  autoForecast,
  type AutoMetric,
  autoMetrics,
  backtestBy,
  type Contestant,
  forecastBy,
  type ForecastModel,
  forecastModels,
  forecastTable,
  type HistoryKind,
  type TableLines,
  type TableRow,
} from "./auto";
export {
  consensus,
  inverseErrorWeights,
  splitTotal,
  streamRecord,
  type SplitRequest,
  type StreamRecord,
} from "./consensus";
export { longSeasonMean, longSeasonRefusal, mstl, mstlEts, stl, stlEts, stlTheta } from "./decomposition";
export { ets, type EtsChoice, type EtsModel, etsForecast, fitEts, formName } from "./ets";
export {
  fitSmoothing,
  type SeasonType,
  type SmoothingFit,
  type SmoothingForm,
  type SmoothingWeights,
} from "./exponential-smoothing";
export {
  intermittentMethods,
  type IntermittentMethod,
  type WeightChoice,
  type WeightChoices,
} from "./intermittent";
export {
  countedDemand,
  leadTimeDemand,
  leadTimeDemandMethods,
  type CountedDemand,
  type LeadTimeDemand,
  type LeadTimeDemandMethod,
  type LeadTimeDemandTask,
  type LeadTimeScore,
  scoreOverLeadTime,
  type ScoreTask,
  slowMoverPrior,
  type SlowMoverPrior,
} from "./lead-time-demand";
export {
  defineForecastMethod,
  type FittedForecast,
  type ForecastMethod,
  type ForecastTask,
  type Interval,
} from "./method";
export { forecastMethods, type ForecastMethodId } from "./methods";
export { limited, limitsOf, usualCap } from "./limits";
export { movingAverageForecast } from "./moving-average";
export { naiveForecast } from "./naive";
export { fitRegression, regression, type RegressionModel, type RegressionTask } from "./regression";
export {
  analogueForecast,
  bassDiffusion,
  bassForecast,
  bassPeak,
  bassShare,
  changeOver,
  fitBass,
  matchedForecast,
  type Attribute,
  type BassModel,
  type Diffusion,
  type MatchedForecast,
} from "./new-product";
export { type OriginChoice, type OriginResult, rollingOrigin } from "./rolling-origin";
export { adjustForSeason, isSeasonal, type SeasonalAdjustment, seasonalPattern } from "./seasonal-adjustment";
export { seasonalityOf, type SeasonalityFinding } from "./seasonality";
export {
  fadedShift,
  sense,
  senseForecast,
  sensingValue,
  soldOn,
  type Sensing,
  type SensingRequest,
} from "./sensing";
export { fitThetaModel, thetaForecast, type ThetaModel, type ThetaType, thetaTypes } from "./theta";
