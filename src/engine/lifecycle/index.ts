export {
  bestDisposal,
  disposalValue,
  type BestDisposal,
  type Disposal,
  type DisposalOption,
  type HoldingTerms,
} from "./disposal";
export { demandNeeded, planSellOff, type SellOff, type SellOffPeriod } from "./sell-off";
