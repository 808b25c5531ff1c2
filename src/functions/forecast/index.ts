import { forecastAuto } from "./auto";
import { forecastBacktest } from "./backtest";
import { forecastBass } from "./bass";
import { forecastConsensus } from "./consensus";
import { forecastCroston } from "./croston";
import { forecastEts } from "./ets";
import { forecastFva } from "./fva";
import { forecastHolt } from "./holt";
import { forecastHw } from "./hw";
import { forecastMa } from "./moving-average";
import { forecastNaive } from "./naive";
import { forecastNpi } from "./npi";
import { forecastPi } from "./pi";
import { forecastQuantile } from "./quantile";
import { forecastReconcile } from "./reconcile";
import { forecastReg } from "./reg";
import { forecastSense } from "./sense";
import { forecastSes } from "./ses";
import { forecastSplit } from "./split";
import { forecastPortfolio } from "./table";
import { forecastTheta } from "./theta";

export const forecastFunctions = [
  forecastAuto,
  forecastPortfolio,
  forecastPi,
  forecastBacktest,
  forecastNaive,
  forecastMa,
  forecastSes,
  forecastHolt,
  forecastHw,
  forecastEts,
  forecastReg,
  forecastCroston,
  forecastQuantile,
  forecastTheta,
  forecastNpi,
  forecastBass,
  forecastSense,
  forecastFva,
  forecastSplit,
  forecastConsensus,
  forecastReconcile,
] as const;
