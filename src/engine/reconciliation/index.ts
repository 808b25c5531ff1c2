export {
  reconcile,
  reconciliationMethods,
  type ReconciliationMethod,
  type ReconciliationRequest,
} from "./reconcile";
export { shrunkCovariance, type ShrunkCovariance } from "./shrinkage";
export { buildTree, type NodeRow, type Tree } from "./tree";
