export { bridge, bridgeMethods, type Bridge, type BridgeMethod, type Driver } from "./bridge";
export { fillRate, fillRateBases, type FillRate, type FillRateBasis, type OrderLines } from "./fill-rate";
export { forwardCover } from "./forward-cover";
export {
  accuracyBases,
  recordAccuracy,
  type AccuracyBasis,
  type CountedRecords,
  type RecordAccuracy,
} from "./record-accuracy";
export { daysOfSupply, grossMarginReturn, inventoryTurns } from "./turnover";
