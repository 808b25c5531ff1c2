import {
  planFlow,
  type FlowGood,
  type FlowLane,
  type FlowLimit,
  type FlowPlan,
  type FlowProblem,
  type FlowSite,
  type PlannedGood,
} from "../../../../src/engine/network";

export const PERIODS = 4;
export const periods = ["spring", "summer", "autumn", "winter"];
export const constant = (value: number) => new Array<number>(PERIODS).fill(value);
export const site = (id: string, own: Partial<FlowSite> = {}): FlowSite => ({
  id,
  opening: 0,
  inbound: constant(0),
  source: constant(0),
  demand: constant(0),
  minimum: 0,
  holdingCost: 1,
  ...own,
});
export const lane = (from: number, to: number, own: Partial<FlowLane> = {}): FlowLane => ({
  from,
  to,
  leadTime: 0,
  cost: 2,
  transitCost: 0,
  least: 0,
  multiple: 0,
  ...own,
});
export const supplier = site("supplier", { source: constant(Infinity) });
export const good = (own: Partial<FlowGood>): FlowGood => ({
  name: "A",
  sites: [],
  lanes: [],
  shortagePenalty: 10,
  minimumPenalty: 5,
  ...own,
});
export const limit = (most: number, lanes: FlowLimit["lanes"] = [{ good: 0, lane: 0 }]): FlowLimit => ({
  name: "from supplier",
  lanes,
  most: constant(most),
});
export const problem = (own: Partial<FlowGood>, more: Partial<FlowProblem> = {}): FlowProblem => ({
  periods,
  goods: [good(own)],
  limits: [],
  stores: [],
  ...more,
});

/** Proven as far as doubles go. */
export const exact = { gap: 1e-7, seconds: 60 };
export function planned(plan: FlowPlan, one = 0): PlannedGood {
  const found = plan.goods[one];
  if ("problem" in found) throw new Error(found.problem);
  return found;
}
export const shipped = (of: FlowProblem) =>
  planned(planFlow(of, exact)).shipments.map(({ lane: way, period, units }) => [way, period, units]);
export const refusals = (plan: FlowPlan) =>
  plan.goods.flatMap((one) => ("problem" in one ? [one.problem] : []));
