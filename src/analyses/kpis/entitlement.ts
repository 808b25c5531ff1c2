import { daysPerMonth } from "../../engine/calendar";
import { itemsTable, type Issue } from "../../workbook/tables";
import type { CurrentPolicies, PolicyRow } from "../policies/target-rows";
import type { JudgedLeaf } from "./unit-figures";

/** Stock that the policies of one item at one place call for, units. */
export interface Entitlement {
  /** Half a lot: what lies on average between two receipts. */
  readonly cycle: number;
  readonly safety: number;
  /** Demand over the lead time. */
  readonly pipeline: number;
}

/** OWNED: demand over the lead time counts where Stock holds goods under way as our own; else they are not in the stock compared. */
export const pipelineRules = ["OWNED", "ALL", "NONE"] as const;
export type PipelineRule = (typeof pipelineRules)[number];

/**
 * Cycle stock, safety stock and pipeline as the policy in force has them, as proposed where none is in force. Undefined without a policy.
 * Source: Silver, Pyke and Thomas (2017), section 1.3: cycle, safety and pipeline stock.
 */
export function entitlement(
  { history, demand }: JudgedLeaf,
  policy: PolicyRow | undefined,
  pipeline: boolean,
): Entitlement | undefined {
  if (policy === undefined) return undefined;
  const safety = policy.SS ?? policy.NewSS;
  if (safety === null) return undefined;
  const monthly = demand.coming.slice(0, 3);
  const mean = monthly.reduce((sum, units) => sum + units, 0) / Math.max(1, monthly.length);
  const daily = monthly.length > 0 ? mean / daysPerMonth : (policy.Mean ?? 0);
  const lot = positive(policy.Lot) ?? positive(policy.NewLot) ?? daily * (policy.Review ?? 0);
  const leadTime = policy.LeadTime ?? history.facts?.LeadTime ?? 0;
  return { cycle: lot / 2, safety, pipeline: pipeline ? daily * leadTime : 0 };
}

const positive = (value: number | null): number | undefined =>
  value !== null && value > 0 ? value : undefined;

/** One issue for all items without a policy: their stock of today is taken as what they are entitled to. */
export function withoutPolicy(leaves: readonly JudgedLeaf[], policies: CurrentPolicies): Issue[] {
  const items = new Map<string, number>();
  for (const { history } of leaves) {
    if ((history.units.at(-1) ?? 0) <= 0 || policies.byLeaf.has(history.id)) continue;
    if (!items.has(history.item)) items.set(history.item, history.facts?.row ?? 0);
  }
  const [first] = items;
  if (first === undefined) return [];
  const more = items.size === 1 ? "" : ` and ${items.size - 1} more`;
  const message = `${first[0]}${more} have stock and no safety stock in Policies: targets leave their stock as it is`;
  return [{ table: itemsTable.name, row: first[1], column: "Item", message }];
}
