import { PlanningError, invalidInput } from "../engine/errors";
import { cheapestMix, type ServiceItem } from "../engine/service";
import { policiesTable, runsTable } from "../workbook/tables";
import type { TableContent } from "../workbook/workbook";
import { defineAnalysis, type AnalysisOutcome } from "./define-analysis";
import { choiceOption, numberOption, numbersOption, textOption } from "./options";
import { withLessons } from "./policies/learn-lessons";
import { planPolicies, type PolicyPlan } from "./policies/plan-policies";
import { mergedPolicies, type PolicyCells } from "./policies/policy-columns";
import { proposePolicy, type PolicyProposal, type PolicyTask } from "./policies/propose-policy";
import { segmentId } from "./policies/target-rows";
import { segmentTarget, type ServiceTargets } from "./segments/class-targets";
import { segmentService, type SegmentService } from "./service/segment-service";
import {
  frontierCurve,
  frontierPoints,
  pointOf,
  type CurvePoint,
  type FrontierPoint,
  type MixItem,
} from "./service/frontier-points";
import { itemPrices } from "./service/item-prices";
import { checkBounds, type ServiceBounds } from "./service/service-bounds";
import { bothMeasures, mixForBudget } from "./service/service-mix";
import { policyOptions, policyReads, policyRules } from "./policies/policy-options";
import { proposals, type ProposedItem } from "./policies/proposed-items";

export interface TargetsDetails {
  readonly segments: readonly SegmentService[];
  /** Points at round fill rates, for printing. */
  readonly frontier: readonly FrontierPoint[];
  /** The whole curve, ascending in both. */
  readonly curve: readonly CurvePoint[];
  /** Items and places whose cost, demand and lead time are known: the others are not in the curve. */
  readonly priced: number;
  /** Those among them whose Items[Price] is not known: their margin is not in the figures. */
  readonly withoutPrice: number;
  /** Where the run stands on it; null where targets were set by segment. */
  readonly chosen: FrontierPoint | null;
}

interface State {
  readonly plan: PolicyPlan;
  readonly policies: TableContent | undefined;
  readonly prices: ReadonlyMap<string, number>;
  readonly runId: string;
}

const { targetType, target: _target, ...rules } = policyOptions;

export const setServiceTargets = defineAnalysis({
  id: "set-service-targets",
  summary:
    "Sets service targets: one a segment, or item by item the cheapest mix for an overall fill rate or for a budget.",
  notes: [
    "SEGMENT gives every segment in Items a row in Policies; a target that is there stays. FILL and BUDGET give every item and place its own fill rate.",
    "A mix that breaks the cash bound or the service bound is refused, and the bound is named; both bounds and who agreed stand in Runs.",
    "Every row shows both measures: CSL, the chance of no stockout in a cycle, and FILL, the share of units served from stock.",
    "The mix takes demand over lead time and review for normal; set-policies then meets each item's target, slow movers by their own distribution.",
  ],
  options: {
    mode: choiceOption(
      "By segment, cheapest for an overall fill rate, or best for a budget",
      ["SEGMENT", "FILL", "BUDGET"],
      "SEGMENT",
    ),
    targetType,
    targets: numbersOption("Targets of A, B and C, for SEGMENT", "fraction", [0.98, 0.95, 0.9]),
    target: numberOption("Overall fill rate, weighted by demand, for FILL", "fraction", 0.95, {
      above: 0,
      max: 0.999999,
    }),
    budget: numberOption("Money in safety stock, for BUDGET", "money", 0, { min: 0 }),
    floors: numbersOption(
      "Lowest fill rates of A, B and C items, for FILL and BUDGET",
      "fraction",
      [0, 0, 0],
    ),
    cash: numberOption(
      "Most money in safety stock that finance allows, for FILL and BUDGET; 0 for no bound",
      "money",
      0,
      {
        min: 0,
      },
    ),
    service: numberOption(
      "Least overall fill rate that operations needs, for FILL and BUDGET; 0 for no bound",
      "fraction",
      0,
      { min: 0, max: 0.999999 },
    ),
    finance: textOption("Who agreed for finance, for the record"),
    operations: textOption("Who agreed for operations, for the record"),
    ...rules,
  },
  reads: policyReads,
  writes: [policiesTable, runsTable],
  prepare: ({ tables, runId }, options) => {
    const noTarget = options.targets.find((level) => !(level > 0 && level < 1));
    if (noTarget !== undefined) throw invalidInput("targets", "must be above 0 and below 1", noTarget);
    const noFloor = options.floors.find((level) => !(level >= 0 && level < 1));
    if (noFloor !== undefined) throw invalidInput("floors", "must be at least 0 and below 1", noFloor);
    const plan = planPolicies(tables, policyRules(options));
    const byClass: ServiceTargets = { type: options.targetType, levels: options.targets };
    const withTargets = plan.items.map((item) => {
      const own = segmentTarget(item.segment.slice(0, 1), item.segment.slice(1), plan.current, byClass);
      return own === undefined ? item : { ...item, task: { ...item.task, target: own, sharedTarget: true } };
    });
    const { items } = withLessons({ ...plan, items: withTargets });
    const prices = itemPrices(tables.items);
    const state: State = { plan: { ...plan, items }, policies: tables.policies, prices, runId };
    return { state, work: items.map(({ task }) => task) };
  },
  step: (task: PolicyTask): PolicyProposal => proposePolicy(task),
  finish: ({ plan, policies, prices, runId }: State, results, options): AnalysisOutcome => {
    const { proposed, issues } = proposals(plan, results);
    const segments = segmentsOf(plan, proposed);
    const priced = proposed.filter(({ unitCost }) => unitCost !== null && unitCost > 0);
    const mix = priced.map((item) => mixItem(item, options.floors, prices));
    const chosen = options.mode === "SEGMENT" ? null : chosenMix(mix, options);
    if (chosen !== null) checkBounds(chosen, boundsIn(options));
    const curve = frontierCurve(mix);
    const cells =
      chosen === null
        ? new Map(
            segments.map((segment) => [segmentId(segment.segment), segmentCells(segment, runId)] as const),
          )
        : new Map(
            priced.map(
              (item, i) => [item.id, mixCells(item, mix[i], chosen.items[i].safetyStock, runId)] as const,
            ),
          );
    const details: TargetsDetails = {
      segments,
      frontier: frontierPoints(mix, curve),
      curve,
      priced: mix.length,
      withoutPrice: mix.filter(({ margin }) => margin === null).length,
      chosen: chosen === null ? null : pointOf(chosen, mix, curve),
    };
    return {
      results: [
        mergedPolicies(policies, plan.current, ["TargetType", "Target", "CSL", "FILL", "RunId"], cells),
      ],
      issues: [...plan.issues, ...issues],
      summary: summaryOf(details, priced.length),
      inputHash: plan.inputHash,
      details,
    };
  },
});

