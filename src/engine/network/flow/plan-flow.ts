import { PlanningError } from "../../errors";
import { defaultLimits, type SolveLimits } from "../../optimise";
import { checkFlow } from "./check-problem";
import { columnsOf } from "./model";
import { totalOf, type GoodPlan } from "./plan";
import type { FlowProblem } from "./problem";
import { SharedUse } from "./shared-use";
import { solveGroup, type GroupPlan } from "./solve-group";

export interface FlowSearch extends SolveLimits {
  /** Columns up to which goods are planned in one program; beyond it they part what they share by need. */
  readonly mostColumns: number;
}

export interface PlannedGood extends GoodPlan {
  /** Goods planned together with it, itself counted. */
  readonly together: number;
  /** Share of their cost that another plan could save at most. */
  readonly gap: number;
}

export interface FlowPlan {
  /** By good; where there is no plan, why. */
  readonly goods: readonly (PlannedGood | { readonly problem: string })[];
  /** By limit, then period. */
  readonly limits: readonly {
    readonly used: readonly number[];
    /** What a unit more would save, at most; null where whole shipments leave it open, or the solver does. */
    readonly worth: readonly (number | null)[];
    /** Too many goods share it to be planned in one program: each has a part of it. */
    readonly isParted: boolean;
  }[];
  readonly stores: readonly { readonly held: readonly number[]; readonly isParted: boolean }[];
  /** Of all goods that have a plan. */
  readonly total: number;
}

export type TellProgress = (planned: number, all: number) => void;

interface Group {
  readonly goods: readonly number[];
  /** Positions of the limits that its answer tells of. */
  readonly limits: readonly number[];
  readonly answer: GroupPlan | { readonly problem: string };
}

/**
 * When to ship what on which lane so that freight, capital under way, holding, waiting customers and missing minimum stock cost the least
 * together. Goods are planned one by one first; those that together break a limit or a store are planned in one program, and so on until all
 * is kept. That is the optimum of all goods together, for each program leaves out only what its answer keeps anyway. Only where a program
 * would have more than `mostColumns` the limit is parted by need, and the plan may be dearer than it could be.
 */
export function planFlow(
  problem: FlowProblem,
  search: Partial<FlowSearch> = {},
  tell: TellProgress = () => undefined,
): FlowPlan {
  checkFlow(problem);
  const { mostColumns = 100_000, ...given } = search;
  const solveLimits = { ...defaultLimits, ...given };
  const shared = new SharedUse(problem);
  const all = problem.goods.length;
  const solve = (goods: readonly number[]): Group => {
    const { problem: own, limits } = shared.problemOf(goods);
    try {
      return { goods, limits, answer: solveGroup(own, solveLimits) };
    } catch (thrown) {
      if (thrown instanceof PlanningError) return { goods, limits, answer: { problem: thrown.message } };
      throw thrown;
    }
  };
  let groups = problem.goods.map((_, good) => {
    tell(good, all);
    return solve([good]);
  });
  for (;;) {
    const clusters = shared.broken(groups.map(planned));
    if (clusters.length === 0) break;
    const next: Group[] = groups.filter((_, g) => !clusters.some((cluster) => cluster.groups.includes(g)));
    for (const { groups: members, limits, stores } of clusters) {
      tell(
        next.reduce((sum, { goods }) => sum + goods.length, 0),
        all,
      );
      const goods = members.flatMap((g) => groups[g].goods).sort((a, b) => a - b);
      const size = goods.reduce(
        (sum, good) => sum + columnsOf(problem.goods[good], problem.periods.length),
        0,
      );
      if (size <= mostColumns) next.push(solve(goods));
      else {
        shared.part(limits, stores);
        next.push(...members.map((g) => solve(groups[g].goods)));
      }
    }
    groups = next;
  }
  return planOf(problem, groups, shared);
}

const planned = ({ goods, answer }: Group) => ({ goods, plans: "plans" in answer ? answer.plans : [] });

function planOf(problem: FlowProblem, groups: readonly Group[], shared: SharedUse): FlowPlan {
  const goods = new Array<FlowPlan["goods"][number]>(problem.goods.length);
  let total = 0;
  for (const { goods: members, answer } of groups) {
    const own = "plans" in answer ? answer.plans.reduce((sum, plan) => sum + totalOf(plan), 0) : 0;
    total += own;
    members.forEach((good, k) => {
      goods[good] =
        "plans" in answer
          ? {
              ...answer.plans[k],
              together: members.length,
              gap: own > 0 ? Math.min(1, Math.max(0, answer.unproven) / own) : 0,
            }
          : answer;
    });
  }
  const use = shared.use(groups.map(planned));
  return {
    goods,
    limits: problem.limits.map((limit, k) => ({
      used: use.limits[k].used,
      worth: limit.most.map((_, t) => worthOf(k, t)),
      isParted: shared.isParted("limits", k),
    })),
    stores: problem.stores.map((_, k) => ({
      held: use.stores[k].used,
      isParted: shared.isParted("stores", k),
    })),
    total,
  };

  function worthOf(limit: number, t: number): number | null {
    let worth = 0;
    for (const g of use.limits[limit].users[t]) {
      const { goods: members, limits, answer } = groups[g];
      if ("problem" in answer) continue;
      if (answer.worth === undefined) return null;
      const own = answer.worth[limits.indexOf(limit)][t];
      const part = shared.partOf("limits", limit, members);
      worth = shared.isParted("limits", limit) ? worth + part * own : Math.max(worth, own);
    }
    return worth;
  }
}
