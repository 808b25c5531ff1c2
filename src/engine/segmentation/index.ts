export { abcClasses, type AbcClass, type AbcRule } from "./abc";
export { migration, type Migration } from "./migration";
export { classStability, rankByCriteria, type CriteriaRequest, type RankedItem } from "./multi-criteria";
export { pairwiseWeights, type PairwiseWeights } from "./pairwise";
export {
  defaultRules,
  ruleFor,
  validateClass,
  verdicts,
  type ClassedItem,
  type ValidationRule,
  type Verdict,
} from "./validate";
export { xyzClass, type XyzClass } from "./xyz";
