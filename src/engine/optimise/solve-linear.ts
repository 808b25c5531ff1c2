import { brokenBy } from "./check-answer";
import { conflictingRules } from "./conflict";
import { objectiveOf, type LinearModel } from "./linear-model";
import { defaultLimits, type LinearAnswer, type LinearSolver, type SolveLimits } from "./linear-solver";
import { solveByTableau, tableauRefusal } from "./tableau-solver";

/** Columns beyond which a model is refused: memory and patience end there. */
const mostColumns = 300_000;

/**
 * The solver of this thread. It has to be compiled before synchronous work begins, which only the edge can do; all else in the engine is
 * passed in. Without one, small linear programs are solved by the fallback.
 */
let atHand: { readonly solver?: LinearSolver; readonly trouble: string } = {
  trouble: "it was not asked for",
};

export function provideSolver(solver: LinearSolver): void {
  atHand = { solver, trouble: "" };
}

/** Tells why there is no solver in this thread. */
export function solverMissing(reason: string): void {
  atHand = { trouble: reason };
}

/** Solves a model and checks the answer afresh: values that break a rule are no answer, and the objective is added up again. */
export function solveLinear(model: LinearModel, limits: Partial<SolveLimits> = {}): LinearAnswer {
  if (model.decisions.length > mostColumns)
    return failed(
      `the model has ${model.decisions.length} decisions, more than ${mostColumns}: plan fewer items at a time`,
    );
  return checked(model, solved(model, { ...defaultLimits, ...limits }));
}

function solved(model: LinearModel, limits: SolveLimits): LinearAnswer {
  if (atHand.solver !== undefined) return atHand.solver(model, limits);
  const refusal = tableauRefusal(model);
  if (refusal !== undefined)
    return failed(
      `the plan needs the solver in WebAssembly, which is not there (${atHand.trouble}): ${refusal}`,
    );
  const answer = solveByTableau(model);
  if (answer.status !== "infeasible" || answer.conflict.length > 0) return answer;
  return { status: "infeasible", conflict: conflictingRules(model, solveByTableau) };
}

function checked(model: LinearModel, answer: LinearAnswer): LinearAnswer {
  if (answer.status !== "optimal" && answer.status !== "stopped") return answer;
  const values = answer.values.map((value, j) => (model.decisions[j].whole ? nearlyWhole(value) : value));
  const broken = brokenBy(model, values);
  if (broken !== undefined) return failed(`the solver's answer was checked and refused: ${broken}`);
  const objective = objectiveOf(model, values);
  return { ...answer, values, objective, bound: Math.min(answer.bound, objective) };
}

/** A whole number that a solver left a little beside itself. */
const nearlyWhole = (value: number) =>
  Math.abs(value - Math.round(value)) < 1e-5 ? Math.round(value) : value;

const failed = (reason: string): LinearAnswer => ({ status: "failed", reason });
