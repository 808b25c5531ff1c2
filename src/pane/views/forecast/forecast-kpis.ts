import type { ForecastOutcome } from "../../../analyses/forecast-items";
import { driftList } from "../../../analyses/forecast/drift-list";
import type { ForecastPlan } from "../../../analyses/forecast/plan-forecast";
import type { Kpi } from "../../components/KpiStrip";
import { formatBucket, formatCompact, formatWhole } from "../../format";
import { bucketStart } from "../../../engine/calendar";
import { percentOr, signedOr, spanOf } from "./names";

/** Before a run: what there is to forecast. After it: how much is expected and how good that is. */
export function forecastKpis(plan: ForecastPlan, outcome: ForecastOutcome | undefined): Kpi[] {
  const { bucket, horizon } = plan.options;
  const items = new Set(plan.leaves.map(({ item }) => item)).size;
  const history = Math.max(...plan.leaves.map(({ series }) => series.length));
  const last = formatBucket(bucketStart(plan.next - 1, bucket), bucket);
  const counted = { name: "Items", value: formatWhole(items) };
  if (outcome === undefined) {
    return [counted, { name: "History", value: spanOf(history, bucket), note: `to ${last}` }];
  }
  const expected = outcome.items.reduce((sum, { forecast }) => sum + total(forecast), 0);
  return [
    counted,
    { name: "Expected", value: formatCompact(expected), note: `units, ${spanOf(horizon, bucket)}` },
    {
      name: "WAPE",
      value: percentOr(outcome.overall.wape),
      note: `1 ahead, bias ${signedOr(outcome.overall.bias)}`,
    },
    {
      name: "Drifting",
      value: formatWhole(driftList(outcome).length),
      note: `of ${formatWhole(outcome.items.length)} forecast`,
    },
  ];
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
