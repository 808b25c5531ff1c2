import { PlanningError } from "../../errors";
import { solveLinear, type LinearAnswer, type SolveLimits } from "../../optimise";
import { flowModel } from "./model";
import { goodPlan, type GoodPlan } from "./plan";
import type { FlowProblem } from "./problem";

/** Goods planned in one program. */
export interface GroupPlan {
  readonly plans: readonly GoodPlan[];
  /** Money by which another plan could be cheaper at most. */
  readonly unproven: number;
  /** By limit, then period: what a unit more would save; undefined for integer programs and solvers that do not tell. */
  readonly worth: readonly (readonly number[])[] | undefined;
}

/** Rules named in a message; the rest is counted. */
const mostNamed = 6;

/** The cheapest plan of all goods of a problem together. */
export function solveGroup(problem: FlowProblem, limits: SolveLimits): GroupPlan {
  const { model, goods, limits: rules } = flowModel(problem);
  const answer = solveLinear(model, limits);
  if (answer.status !== "optimal" && answer.status !== "stopped")
    throw new PlanningError("no-solution", "lanes", `no plan: ${trouble(answer)}`);
  const duals = answer.status === "optimal" ? answer.ruleDuals : undefined;
  return {
    plans: problem.goods.map((good, g) => goodPlan(problem, good, goods[g], answer.values)),
    // Nothing costs less than nothing.
    unproven: answer.objective - Math.max(0, answer.bound),
    worth:
      duals && rules.map((row) => row.map((rule) => (rule === undefined ? 0 : Math.max(0, -duals[rule])))),
  };
}

function trouble(answer: Exclude<LinearAnswer, { readonly status: "optimal" | "stopped" }>): string {
  if (answer.status === "failed") return answer.reason;
  // Every cost is at least 0.
  if (answer.status === "unbounded") return "the cost falls without end";
  const { conflict } = answer;
  if (conflict.length === 0) return "its rules cannot be kept together";
  const more = conflict.length - mostNamed;
  const named = conflict.slice(0, mostNamed).join("; ");
  return `these cannot be kept together: ${named}${more > 0 ? ` and ${more} more` : ""}`;
}
