import { Field, Select, Text, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { kpis } from "../../../analyses/kpis";
import { kpiTargetsTable } from "../../../workbook/tables";
import { SeriesChart } from "../../chart/SeriesChart";
import { Facts } from "../../components/Facts";
import { InsertChart } from "../../components/InsertChart";
import { RowsLink } from "../../components/RowsLink";
import { Section } from "../../components/Section";
import { formatBucket, formatCompact } from "../../format";
import { sentence } from "../../sentence";
import { useRows } from "../../use-rows";
import { AnalysisRun } from "../../components/AnalysisRun";
import { moneyOr, unitsOr } from "./kpi-format";
import type { PanelProps } from "../../components/PanelView";

const useStyles = makeStyles({
  panel: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
});

const unitId = (dimension: string | null, unit: string | null) => JSON.stringify([dimension, unit ?? ""]);

/** What stock the policies entitle to, and the way there: no faster than excess burns at forecast. */
export function TargetsPanel(panel: PanelProps) {
  const { isWriting } = panel;
  const styles = useStyles();
  const { rows = [], places } = useRows(kpiTargetsTable, isWriting);
  const [chosen, setChosen] = useState<string>();
  const placed = useMemo(() => rows.map((row, i) => ({ row, place: places[i] })), [rows, places]);
  const units = [...new Map(placed.map(({ row }) => [unitId(row.Dimension, row.Unit), row])).entries()];
  const id = units.some(([key]) => key === chosen) ? chosen : units[0]?.[0];
  const path = placed.filter(({ row }) => unitId(row.Dimension, row.Unit) === id);
  const [today] = path;
  const end = path[path.length - 1];
  return (
    <div className={styles.panel}>
      <AnalysisRun
        panel={panel}
        analysis={kpis}
        label={rows.length === 0 ? "Find targets" : "Find again"}
        note="Writes KPITargets from Policies, Stock and the forecast, with the KPIs."
        done="Targets found"
        failed="Targets were not found"
        names={["pipeline", "horizon"]}
      />
      {today !== undefined && end !== undefined && (
        <>
          <Field label="Unit" size="small">
            <Select size="small" value={id} onChange={(_, { value }) => setChosen(value)}>
              {units.map(([key, row]) => (
                <option key={key} value={key}>
                  {row.Unit || "All"}
                </option>
              ))}
            </Select>
          </Field>
          <Section title="Where stock can go">
            <SeriesChart
              key={id}
              title="stock on the way to what the policies entitle to"
              labels={path.map(({ row }) => formatBucket(row.Month ?? 0, "M"))}
              series={[
                { name: "Stock", values: path.map(({ row }) => row.Stock ?? NaN), kind: "columns" },
                { name: "Entitled", values: path.map(({ row }) => row.Entitled ?? NaN), kind: "line" },
              ]}
              format={formatCompact}
            />
            <InsertChart
              chart={{
                kind: "columns",
                title: "Stock on the way to target",
                table: "KPITargets",
                rows: [today.place, end.place],
                labels: "Month",
                series: ["Stock", "Entitled"],
              }}
            />
            {today.row.Verdict !== null && <Text weight="semibold">{sentence(today.row.Verdict)}</Text>}
            <Facts
              facts={[
                [
                  "Today",
                  <RowsLink key="today" table="KPITargets" rows={[today.place]} column="Stock">
                    {moneyOr(today.row.Stock)}
                  </RowsLink>,
                ],
                ["Entitled", moneyOr(today.row.Entitled)],
                ["Cycle stock", moneyOr(today.row.Cycle)],
                ["Safety stock", moneyOr(today.row.Safety)],
                ["Pipeline", today.row.Pipeline ? moneyOr(today.row.Pipeline) : "not ours while under way"],
                ["Excess today", moneyOr(today.row.Excess)],
                [
                  "Realistic target",
                  `${moneyOr(end.row.Stock)} by ${formatBucket(end.row.Month ?? 0, "M")}: ${unitsOr(end.row.Turns)} turns, ${unitsOr(end.row.DOS)} days`,
                ],
              ]}
            />
          </Section>
        </>
      )}
    </div>
  );
}
