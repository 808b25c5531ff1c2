import loadHighs, { type Highs, type ModelData } from "highs";
import {
  conflictingRules,
  objectiveOf,
  type LinearAnswer,
  type LinearModel,
  type LinearSolver,
  type SolveLimits,
} from "../engine/optimise";

/** Columns from which the interior point method is faster than the simplex. */
const manyColumns = 50_000;
/** HiGHS says so where values are a feasible point. */
const feasiblePoint = 2;

/** HiGHS, compiled once: https://highs.dev, in WebAssembly. */
export async function loadHighsSolver(): Promise<LinearSolver> {
  const highs = await loadHighs();
  return (model, limits) => solve(highs, model, limits);
}

function solve(highs: Highs, model: LinearModel, limits: SolveLimits): LinearAnswer {
  const { modelStatus } = highs.constants;
  return highs.withModel(modelData(highs, model), (native): LinearAnswer => {
    const isWhole = model.decisions.some(({ whole }) => whole);
    native.options.set({
      output_flag: false,
      time_limit: limits.seconds,
      mip_rel_gap: limits.gap,
      // A decision off by more would, once rounded, break rules in which it counts for much.
      mip_feasibility_tolerance: 1e-9,
      solver: !isWhole && model.decisions.length > manyColumns ? "ipm" : "choose",
    });
    native.run();
    const status = native.getModelStatus();
    if (status === modelStatus.infeasible) return infeasible(highs, model, limits);
    if (status === modelStatus.unbounded) return { status: "unbounded" };
    if (status === modelStatus.unboundedOrInfeasible) return unboundedOrNot(highs, model, limits);
    const solution = native.getSolution();
    const values = Float64Array.from(solution.colValue);
    if (model.decisions.length === 0) return { status: "optimal", values, objective: 0, bound: 0 };
    if (Number(native.info.get("primal_solution_status")) !== feasiblePoint)
      return { status: "failed", reason: `no plan was found within ${limits.seconds} seconds` };
    const objective = objectiveOf(model, values);
    const bound = isWhole ? Number(native.info.get("mip_dual_bound")) : objective;
    if (status === modelStatus.optimal) {
      const hasDuals = !isWhole && Number(native.info.get("dual_solution_status")) === feasiblePoint;
      const duals = hasDuals ? { ruleDuals: Float64Array.from(solution.rowDual) } : {};
      return { status: "optimal", values, objective, bound, ...duals };
    }
    return {
      status: "stopped",
      values,
      objective,
      bound: isWhole && Number.isFinite(bound) ? bound : -Infinity,
    };
  });
}

/** Costs apart, is there a plan at all? */
function unboundedOrNot(highs: Highs, model: LinearModel, limits: SolveLimits): LinearAnswer {
  const free = { ...model, decisions: model.decisions.map((decision) => ({ ...decision, cost: 0 })) };
  const answer = solve(highs, free, limits);
  return answer.status === "optimal" ? { status: "unbounded" } : answer;
}

/** Rows up to which each is tried in turn where the solver itself finds no smallest conflict. */
const fewRows = 300;

function infeasible(highs: Highs, model: LinearModel, limits: SolveLimits): LinearAnswer {
  const conflict = highs.withModel(modelData(highs, model), (native) => {
    native.options.set({ output_flag: false, time_limit: limits.seconds, iis_strategy: irreducible });
    native.run();
    const { rowIndex } = native.getIis();
    return Array.from(rowIndex, (row) => model.rules[row].name);
  });
  if (conflict.length > 0 || model.rules.length > fewRows) return { status: "infeasible", conflict };
  const relaxed = (one: LinearModel): LinearAnswer =>
    highs.withModel(modelData(highs, one), (native): LinearAnswer => {
      native.options.set({ output_flag: false, time_limit: limits.seconds });
      native.run();
      const isInfeasible = native.getModelStatus() === highs.constants.modelStatus.infeasible;
      return isInfeasible ? { status: "infeasible", conflict: [] } : { status: "unbounded" };
    });
  return { status: "infeasible", conflict: conflictingRules(model, relaxed) };
}

/** iis_strategy: from the linear program, made irreducible. */
const irreducible = 2 + 4;

function modelData(highs: Highs, { decisions, rules, starts, rows, coefficients }: LinearModel): ModelData {
  const bounded = (value: number) => (Number.isFinite(value) ? value : Math.sign(value) * highs.infinity);
  const isWhole = decisions.some(({ whole }) => whole);
  return {
    numCols: decisions.length,
    numRows: rules.length,
    colCost: Float64Array.from(decisions, ({ cost }) => cost),
    colLower: Float64Array.from(decisions, ({ lower }) => bounded(lower)),
    colUpper: Float64Array.from(decisions, ({ upper }) => bounded(upper)),
    rowLower: Float64Array.from(rules, ({ lower }) => bounded(lower)),
    rowUpper: Float64Array.from(rules, ({ upper }) => bounded(upper)),
    matrix: {
      format: "csc",
      numRows: rules.length,
      numCols: decisions.length,
      starts,
      indices: rows,
      values: coefficients,
    },
    ...(isWhole ? { integrality: Int32Array.from(decisions, ({ whole }) => (whole ? 1 : 0)) } : {}),
  };
}
