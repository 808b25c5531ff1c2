import { PlanningError } from "../../errors";
import { defaultLimits, type SolveLimits } from "../../optimise";
import { totalOf, type GoodPlan } from "./plan";
import type { FlowProblem } from "./problem";
import {
  firstTasks,
  latestGroups,
  nextTasks,
  planned,
  taskProblems,
  type FlowTask,
  type TaskAnswer,
} from "./rounds";
import { SharedUse } from "./shared-use";
import { solveGroup } from "./solve-group";

export interface FlowSearch extends SolveLimits {
  /** Columns up to which goods are planned in one program. */
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
    /** What a unit more would save with lots as planned, at most; null where all goes in lots, or the solver does not tell. */
    readonly worth: readonly (number | null)[];
    /** Too many goods share it to be planned in one program: each has a part of it. */
    readonly isParted: boolean;
  }[];
  readonly stores: readonly { readonly held: readonly number[]; readonly isParted: boolean }[];
  /** Of all goods that have a plan. */
  readonly total: number;
}

/**
 * When to ship what on which lane so that freight, capital under way, holding, waiting customers and missing minimum stock cost the least
 * together. Goods are planned one by one first; those that together break a limit or a store are planned in one program, and so on until all
 * is kept. That is the optimum of all goods together, for each program leaves out only what its answer keeps anyway. Only where a program
 * would have too many columns, or gives no plan, is the limit parted by need, and the plan may be dearer than it could be.
 */
export function planFlow(problem: FlowProblem, search: Partial<FlowSearch> = {}): FlowPlan {
  const { mostColumns, ...given } = search;
  const limits = { ...defaultLimits, ...given };
  const tasks: FlowTask[] = [];
  const answers: TaskAnswer[] = [];
  for (
    let next = firstTasks(problem);
    next.length > 0;
    next = nextTasks(problem, tasks, answers, mostColumns)
  ) {
    tasks.push(...next);
    answers.push(...taskProblems(problem, next).map((one) => answerOf(one, limits)));
  }
  return flowPlan(problem, tasks, answers);
}

function answerOf(problem: FlowProblem, limits: SolveLimits): TaskAnswer {
  try {
    return solveGroup(problem, limits);
  } catch (thrown) {
    if (thrown instanceof PlanningError) return { problem: thrown.message };
    throw thrown;
  }
}

/** What all tasks come to once there are no more. */
export function flowPlan(
  problem: FlowProblem,
  tasks: readonly FlowTask[],
  answers: readonly TaskAnswer[],
): FlowPlan {
  const groups = latestGroups(tasks, answers);
  const parted = tasks.at(-1)?.parted ?? { limits: [], stores: [] };
  const shared = new SharedUse(problem, parted);
  const goods = new Array<FlowPlan["goods"][number]>(problem.goods.length);
  let total = 0;
  for (const { task, answer } of groups) {
    const own = "plans" in answer ? answer.plans.reduce((sum, plan) => sum + totalOf(plan), 0) : 0;
    total += own;
    task.goods.forEach((good, k) => {
      goods[good] =
        "plans" in answer
          ? {
              ...answer.plans[k],
              together: task.goods.length,
              gap: own > 0 ? Math.min(1, Math.max(0, answer.unproven) / own) : 0,
            }
          : answer;
    });
  }
  const use = shared.use(groups.map(planned));
  const positions = groups.map(({ task }) => shared.problemOf(task.goods).limits);
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
    for (const g of use.limits[limit].users[t].keys()) {
      const { task, answer } = groups[g];
      if ("problem" in answer) continue;
      const own = answer.worth[positions[g].indexOf(limit)]?.[t];
      if (own === undefined) return null;
      const part = shared.partOf("limits", limit, task.goods);
      worth = shared.isParted("limits", limit) ? worth + part * own : Math.max(worth, own);
    }
    return worth;
  }
}
