export { bucketOf, bucketStart, daysToPeriods, demandBuckets, type DemandBucket } from "./buckets";
export { dayOfSerial, firstSerial, lastSerial, serialOfDay, serialOfIsoText } from "./serial";
