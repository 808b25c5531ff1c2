import { demandBucket } from "./demand-bucket";
import { demandPatternFunction } from "./demand-pattern";
import { demandStats } from "./demand-stats";
import { toPeriods } from "./to-periods";

export const demandFunctions = [demandBucket, demandStats, demandPatternFunction, toPeriods] as const;
