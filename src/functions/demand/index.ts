import { demandPatternFunction } from "./demand-pattern";
import { demandStats } from "./demand-stats";
import { toPeriods } from "./to-periods";

export const demandFunctions = [demandStats, demandPatternFunction, toPeriods] as const;
