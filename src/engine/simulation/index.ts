export { orderAt, startingStock, type ControlRule } from "./control-rule";
export { withOutages, type Outage } from "./outages";
export { simulateReplications, type Estimate, type SiteEstimates } from "./replications";
export { simulateService, type ServiceSimulation } from "./simulate-service";
export { simulateSite, type PeriodEnd, type SiteResult, type SiteRun } from "./simulate-site";
