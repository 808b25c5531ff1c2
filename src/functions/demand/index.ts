import { toPeriods } from "./to-periods";

export const demandFunctions = [toPeriods] as const;
