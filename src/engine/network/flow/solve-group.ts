import { PlanningError } from "../../errors";
import { solveLinear, type LinearAnswer, type LinearModel, type SolveLimits } from "../../optimise";
import { flowModel } from "./model";
import { goodPlan, type GoodPlan } from "./plan";
import type { FlowLane, FlowProblem } from "./problem";

/** Goods planned in one program. */
export interface GroupPlan {
  readonly plans: readonly GoodPlan[];
  /** Money by which another plan could be cheaper at most. */
  readonly unproven: number;
  /**
   * By limit: what a unit more would save in each period, with lots as they are planned; undefined where everything goes in lots, or the solver
   * does not tell.
   */
  readonly worth: readonly (readonly number[] | undefined)[];
}

/** Rules named in a message; the rest is counted. */
const mostNamed = 6;

/** The cheapest plan of all goods of a problem together. */
export function solveGroup(problem: FlowProblem, limits: SolveLimits): GroupPlan {
  const { model, goods, limits: rules } = flowModel(problem);
  const answer = solveLinear(model, limits);
  if (answer.status !== "optimal" && answer.status !== "stopped")
    throw new PlanningError("no-solution", "lanes", `no plan: ${trouble(answer)}`);
  const duals = ruleDuals(model, answer, limits);
  return {
    plans: problem.goods.map((good, g) => goodPlan(problem, good, goods[g], answer.values)),
    // Nothing costs less than nothing.
    unproven: answer.objective - Math.max(0, answer.bound),
    worth: problem.limits.map(({ lanes }, k) =>
      duals === undefined || lanes.every(({ good, lane }) => goesInLots(problem.goods[good].lanes[lane]))
        ? undefined
        : rules[k].map((rule) => (rule === undefined ? 0 : Math.max(0, -duals[rule]))),
    ),
  };
}

const goesInLots = ({ least, multiple }: FlowLane) => least > 0 || multiple > 0;

/** Of the program itself or, where some of its decisions are whole, of what is left once these stand. */
function ruleDuals(model: LinearModel, answer: Solved, limits: SolveLimits): Float64Array | undefined {
  const isWhole = model.decisions.some(({ whole }) => whole);
  if (!isWhole) return "ruleDuals" in answer ? answer.ruleDuals : undefined;
  const decisions = model.decisions.map((decision, j) =>
    decision.whole
      ? { ...decision, lower: answer.values[j], upper: answer.values[j], whole: false }
      : decision,
  );
  const rest = solveLinear({ ...model, decisions }, limits);
  return rest.status === "optimal" ? rest.ruleDuals : undefined;
}

type Solved = Extract<LinearAnswer, { readonly status: "optimal" | "stopped" }>;

function trouble(answer: Exclude<LinearAnswer, Solved>): string {
  if (answer.status === "failed") return answer.reason;
  // Every cost is at least 0.
  if (answer.status === "unbounded") return "the cost falls without end";
  const { conflict } = answer;
  if (conflict.length === 0) return "its rules cannot be kept together";
  const more = conflict.length - mostNamed;
  const named = conflict.slice(0, mostNamed).join("; ");
  return `these cannot be kept together: ${named}${more > 0 ? ` and ${more} more` : ""}`;
}
