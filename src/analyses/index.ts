import { allocateStock } from "./allocate-stock";
import { backtestPolicies } from "./backtest-policies";
import { bridge } from "./bridge";
import { checkNetwork } from "./check-network";
import { classify } from "./classify";
import { comparePolicies } from "./compare-policies";
import { reviewSuppliers } from "./review-suppliers";
import { segmentReview } from "./run-classify-items";
import { simulateNetwork } from "./simulate-network";
import { valueStock } from "./value-stock";
import { ageStock } from "./age-stock";
import { reserve } from "./reserve";
import { testNrv } from "./test-nrv";
import { monthEnd } from "./month-end";
import { postJournal } from "./post-journal";
import type { Analysis } from "./define-analysis";
import { disposal } from "./disposal";
import { dynamicReview } from "./dynamic-review";
import { earlyWarning } from "./early-warning";
import { endOfLife } from "./end-of-life";
import { exportParams } from "./export-params";
import { rankItems } from "./rank-items";
import { rebalanceStock } from "./rebalance-stock";
import { reperformClasses } from "./reperform-classes";
import { forecast } from "./run-forecast";
import { kpis } from "./kpis";
import { pipeline } from "./pipeline";
import { planFlow } from "./plan-flow";
import { pushPull } from "./push-pull";
import { placeSafetyStock } from "./place-safety-stock";
import { sense } from "./sense";
import { setPolicies } from "./set-policies";
import { setServiceTargets } from "./set-service-targets";

/** Every whole-table job, in the order menus and help list them. */
export const analyses: readonly Analysis[] = [
  classify,
  segmentReview,
  reperformClasses,
  rankItems,
  forecast,
  sense,
  setServiceTargets,
  setPolicies,
  dynamicReview,
  reviewSuppliers,
  comparePolicies,
  backtestPolicies,
  exportParams,
  checkNetwork,
  placeSafetyStock,
  pushPull,
  simulateNetwork,
  rebalanceStock,
  allocateStock,
  pipeline,
  planFlow,
  kpis,
  bridge,
  endOfLife,
  earlyWarning,
  disposal,
  valueStock,
  ageStock,
  testNrv,
  reserve,
  postJournal,
  monthEnd,
];

export function findAnalysis(id: string): Analysis | undefined {
  return analyses.find((analysis) => analysis.id === id.toLowerCase());
}
