export {
  fitSmoothing,
  type SeasonType,
  type SmoothingFit,
  type SmoothingForm,
  type SmoothingWeights,
} from "./exponential-smoothing";
export { movingAverageForecast } from "./moving-average";
export { naiveForecast } from "./naive";
