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
  accountingStandards,
  lowerOfCostAndNrv,
  marketValue,
  netRealisableValue,
  type AccountingStandard,
  type FirmContract,
  type SellingTerms,
  type WriteDown,
} from "./net-realisable-value";
export { averageCost, averageMethods, type AverageCost, type AverageMethod } from "./average-cost";
export { standardCostVariance, type StandardCosts, type StandardCostVariance } from "./standard-cost";
export { ageStock, type AgedStock, type DatedReceipts } from "./ageing";
export { excessStock, horizonDemand, type ExcessRule } from "./excess";
export {
  defaultRiskWeights,
  obsolescenceRisk,
  riskFactors,
  type ObsolescenceSigns,
  type RiskPart,
} from "./obsolescence-risk";
export { reserveTier, type ReserveTier } from "./reserve-tiers";
export { stockStatus, type StatusRule, type StockStatus, type StockToJudge } from "./stock-status";
