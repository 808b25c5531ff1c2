import type { FunctionDefinition } from "../define";

export const kpiFunctions: readonly FunctionDefinition[] = [];
