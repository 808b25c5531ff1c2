import { ageing } from "./ageing";
import { avgcost } from "./avgcost";
import { disposeBest } from "./dispose-best";
import { eolPlan } from "./eol-plan";
import { excess } from "./excess";
import { fifoCogs } from "./fifo-cogs";
import { fifoLayers } from "./fifo-layers";
import { fifoValue } from "./fifo-value";
import { nrv } from "./nrv";
import { nrvTest } from "./nrv-test";
import { obsrisk } from "./obsrisk";
import { reserveTiers } from "./reserve-tiers";
import { stdcostVariance } from "./stdcost-variance";
import { stockstatus } from "./stockstatus";

export const valuationFunctions = [
  fifoValue,
  fifoCogs,
  fifoLayers,
  avgcost,
  stdcostVariance,
  nrv,
  nrvTest,
  ageing,
  stockstatus,
  excess,
  obsrisk,
  reserveTiers,
  disposeBest,
  eolPlan,
] as const;
