export { orderAt, startingStock, type ControlRule, type OrderLimits } from "./control-rule";
export { simulateReplications, type Estimate, type SiteEstimates } from "./replications";
export { simulateSite, type PeriodEnd, type SiteResult, type SiteRun } from "./simulate-site";
