import { nrv } from "./nrv";
import { nrvTest } from "./nrv-test";

export const valuationFunctions = [nrv, nrvTest] as const;
