import type { FunctionDefinition } from "../define";

export const segmentationFunctions: readonly FunctionDefinition[] = [];
