export { analogueForecast, type AnalogueRequest } from "./analogue";
export { bassForecast, bassShare, fitBass, type BassFit, type BassModel } from "./bass";
export { changeOver, type ChangeOver, type ChangeOverRequest } from "./change-over";
export { matchedForecast, type Launch, type MatchedForecast, type MatchRequest } from "./matched-analogue";
