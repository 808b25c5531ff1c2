export {
  allocate,
  allocationMethods,
  type AllocationMethod,
  type AllocationRule,
  type Claim,
} from "./allocate";
export {
  rebalance,
  type Layer,
  type RebalanceLane,
  type RebalanceMove,
  type RebalanceProblem,
} from "./rebalance";
export { transship, type Moves, type Rebalancing } from "./transship";
