import type { FunctionDefinition } from "../define";

export const replenishmentFunctions: readonly FunctionDefinition[] = [];
