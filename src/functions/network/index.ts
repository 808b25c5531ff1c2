import { gsmEvaluate } from "./gsm-evaluate";
import { gsmOptimise } from "./gsm-optimise";
import { networkCheck } from "./network-check";
import { poolingSaving } from "./pooling-saving";

export const networkFunctions = [networkCheck, gsmOptimise, gsmEvaluate, poolingSaving] as const;
