export {
  lowerOfCostAndNrv,
  netRealisableValue,
  type FirmContract,
  type SellingTerms,
  type WriteDown,
} from "./net-realisable-value";
