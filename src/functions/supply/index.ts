import { leadtimeDrift } from "./leadtime-drift";
import { leadtimeStats } from "./leadtime-stats";
import { pipelineEta } from "./pipeline-eta";
import { supplierOtif } from "./supplier-otif";

export const supplyFunctions = [leadtimeStats, leadtimeDrift, supplierOtif, pipelineEta] as const;
