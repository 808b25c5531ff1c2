export { cheapestFlow, type FlowAnswer, type FlowProblem } from "./network-simplex";
