export {
  inTransit,
  type BookFault,
  type CostOfSales,
  type ItemBooks,
  type MoveKind,
  type StockMove,
} from "./books";
export { postFirstInFirstOut, type FifoBooks } from "./fifo";
export {
  costOfSalesLines,
  fifoStock,
  totalCostOfSales,
  type CostOfSalesLine,
  type FifoStock,
  type LayerLine,
} from "./fifo-reports";
export type { Layer, Receipt } from "./layer-stack";
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
export { postMovingAverage, type AverageBooks, type Pool } from "./average-books";
export { postPeriodicAverage } from "./periodic-books";
export { postAtStandard, type StandardBooks, type StandardFrom } from "./standard-books";
export { inCents, partsToTheCent, sumToTheCent, toTheCent } from "./cents";
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
