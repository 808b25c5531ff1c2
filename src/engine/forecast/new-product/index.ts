export { analogueForecast, type AnalogueRequest } from "./analogue";
export { bassForecast, bassShare, fitBass, type BassFit, type BassModel } from "./bass";
