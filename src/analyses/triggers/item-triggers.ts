import { forecastDrift } from "../../engine/accuracy";
import { adjustedSafetyStock } from "../../engine/safety-stock";
import { leadTimeDrift } from "../../engine/supply";
import type { PlannedItem } from "../policies/plan-policies";
import { proposePolicy } from "../policies/propose-policy";

export interface TriggerRules {
  /** Shares of the safety stock in force: smaller changes are left alone, larger ones are cut off. */
  readonly deadBand: number;
  readonly cap: number;
  /** Past forecasts and receipts that are judged together. */
  readonly forecastWindow: number;
  readonly receiptWindow: number;
  /** Tracking signal and standard errors of the forecast, standard errors of the lead time. */
  readonly forecastLimit: number;
  readonly receiptLimit: number;
}

export interface Trigger {
  readonly kind: "forecast" | "leadtime" | "proposal";
  readonly finding: string;
  readonly old: number;
  readonly new: number;
  /** Reorder point that goes with the new safety stock, and what both give. */
  readonly reorderPoint: number;
  readonly cycleServiceLevel: number;
  readonly fillRate: number;
  readonly reason: string;
  /** Money in safety stock; null without a unit cost. */
  readonly cash: number | null;
}

/**
 * Why the safety stock of one item should be looked at again: its forecast or its supplier has drifted, or what it should be has moved out
 * of the dead-band by itself. Nothing where no safety stock is in force. The new one keeps within the cap.
 */
export function itemTriggers(item: PlannedItem, rules: TriggerRules): Trigger[] {
  const old = item.inForce?.SS ?? null;
  if (old === null) return [];
  const { task } = item;
  const proposed = proposePolicy(task).safetyStock;
  const next = adjustedSafetyStock(old, proposed, rules.deadBand, rules.cap);
  const cash = task.unitCost === null ? null : (next - old) * task.unitCost;
  const change =
    next === old
      ? "stays within the dead-band"
      : next === proposed
        ? "moves to the proposal"
        : "moves as far as the cap";
  const trigger = (kind: Trigger["kind"], finding: string, why: string): Trigger => ({
    kind,
    finding,
    old,
    new: next,
    ...atSafetyStock(task, next),
    reason: `${why}; safety stock ${change}`,
    cash,
  });
  const triggers = [forecastTrigger(item, rules), leadTimeTrigger(item, rules)].flatMap((found) =>
    found === undefined ? [] : [trigger(found.kind, found.finding, found.why)],
  );
  if (triggers.length > 0 || next === old) return triggers;
  const direction = next > old ? "RISES" : "FALLS";
  const percent = old === 0 ? "" : ` by ${Math.round(Math.abs(proposed / old - 1) * 100)}%`;
  return [trigger("proposal", direction, `proposal ${direction.toLowerCase()}${percent}`)];
}

/** A safety stock is held where nothing below or above it is allowed. */
function atSafetyStock(
  task: PlannedItem["task"],
  units: number,
): Pick<Trigger, "reorderPoint" | "cycleServiceLevel" | "fillRate"> {
  const { reorderPoint, cycleServiceLevel, fillRate } = proposePolicy({
    ...task,
    localMin: units,
    localMax: units,
  });
  return { reorderPoint, cycleServiceLevel, fillRate };
}

interface Found {
  readonly kind: Trigger["kind"];
  readonly finding: string;
  readonly why: string;
}

function forecastTrigger({ task }: PlannedItem, rules: TriggerRules): Found | undefined {
  const pairs = task.series
    .map((actual, t) => ({ actual, forecast: task.forecasts[t] }))
    .filter(({ forecast }) => !Number.isNaN(forecast));
  if (pairs.length < rules.forecastWindow) return undefined;
  const { drift, trackingSignal, recentError, earlierError } = forecastDrift(
    {
      actual: pairs.map(({ actual }) => actual),
      forecast: pairs.map(({ forecast }) => forecast),
      weights: pairs.map(() => 1),
    },
    rules.forecastWindow,
    rules.forecastLimit,
  );
  if (drift === "OK") return undefined;
  const biased = `forecast too ${trackingSignal > 0 ? "high" : "low"} for ${rules.forecastWindow} buckets (tracking signal ${trackingSignal.toFixed(1)})`;
  const worse = `forecast error ${recentError.toPrecision(3)} a bucket, ${(earlierError ?? 0).toPrecision(3)} before`;
  const why = drift === "BIAS" ? biased : drift === "ERROR" ? worse : `${biased}, ${worse}`;
  return { kind: "forecast", finding: drift, why };
}

function leadTimeTrigger({ lines, agreed, supplier }: PlannedItem, rules: TriggerRules): Found | undefined {
  if (agreed === null || lines.length < rules.receiptWindow) return undefined;
  const { verdict, excess, spreadRatio } = leadTimeDrift(
    agreed,
    lines.map(({ days }) => days),
    { window: rules.receiptWindow, limit: rules.receiptLimit },
  );
  if (verdict === "OK") return undefined;
  const who = supplier === "" ? "lead time" : `lead time of ${supplier}`;
  const why =
    verdict === "LONGER"
      ? `${who} ${excess.toFixed(1)} days beyond the ${agreed} agreed, over the last ${rules.receiptWindow} receipts`
      : `spread of the ${who} ${(spreadRatio ?? 0).toFixed(1)} times what it was`;
  return { kind: "leadtime", finding: verdict, why };
}
