import type { FunctionDefinition } from "../define";

export const forecastFunctions: readonly FunctionDefinition[] = [];
