import { reached } from "../weak-points";
import type { FlowProblem } from "./problem";
import { SharedUse, type PartProblem } from "./shared-use";

/** Problems that have nothing in common, so that each can be planned anywhere. */
export function separateFlows(problem: FlowProblem): PartProblem[] {
  const { goods, limits, stores } = problem;
  const neighbours = goods.map((): number[] => []);
  const join = (parts: readonly { readonly good: number }[]) =>
    parts.slice(1).forEach(({ good }, k) => {
      neighbours[good].push(parts[k].good);
      neighbours[parts[k].good].push(good);
    });
  for (const { lanes } of limits) join(lanes);
  for (const { sites } of stores) join(sites);
  const shared = new SharedUse(problem);
  const seen = new Set<number>();
  return goods.flatMap((_, good) => {
    if (seen.has(good)) return [];
    const members = [...reached([good], neighbours)].sort((a, b) => a - b);
    for (const one of members) seen.add(one);
    return [shared.problemOf(members)];
  });
}
