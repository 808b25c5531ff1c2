import { useState } from "react";
import {
  freezeFormulas,
  unfreezeFormulas,
  type SharingReport,
  type Tell,
} from "../../analyses/sharing/freeze-formulas";
import { formatWhole } from "../format";
import { useNotices } from "../notices";
import { usePane } from "../pane-context";
import { useAttempt } from "../use-attempt";
import { tableInventory } from "./table-inventory";
import { usesOurs } from "./uses-ours";

export type SharingJob = "freeze" | "unfreeze";

interface Sharing {
  readonly run: { readonly what: string; readonly share: number; readonly text: string } | undefined;
  /** Of the job that ended last. */
  readonly report: (SharingReport & { readonly job: SharingJob }) | undefined;
  readonly start: (job: SharingJob) => void;
}

const words = {
  freeze: {
    what: "Freezing",
    failed: "The workbook was not frozen",
    done: "The workbook is frozen",
    outcome: (formulas: string, cells: string) =>
      `${formulas} formulas are values now, in ${cells} cells. Save a copy and share it.`,
    nothing: "No formula here uses a function of Stockbook: the workbook can be shared as it is.",
  },
  unfreeze: {
    what: "Unfreezing",
    failed: "The formulas were not restored",
    done: "The formulas are back",
    outcome: (formulas: string, cells: string) => `${formulas} formulas were restored, over ${cells} cells.`,
    nothing: "No formula was restored.",
  },
} as const;

/** Freezes and unfreezes the workbook, and tells how far it is and what was left. */
export function useSharing(): Sharing {
  const { workbook, namespace } = usePane();
  const { show } = useNotices();
  const { attempt } = useAttempt();
  const [run, setRun] = useState<Sharing["run"]>();
  const [report, setReport] = useState<Sharing["report"]>();
  const start = (job: SharingJob) => {
    const { what, failed, done, outcome, nothing } = words[job];
    const tell: Tell = (share, text) => setRun({ what, share, text });
    setReport(undefined);
    tell(0, "");
    void attempt(failed, async () => {
      const inventory = tableInventory(workbook);
      const made =
        job === "freeze"
          ? await freezeFormulas(workbook, inventory, (formula) => usesOurs(formula, namespace), tell)
          : await unfreezeFormulas(workbook, inventory, tell);
      setReport({ ...made, job });
      const { formulas, cells, left } = made;
      show({
        intent: left.length > 0 ? "warning" : formulas > 0 ? "success" : "info",
        title: formulas > 0 ? done : "Nothing to do",
        text: formulas > 0 ? outcome(formatWhole(formulas), formatWhole(cells)) : nothing,
      });
    }).finally(() => setRun(undefined));
  };
  return { run, report, start };
}
