import { gsmEvaluate } from "./gsm-evaluate";
import { gsmOptimise } from "./gsm-optimise";
import { metricOptimise } from "./metric-optimise";
import { networkCheck } from "./network-check";
import { poolingSaving } from "./pooling-saving";
import { serialOptimise } from "./serial-optimise";

export const networkFunctions = [
  networkCheck,
  gsmOptimise,
  gsmEvaluate,
  serialOptimise,
  metricOptimise,
  poolingSaving,
] as const;
