import type { FunctionDefinition } from "../define";

export const safetyStockFunctions: readonly FunctionDefinition[] = [];
