export { bucketOf, bucketStart, daysToPeriods, demandBuckets, type DemandBucket } from "./buckets";
export { firstSerial, lastSerial, serialOfIsoText } from "./serial";
