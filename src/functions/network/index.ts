import { allocate } from "./allocate";
import { gsmEvaluate } from "./gsm-evaluate";
import { gsmOptimise } from "./gsm-optimise";
import { metricOptimise } from "./metric-optimise";
import { networkCheck } from "./network-check";
import { poolingSaving } from "./pooling-saving";
import { pushpull } from "./pushpull";
import { serialOptimise } from "./serial-optimise";
import { transship } from "./transship";

export const networkFunctions = [
  networkCheck,
  gsmOptimise,
  gsmEvaluate,
  serialOptimise,
  metricOptimise,
  poolingSaving,
  transship,
  allocate,
  pushpull,
] as const;
