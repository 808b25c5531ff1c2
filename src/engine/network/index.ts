export { buildNetwork, findCycle, suppliersFirst, type Lane, type Network, type Site } from "./network";
export { cutOff, reached, type SupplyGraph } from "./weak-points";
export { netDemandSd, passedOn, poolings, type Pooling } from "./pooled-demand";
export { leastStock, optimiseBoundary, type Boundaries, type BoundaryPlan, type LateSite } from "./boundary";
export { laneEconomics, type LaneEconomics, type LaneTerms } from "./lane-economics";
export { evaluatePlan, type ServicePlan, type SitePlan } from "./service-plan";
export { demandBounds, type DemandBound, type StockTerms } from "./site-stock";
export { empiricalTables } from "./empirical-bound";
export type { DemandSource } from "./customer-demand";
export type { StockTable } from "./stock-term";
export { optimiseService, provenGap, type OptimisedPlan, type SearchProgress } from "./optimise-service";
export {
  checkNetwork,
  severities,
  type NetworkProblem,
  type SiteColumn,
  type SiteRow,
} from "./check-network";
export { poolingSaving } from "./pooling-saving";
export { optimiseSerial, type SerialPlan } from "./serial-system";
export type { SerialSystem } from "./serial-stage";
export {
  optimiseWarehouse,
  warehouseMethods,
  type OneWarehouse,
  type WarehouseMethod,
  type WarehousePlan,
} from "./one-warehouse";
export { echelonRoles, pushPull, type Decoupling, type Echelon, type EchelonRole } from "./push-pull";
export {
  simulateNetwork,
  simulateStress,
  type Measured,
  type NetworkSimulation,
  type SimulatedNetwork,
  type NetworkUnderStress,
  type SimulatedSite,
  type SiteChange,
} from "./simulate-network";
export type { Stress } from "./stress";
export type { FlowGood, FlowLane, FlowLimit, FlowProblem, FlowSite, FlowStore } from "./flow/problem";
export { totalOf, type FlowCosts, type GoodPlan, type Shipment } from "./flow/plan";
export { flowPlan, planFlow, type FlowPlan, type FlowSearch, type PlannedGood } from "./flow/plan-flow";
export { firstTasks, nextTasks, taskProblems, type FlowTask, type TaskAnswer } from "./flow/rounds";
export { solveGroup, type GroupPlan } from "./flow/solve-group";
