export type { FlowProblem } from "./flow-problem";
export { cheapestFlow, type FlowAnswer } from "./network-simplex";
export { brokenBy } from "./check-answer";
export { conflictingRules } from "./conflict";
export { ModelBuilder, activities, objectiveOf, type LinearModel } from "./linear-model";
export { defaultLimits, type LinearAnswer, type LinearSolver, type SolveLimits } from "./linear-solver";
export { provideSolver, solveLinear, solverMissing } from "./solve-linear";
export { solveByTableau } from "./tableau-solver";
