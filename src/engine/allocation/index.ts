export {
  allocate,
  allocationMethods,
  type AllocationMethod,
  type AllocationRule,
  type Claim,
} from "./allocate";
export { transship, type Moves, type Rebalancing } from "./transship";