function chosenMix(
  mix: readonly ServiceItem[],
  { mode, target, budget }: { readonly mode: string; readonly target: number; readonly budget: number },
) {
  if (mix.length === 0)
    throw new PlanningError(
      "insufficient-data",
      "Cost",
      "Cost must be known for one item with demand at least",
    );
  return mode === "FILL" ? cheapestMix(mix, target) : mixForBudget(mix, budget);
}

/** 0 stands for no bound. */
function boundsIn({ cash, service }: { readonly cash: number; readonly service: number }): ServiceBounds {
  return { cash: cash === 0 ? null : cash, service: service === 0 ? null : service };
}

function mixItem(
  { proposal, unitCost, segment, item, location }: ProposedItem,
  floors: readonly number[],
  prices: ReadonlyMap<string, number>,
): MixItem {
  const price = prices.get(item);
  const place = "ABC".indexOf(segment.slice(0, 1) || "-");
  return {
    demand: proposal.meanADay,
    sd: proposal.sigma,
    lot: Math.max(proposal.lot, Number.MIN_VALUE),
    unitCost: unitCost as number,
    floor: place < 0 ? 0 : floors[place],
    name: location === "" ? item : `${item} at ${location}`,
    margin: price === undefined ? null : price - (unitCost as number),
  };
}

function segmentsOf(plan: PolicyPlan, proposed: readonly ProposedItem[]): SegmentService[] {
  const targets = new Map(plan.items.map(({ id, task }) => [id, task.target]));
  const members = new Map<string, ProposedItem[]>();
  for (const item of proposed) {
    // N and - have no segment: their items have targets of their own, or the options'.
    if (!"ABC".includes(item.segment.slice(0, 1) || "-")) continue;
    const known = members.get(item.segment);
    if (known === undefined) members.set(item.segment, [item]);
    else known.push(item);
  }
  return [...members]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([segment, items]) => {
      const target = targets.get(items[0].id);
      return target === undefined ? [] : [segmentService(segment, target, items)];
    });
}

function segmentCells(
  { segment, target, cycleServiceLevel, fillRate }: SegmentService,
  runId: string,
): PolicyCells {
  return {
    Segment: segment,
    TargetType: target.type,
    Target: target.level,
    CSL: cycleServiceLevel,
    FILL: fillRate,
    RunId: runId,
  };
}

function mixCells(
  { item, location }: ProposedItem,
  service: ServiceItem,
  safetyStock: number,
  runId: string,
): PolicyCells {
  const { cycleServiceLevel, fillRate } = bothMeasures(safetyStock, service);
  return {
    Item: item,
    Location: location,
    TargetType: "FILL",
    // A target of 100 % is none: what needs no safety stock is asked for nearly all.
    Target: Math.min(Math.max(fillRate, lowestTarget), highestTarget),
    CSL: cycleServiceLevel,
    FILL: fillRate,
    RunId: runId,
  };
}

const lowestTarget = 1e-6;
const highestTarget = 0.999999;

function summaryOf({ segments, chosen }: TargetsDetails, items: number): string {
  if (chosen === null) return `${segments.length} segments have a target`;
  const [fill, money] = [(100 * chosen.fillRate).toFixed(2), Math.round(chosen.value).toLocaleString("en")];
  const flat = Math.round(chosen.flatValue).toLocaleString("en");
  return `${items.toLocaleString("en")} targets: fill rate ${fill}% for ${money} in safety stock; the same target for all would take ${flat}`;
}
