export { postFirstInFirstOut, type CostOfSales, type FifoBooks } from "./fifo";
export {
  costOfSalesLines,
  fifoStock,
  totalCostOfSales,
  type CostOfSalesLine,
  type FifoStock,
  type LayerLine,
} from "./fifo-reports";
export type { Layer } from "./layer-stack";
export type { Ledger } from "./ledger";
export {
  lowerOfCostAndNrv,
  netRealisableValue,
  type FirmContract,
  type SellingTerms,
  type WriteDown,
} from "./net-realisable-value";
export { averageCost, averageMethods, type AverageCost, type AverageMethod } from "./average-cost";
export { standardCostVariance, type StandardCosts, type StandardCostVariance } from "./standard-cost";
