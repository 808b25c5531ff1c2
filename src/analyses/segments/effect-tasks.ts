import type { Issue } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";
import { planPolicies, type PlannedItem, type PolicyTables } from "../policies/plan-policies";
import { currentPolicies } from "../policies/target-rows";
import { classAbove, segmentTarget, type ServiceTargets } from "./class-targets";
import type { ReviewedItem } from "./review-segments";
import type { EffectTask } from "./stock-effect";

type Tables = Omit<PolicyTables, "demand" | "forecast"> & { readonly demand: TableContent | undefined };

/** What may differ in stock: items that move between targets, and conflicts if they were upgraded; and rows that nothing can be priced by. */
export function effectTasks(
  items: readonly ReviewedItem[],
  { demand, ...tables }: Tables,
  targets: ServiceTargets,
  assumed: { readonly leadTime: number; readonly asOf: number },
): { readonly work: readonly EffectTask[]; readonly issues: readonly Issue[] } {
  if (demand === undefined) return { work: [], issues: [] };
  const plan = planPolicies({ ...tables, demand, forecast: undefined }, { ...pricingRules, ...assumed });
  const places = new Map<string, PlannedItem[]>();
  for (const one of plan.items) {
    const known = places.get(one.item);
    if (known === undefined) places.set(one.item, [one]);
    else known.push(one);
  }
  const current = currentPolicies(tables.policies);
  const targetFor = (abc: string, xyz: string) => segmentTarget(abc, xyz, current, targets);
  const work = items.flatMap(({ item, facts, abc, xyz, verdict }) => {
    const tasks = places.get(item) ?? [];
    const effect = (
      why: EffectTask["why"],
      from = targetFor(abc, xyz),
      to = targetFor(abc, xyz),
    ): EffectTask[] =>
      from === undefined || to === undefined || (from.type === to.type && from.level === to.level)
        ? []
        : tasks.map(({ task }) => ({ item, why, task, from, to }));
    const above = verdict === "OK" ? undefined : classAbove(abc);
    return [
      ...(facts.abc === "" ? [] : effect("move", targetFor(facts.abc, facts.xyz))),
      ...(above === undefined ? [] : effect("upgrade", undefined, targetFor(above, xyz))),
    ];
  });
  // What an item lacks for a policy is told where policies are set.
  return { work, issues: plan.issues.filter(({ row }) => row > 0) };
}

/** What set-policies takes where nothing else is said. */
const pricingRules = {
  bucket: "M",
  history: 36,
  otherwise: { type: "FILL", level: 0.95 },
  policy: "sQ",
  review: 0,
  orderCost: 50,
  carryRate: 0.2,
  receipts: 5,
  partial: "QTY",
  workdays: 0,
} as const;
