export { daysToPeriods, demandBuckets, type DemandBucket } from "./buckets";
export { isMissing, observed, type Series } from "./series";
export { demandPattern, demandStatistics, type DemandPattern, type DemandStatistics } from "./statistics";
