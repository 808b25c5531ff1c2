import solver from "javascript-lp-solver";
import type { LinearModel } from "./linear-model";
import { objectiveOf } from "./linear-model";
import type { LinearAnswer } from "./linear-solver";

/** Beyond it the dense tableau takes too long and too much memory. */
export const mostTableauColumns = 1000;

/** Why this solver may not be asked; undefined where it may. */
export function tableauRefusal({ decisions }: LinearModel): string | undefined {
  if (decisions.length > mostTableauColumns)
    return `it has ${decisions.length} decisions, more than ${mostTableauColumns}`;
  if (decisions.some(({ whole }) => whole)) return "some of its decisions must be whole";
  if (decisions.some(({ lower }) => lower < 0)) return "some of its decisions may be negative";
  return undefined;
}

/** A small linear program by the dense simplex of javascript-lp-solver. It knows neither time limits nor conflicts. */
export function solveByTableau(model: LinearModel): LinearAnswer {
  const { decisions, rules, starts, rows, coefficients } = model;
  const constraints: Record<string, { min?: number; max?: number; equal?: number }> = {};
  const between = (lower: number, upper: number) => ({
    ...(lower === upper ? { equal: lower } : {}),
    ...(lower > -Infinity && lower < upper ? { min: lower } : {}),
    ...(upper < Infinity && lower < upper ? { max: upper } : {}),
  });
  const empty = new Set(rules.keys());
  for (const row of rows) empty.delete(row);
  for (const i of empty) {
    const { name, lower, upper } = rules[i];
    if (lower > 0 || upper < 0) return { status: "infeasible", conflict: [name] };
  }
  rules.forEach(({ lower, upper }, i) => {
    if (!empty.has(i) && (lower > -Infinity || upper < Infinity))
      constraints[`r${i}`] = between(lower, upper);
  });
  const variables: Record<string, Record<string, number>> = {};
  for (const [j, { name, cost, lower, upper }] of decisions.entries()) {
    if (lower > upper) return { status: "infeasible", conflict: [`bounds of ${name}`] };
    const variable: Record<string, number> = { cost };
    for (let k = starts[j]; k < starts[j + 1]; k++) variable[`r${rows[k]}`] = coefficients[k];
    if (lower > 0 || upper < Infinity) {
      constraints[`b${j}`] = between(lower > 0 ? lower : -Infinity, upper);
      variable[`b${j}`] = 1;
    }
    variables[`x${j}`] = variable;
  }
  const found = solver.Solve({ optimize: "cost", opType: "min", constraints, variables }) as unknown as {
    readonly feasible: boolean;
    readonly bounded?: boolean;
  } & Record<string, number>;
  if (!found.feasible) return { status: "infeasible", conflict: [] };
  if (found.bounded === false) return { status: "unbounded" };
  const values = Float64Array.from(decisions, (_, j) => found[`x${j}`] ?? 0);
  const objective = objectiveOf(model, values);
  return { status: "optimal", values, objective, bound: objective };
}
