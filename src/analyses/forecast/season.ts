import type { DemandBucket } from "../../engine/calendar";

/** Buckets in a season, from the calendar: a test by each method decides whether the season is used. */
export const seasonOf: Readonly<Record<DemandBucket, number>> = { D: 7, W: 52, M: 12, Q: 4 };
