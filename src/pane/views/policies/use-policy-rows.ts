import { useMemo } from "react";
import { policyList, type ListedPolicy } from "../../../analyses/policies/policy-list";
import type { Issue } from "../../../workbook/tables";
import { useTable } from "../../use-table";

export interface PolicyRows {
  readonly state: "loading" | "ready" | "failed";
  readonly error?: Error;
  readonly rows: readonly ListedPolicy[];
  readonly issues: readonly Issue[];
}

/** Policies as it stands, with a proposal in each row, ranked by money. */
export function usePolicyRows(isWriting: boolean): PolicyRows {
  const table = useTable("Policies", isWriting);
  const content = table.state === "ready" ? table.value : undefined;
  const list = useMemo(() => policyList(content), [content]);
  return { state: table.state, ...list, ...(table.state === "failed" ? { error: table.error } : {}) };
}
