export { bucketDemand, type BucketRange, type BucketedDemand, type DemandLines } from "./bucketed";
export { changed, cleanDemand, cleaningMethods, lastStandsOut, type CleanedDemand } from "./cleaning";
export { betweenBlocks, clumpingSd } from "./clumping";
export { lifecycle, lifecycleStages, type Lifecycle, type LifecycleStage } from "./lifecycle";
export { linkHistory } from "./link";
export { isMissing, observed, type Series } from "./series";
export {
  averageDemandInterval,
  demandPattern,
  demandStatistics,
  intermittentInterval,
  type DemandPattern,
  type DemandStatistics,
} from "./statistics";
export { unconstrainDemand, unconstrainMethods } from "./unconstrain";
