export { serviceCurve, type ServicePoint } from "./curve";
export { serviceFrontier } from "./frontier";
export {
  bestMixForBudget,
  cheapestMix,
  cheapestMixes,
  type ServiceItem,
  type ServicePlan,
  type ServiceTarget,
} from "./optimise";
