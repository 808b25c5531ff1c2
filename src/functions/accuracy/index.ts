import type { FunctionDefinition } from "../define";

export const accuracyFunctions: readonly FunctionDefinition[] = [];
