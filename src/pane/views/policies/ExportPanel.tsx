import { Button, Spinner, Text, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import { exportParams } from "../../../analyses/export-params";
import { policyTotals } from "../../../analyses/policies/policy-list";
import { exportParamsTable, readRows } from "../../../workbook/tables";
import type { TableContent } from "../../../workbook/workbook";
import { IssueList } from "../../components/IssueList";
import { KpiStrip } from "../../components/KpiStrip";
import { RankedList } from "../../components/RankedList";
import { knownOptions } from "../../analysis/known-options";
import { formatUnits, formatWhole } from "../../format";
import { usePane } from "../../pane-context";
import { useAnalysisRun } from "../../analysis/use-analysis-run";
import { useAttempt } from "../../use-attempt";
import { useTable } from "../../use-table";
import { placeName, signedMoney, unitsOr } from "./names";
import type { PanelProps } from "../../components/PanelView";
import { AnalysisRun } from "../../components/AnalysisRun";
import { usePolicyRows } from "./use-policy-rows";

const useStyles = makeStyles({
  apply: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: tokens.spacingVerticalXS,
  },
  muted: { color: tokens.colorNeutralForeground2 },
});

/** What goes to the ERP: changed parameters of approved proposals, with old, new and reason. */
export function ExportPanel(panel: PanelProps) {
  const { options, onPanel, isWriting, viewId, run, outcomes } = panel;
  const styles = useStyles();
  const { workbook } = usePane();
  const { attempt } = useAttempt();
  const start = useAnalysisRun(viewId);
  const policies = usePolicyRows(isWriting);
  const table = useTable(exportParamsTable.name, isWriting);
  const content = table.state === "ready" ? table.value : undefined;
  const rows = useMemo(() => exportRows(content), [content]);
  const totals = useMemo(
    () => policyTotals(policies.rows.filter(({ decision }) => decision === "approved")),
    [policies.rows],
  );
  const waiting = policies.rows.filter(({ decision }) => decision === "proposed").length;
  const apply = () =>
    void start({
      analysis: exportParams,
      options: { ...knownOptions(exportParams, options), apply: true },
      done: "Parameters are in force",
      failed: "The parameters were not put in force",
    });
  const items = new Set(rows.map(({ cells }) => placeName(cells.Item ?? "", cells.Location ?? ""))).size;
  if (policies.state === "loading") return <Spinner size="small" label="Reading Policies" />;
  return (
    <>
      <KpiStrip
        kpis={[
          { name: "Approved", value: formatWhole(totals.approved), note: "with a change" },
          { name: "Cash", value: signedMoney(totals.cash), note: "of approved" },
          { name: "Parameters", value: formatWhole(rows.length), note: `of ${formatWhole(items)} items` },
          { name: "To decide", value: formatWhole(waiting), note: "not exported" },
        ]}
      />
      <AnalysisRun
        panel={panel}
        analysis={exportParams}
        label="Build Export_Params"
        note="Lists changed parameters of approved proposals only, rounded up to whole units, with old, new and reason."
        done="Export_Params is ready"
        failed="Export_Params was not built"
        names={["unit"]}
        settings={null}
      />
      {totals.approved === 0 && rows.length === 0 && (
        <Text>
          Nothing is approved yet.{" "}
          <Button size="small" onClick={() => onPanel("proposals")}>
            Go to proposals
          </Button>
        </Text>
      )}
      <RankedList
        label="Parameters that change"
        count={rows.length}
        rowAt={(i) => {
          const { id, cells } = rows[i];
          return {
            id,
            title: `${placeName(cells.Item ?? "", cells.Location ?? "")} ${cells.Field ?? ""}`,
            value: `${unitsOr(cells.Old)} → ${formatUnits(cells.New ?? 0)}`,
            text: cells.Reason ?? "",
          };
        }}
        onOpen={(id) =>
          void attempt("Cannot show the row", () =>
            workbook.selectTableRows(exportParamsTable.name, [Number(id)]),
          )
        }
      />
      {rows.length > 0 && run.kind === "idle" && (
        <div className={styles.apply}>
          <Button onClick={apply}>Loaded into the ERP: put in force</Button>
          <Text size={200} className={styles.muted}>
            Writes the new values to ROP, SS, Lot and Max of Policies. Exporting again then lists nothing.
          </Text>
        </div>
      )}
      <IssueList issues={outcomes[exportParams.id]?.issues ?? []} />
    </>
  );
}

/** Rows of Export_Params; their ids are body rows, counted from 0. */
function exportRows(table: TableContent | undefined) {
  if (table === undefined) return [];
  const { rows, rowNumbers } = readRows(exportParamsTable, table.columns, table.rows);
  return rows.map((cells, i) => ({ id: String(rowNumbers[i] - 1), cells }));
}
