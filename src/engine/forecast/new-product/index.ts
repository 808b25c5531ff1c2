export { analogueForecast, type AnalogueRequest } from "./analogue";
export {
  bassDiffusion,
  bassForecast,
  bassPeak,
  bassShare,
  fitBass,
  type BassFit,
  type BassModel,
  type Diffusion,
  type DiffusionRequest,
} from "./bass";
export { changeOver, type ChangeOver, type ChangeOverRequest } from "./change-over";
export {
  matchedForecast,
  type Attribute,
  type Launch,
  type MatchedForecast,
  type MatchRequest,
} from "./matched-analogue";
