import { demandTable, type Issue } from "../../workbook/tables";
import type { StepResult } from "../define-analysis";
import type { PlannedItem, PolicyPlan } from "./plan-policies";
import type { ServiceTarget } from "./target-rows";
import type { PolicyProposal } from "./propose-policy";

/** One item at one place with what is in force and what is proposed. */
export interface ProposedItem extends Omit<PlannedItem, "task" | "lines" | "start"> {
  readonly proposal: PolicyProposal;
  readonly unitCost: number | null;
  readonly target: ServiceTarget;
}

/** What came of the steps, in the order of the plan; what could not be proposed is told. */
export function proposals(
  plan: PolicyPlan,
  results: readonly StepResult<PolicyProposal>[],
): { readonly proposed: ProposedItem[]; readonly issues: Issue[] } {
  const issues: Issue[] = [];
  const proposed: ProposedItem[] = [];
  plan.items.forEach(({ task, lines: _lines, start: _start, ...item }, i) => {
    const result = results[i];
    const tell = (message: string) => {
      const told = `${item.item}${item.location === "" ? "" : ` at ${item.location}`}: ${message}`;
      issues.push({ table: demandTable.name, row: item.demandRow, column: "Item", message: told });
    };
    if ("problem" in result) return tell(result.problem);
    proposed.push({ ...item, proposal: result.value, unitCost: task.unitCost, target: task.target });
  });
  return { proposed, issues };
}
