export {
  bestDisposal,
  breakEvenDiscount,
  disposalValue,
  type BestDisposal,
  type Disposal,
  type DisposalOption,
  type HoldingTerms,
} from "./disposal";
export { demandNeeded, planSellOff, type SellOff, type SellOffPeriod } from "./sell-off";
export { stockToTheEnd, type EndDemand, type EndTerms, type StockToTheEnd } from "./last-buy-economics";
export { demandBetween, leftOn, runOutDay, type RunOut } from "./run-out";
