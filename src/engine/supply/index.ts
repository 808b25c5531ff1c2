export { leadTimeDrift, type DriftEvidence, type DriftRule, type LeadTimeDrift } from "./drift";
export { daysBetween, leadTimeStatistics, type LeadTimeStatistics } from "./lead-time";
export { onTimeInFull, type OnTimeInFull } from "./on-time-in-full";
