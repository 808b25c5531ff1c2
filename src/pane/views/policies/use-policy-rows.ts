import { useEffect, useState } from "react";
import { policyListInSteps, policyTotals, type PolicyList } from "../../../analyses/policies/policy-list";
import { runInSlices } from "../../run-in-slices";
import { useTable } from "../../use-table";

export interface PolicyRows extends PolicyList {
  readonly state: "loading" | "ready" | "failed";
  readonly error?: Error;
}

const nothing: PolicyList = { rows: [], totals: policyTotals([]), issues: [] };

/** Policies as it stands, with a proposal in each row, ranked by money. While it is read again the last list stays. */
export function usePolicyRows(isWriting: boolean): PolicyRows {
  const table = useTable("Policies", isWriting);
  const content = table.state === "ready" ? table.value : undefined;
  const [list, setList] = useState<PolicyList>();
  const [failure, setFailure] = useState<Error>();
  const isRead = table.state === "ready";
  useEffect(() => {
    if (!isRead) return undefined;
    const controller = new AbortController();
    runInSlices(policyListInSteps(content), controller.signal).then(
      (made) => {
        setList(made);
        setFailure(undefined);
      },
      (thrown: Error) => {
        if (!controller.signal.aborted) setFailure(thrown);
      },
    );
    return () => controller.abort();
  }, [content, isRead]);
  const error = table.state === "failed" ? table.error : failure;
  if (error !== undefined) return { state: "failed", error, ...nothing };
  return list === undefined ? { state: "loading", ...nothing } : { state: "ready", ...list };
}
