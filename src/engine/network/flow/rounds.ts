import { checkFlow } from "./check-problem";
import { columnsOf } from "./model";
import type { FlowProblem } from "./problem";
import { SharedUse, type Shared } from "./shared-use";
import type { GroupPlan } from "./solve-group";

/** Goods to be planned in one program; tasks of one round part the same. */
export interface FlowTask {
  readonly goods: readonly number[];
  /** What is parted by need, because too many goods share it. */
  readonly parted: Shared;
}

export type TaskAnswer = GroupPlan | { readonly problem: string };

/** The last word on some goods. */
export interface Group {
  readonly task: FlowTask;
  readonly answer: TaskAnswer;
}

/** Columns up to which goods are planned in one program. */
const mostColumns = 100_000;
const nothing: Shared = { limits: [], stores: [] };

/** Every good by itself. */
export function firstTasks(problem: FlowProblem): FlowTask[] {
  checkFlow(problem);
  return problem.goods.map((_, good) => ({ goods: [good], parted: nothing }));
}

/** The problems of the tasks of one round. */
export function taskProblems(problem: FlowProblem, tasks: readonly FlowTask[]): FlowProblem[] {
  const shared = new SharedUse(problem, tasks[0]?.parted ?? nothing);
  return tasks.map(({ goods }) => shared.problemOf(goods).problem);
}

/** Of all answers so far those that hold: a later task stands for its goods. */
export function latestGroups(tasks: readonly FlowTask[], answers: readonly TaskAnswer[]): Group[] {
  const last = new Map<number, number>();
  tasks.forEach(({ goods }, k) => goods.forEach((good) => last.set(good, k)));
  return [...new Set(last.values())]
    .sort((a, b) => a - b)
    .map((k) => ({ task: tasks[k], answer: answers[k] }));
}

export const planned = ({ task: { goods }, answer }: Group) => ({
  goods,
  plans: "plans" in answer ? answer.plans : [],
});

/**
 * What has to be planned next: goods that together break a limit or a store in one program; one by one with parts by need where that would be
 * too large, or where a program gave no plan. None once everything is kept.
 */
export function nextTasks(
  problem: FlowProblem,
  tasks: readonly FlowTask[],
  answers: readonly TaskAnswer[],
  columns = mostColumns,
): FlowTask[] {
  const groups = latestGroups(tasks, answers);
  if (groups.length === 0) return [];
  const before = tasks[tasks.length - 1].parted;
  const shared = new SharedUse(problem, before);
  const limits = new Set(before.limits);
  const stores = new Set(before.stores);
  const part = (of: Shared) => {
    for (const k of of.limits) limits.add(k);
    for (const k of of.stores) stores.add(k);
  };
  const next: (readonly number[])[] = [];
  for (const { task, answer } of groups) {
    if ("plans" in answer || task.goods.length === 1) continue;
    part(shared.sharedBy(task.goods));
    next.push(...task.goods.map((good) => [good]));
  }
  for (const cluster of shared.broken(groups.map(planned))) {
    const goods = cluster.groups.flatMap((g) => groups[g].task.goods).sort((a, b) => a - b);
    const size = goods.reduce((sum, good) => sum + columnsOf(problem.goods[good], problem.periods.length), 0);
    if (size <= columns) next.push(goods);
    else part(cluster);
  }
  const parted = { limits: [...limits], stores: [...stores] };
  const again = new Set(next.flat());
  const above = new SharedUse(problem, parted).abovePart(groups.map(planned));
  const resolved = above.map((g) => groups[g].task.goods).filter(([good]) => !again.has(good));
  return [...next, ...resolved].map((goods) => ({ goods, parted }));
}
