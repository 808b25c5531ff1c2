export { bucketDemand, type BucketRange, type BucketedDemand, type DemandLines } from "./bucketed";
export { isMissing, observed, type Series } from "./series";
export { demandPattern, demandStatistics, type DemandPattern, type DemandStatistics } from "./statistics";
