import { leadtimeDrift } from "./leadtime-drift";
import { leadtimeStats } from "./leadtime-stats";
import { supplierOtif } from "./supplier-otif";

export const supplyFunctions = [leadtimeStats, leadtimeDrift, supplierOtif] as const;
