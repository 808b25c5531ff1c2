export { serviceCurve, type ServicePoint } from "./curve";
export {
  bestMixForBudget,
  cheapestMix,
  type ServiceItem,
  type ServicePlan,
  type ServiceTarget,
} from "./optimise";
