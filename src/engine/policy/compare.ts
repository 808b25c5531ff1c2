import { insufficientData } from "../errors";
import { economicOrderQuantity } from "../replenishment";
import { safetyStock } from "../safety-stock";
import { simulateSite, type ControlRule } from "../simulation";

export interface ComparisonRequest {
  /** What was demanded, period by period; missing ones left out. */
  readonly demand: readonly number[];
  /** Whole periods. */
  readonly leadTime: number;
  readonly unitCost: number;
  readonly orderCost: number;
  readonly cycleServiceLevel: number;
  /** Periods between the reviews of the periodic policies. */
  readonly review: number;
  /** Cost of carrying one money unit of stock for a year. */
  readonly carryRate: number;
  readonly periodsPerYear: number;
}

export interface ComparedPolicy {
  readonly name: "(s,Q)" | "(s,S)" | "(R,S)" | "(R,s,S)";
  /** NaN for (R,S). */
  readonly reorderPoint: number;
  /** Lot of (s,Q), order-up-to level of the others. */
  readonly lotOrTarget: number;
  readonly cycleServiceLevel: number;
  readonly fillRate: number;
  readonly averageStock: number;
  /** Carrying and ordering, money per year. */
  readonly cost: number;
}

/** Periods that are run through, so that a cycle at either end weighs little. */
const longEnough = 3000;
/** A simulated service this much below the target still meets it. */
const tolerance = 0.01;

/**
 * Four ways to control an item, set by the textbook for a cycle service level, and what they would have done: the history is run through
 * over and over in its own order, so that what follows what in it counts. Those that meet the target come first, cheapest first; then the
 * others, best service first.
 * Source: Silver, Pyke and Thomas (2017), sections 6.3 and 6.5.
 */
export function comparePolicies(request: ComparisonRequest): ComparedPolicy[] {
  const { demand, cycleServiceLevel: target } = request;
  if (demand.length < 8) throw insufficientData("demand", "must hold at least 8 observations", demand.length);
  if (demand.every((units) => units === 0)) throw insufficientData("demand", "must hold demand above 0", 0);
  const repeats = Math.ceil(longEnough / demand.length);
  const played = Float64Array.from({ length: repeats * demand.length }, (_, t) => demand[t % demand.length]);
  const meets = (policy: ComparedPolicy) => policy.cycleServiceLevel >= target - tolerance;
  return candidates(request)
    .map((candidate) => outcomeOf(candidate, played, request))
    .sort((a, b) => {
      if (meets(a) !== meets(b)) return meets(a) ? -1 : 1;
      return meets(a) ? a.cost - b.cost : b.cycleServiceLevel - a.cycleServiceLevel;
    });
}

interface Candidate {
  readonly name: ComparedPolicy["name"];
  readonly rule: ControlRule;
  readonly review: number;
}

function candidates(request: ComparisonRequest): Candidate[] {
  const { demand, leadTime, unitCost, orderCost, cycleServiceLevel, review, carryRate, periodsPerYear } =
    request;
  const mean = demand.reduce((sum, units) => sum + units, 0) / demand.length;
  const sd = Math.sqrt(demand.reduce((sum, units) => sum + (units - mean) ** 2, 0) / (demand.length - 1));
  // Looked at once a period: what is ordered now must last until the next look's order arrives.
  const levelFor = (interval: number) =>
    mean * (leadTime + interval) +
    safetyStock({ mean, sd, leadTime, leadTimeSd: 0, review: interval }, cycleServiceLevel, "NORMAL");
  const year = {
    demand: mean * periodsPerYear,
    orderCost,
    unitCost,
    carryRate,
    minimum: 0,
    multiple: 0,
    breaks: [],
  };
  const lot = economicOrderQuantity(year);
  const [daily, periodic] = [levelFor(1), levelFor(review)];
  return [
    { name: "(s,Q)", rule: { kind: "lots", reorderPoint: daily, lot }, review: 1 },
    { name: "(s,S)", rule: { kind: "order-up-to", reorderPoint: daily, target: daily + lot }, review: 1 },
    { name: "(R,S)", rule: { kind: "order-up-to", reorderPoint: Infinity, target: periodic }, review },
    {
      name: "(R,s,S)",
      rule: { kind: "order-up-to", reorderPoint: periodic, target: periodic + lot },
      review,
    },
  ];
}

function outcomeOf(
  { name, rule, review }: Candidate,
  demand: Float64Array,
  request: ComparisonRequest,
): ComparedPolicy {
  const { leadTime, unitCost, orderCost, carryRate, periodsPerYear } = request;
  const result = simulateSite({ demand, leadTime: () => leadTime, rule, review });
  const orders = (result.orders * periodsPerYear) / demand.length;
  return {
    name,
    reorderPoint: Number.isFinite(rule.reorderPoint) ? rule.reorderPoint : NaN,
    lotOrTarget: rule.kind === "lots" ? rule.lot : rule.target,
    cycleServiceLevel: result.cycleServiceLevel,
    fillRate: result.fillRate,
    averageStock: result.averageStock,
    cost: result.averageStock * unitCost * carryRate + orders * orderCost,
  };
}
