export { leadTimeDrift, type DriftEvidence, type DriftRule, type LeadTimeDrift } from "./drift";
export { daysBetween, leadTimeStatistics, statisticsOfTimes, type LeadTimeStatistics } from "./lead-time";
export { lineLeadTime, partialRules, type PartialReceipt, type PartialRule } from "./partial-receipts";
export { onTimeInFull, type OnTimeInFull } from "./on-time-in-full";
export { arrivalOfOpen, journeyTime, type JourneyTime, type Leg } from "./journey-time";
