export {
  consensus,
  inverseErrorWeights,
  splitTotal,
  streamRecord,
  type SplitRequest,
  type StreamRecord,
} from "./consensus";
export { ets, type EtsChoice, type EtsModel, etsForecast, fitEts, formName } from "./ets";
export {
  fitSmoothing,
  type SeasonType,
  type SmoothingFit,
  type SmoothingForm,
  type SmoothingWeights,
} from "./exponential-smoothing";
export { movingAverageForecast } from "./moving-average";
export { naiveForecast } from "./naive";
