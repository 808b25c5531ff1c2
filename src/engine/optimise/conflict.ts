import type { LinearModel, Rule } from "./linear-model";
import type { LinearAnswer } from "./linear-solver";

/**
 * Rules that cannot be kept together and of which none can be spared: each is dropped in turn, and stays dropped where the rest is still
 * impossible (the deletion filter of Chinneck and Dravnieks 1991).
 */
export function conflictingRules(model: LinearModel, solve: (model: LinearModel) => LinearAnswer): string[] {
  const free = ({ name }: Rule): Rule => ({ name, lower: -Infinity, upper: Infinity });
  let rules = model.rules;
  const blamed: string[] = [];
  model.rules.forEach((rule, i) => {
    if (rule.lower === -Infinity && rule.upper === Infinity) return;
    const without = rules.map((one, k) => (k === i ? free(one) : one));
    if (solve({ ...model, rules: without }).status === "infeasible") rules = without;
    else blamed.push(rule.name);
  });
  return blamed;
}
