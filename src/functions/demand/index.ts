import { demandBucket } from "./demand-bucket";
import { demandClean } from "./demand-clean";
import { demandLifecycle } from "./demand-lifecycle";
import { demandLink } from "./demand-link";
import { demandPatternFunction } from "./demand-pattern";
import { demandStats } from "./demand-stats";
import { demandUnconstrain } from "./demand-unconstrain";
import { toPeriods } from "./to-periods";

export const demandFunctions = [
  demandBucket,
  demandClean,
  demandUnconstrain,
  demandPatternFunction,
  demandStats,
  demandLifecycle,
  demandLink,
  toPeriods,
] as const;
