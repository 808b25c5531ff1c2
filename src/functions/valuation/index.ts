import { avgcost } from "./avgcost";
import { fifoCogs } from "./fifo-cogs";
import { fifoLayers } from "./fifo-layers";
import { fifoValue } from "./fifo-value";
import { nrv } from "./nrv";
import { nrvTest } from "./nrv-test";
import { stdcostVariance } from "./stdcost-variance";

export const valuationFunctions = [
  fifoValue,
  fifoCogs,
  fifoLayers,
  avgcost,
  stdcostVariance,
  nrv,
  nrvTest,
] as const;
