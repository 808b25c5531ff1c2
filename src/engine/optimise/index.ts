export type { FlowProblem } from "./flow-problem";
export { cheapestFlow, type FlowAnswer } from "./network-simplex";
