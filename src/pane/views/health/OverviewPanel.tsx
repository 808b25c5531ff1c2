import { Field, MessageBar, MessageBarBody, Select, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { kpis } from "../../../analyses/kpis";
import { flaggedKpis, kpiCards, type KpiCard } from "../../../analyses/health-lists/kpi-board";
import { kpiTable } from "../../../workbook/tables";
import { SeriesChart } from "../../chart/SeriesChart";
import { Facts } from "../../components/Facts";
import { FigureTable } from "../../components/FigureTable";
import { InsertChart } from "../../components/InsertChart";
import { IssueList } from "../../components/IssueList";
import { KpiStrip } from "../../components/KpiStrip";
import { RowsLink } from "../../components/RowsLink";
import { Section } from "../../components/Section";
import { formatBucket } from "../../format";
import { sentence } from "../../sentence";
import { useRows } from "../../use-rows";
import { AnalysisRun } from "../../components/AnalysisRun";
import { kpiValue } from "./kpi-format";
import type { PanelProps } from "../../components/PanelView";

const useStyles = makeStyles({
  panel: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
  flags: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
});

/** The four that stand in the strip. */
const chief = ["Turns", "DOS", "Fill rate", "Stock value"];
const optionNames = ["basis", "owner", "compare", "moved", "dip", "tolerance", "dead", "pipeline", "horizon"];
const FLAGS_SHOWN = 4;

/** The KPIs of stock: values, what they mean, how they moved, who compares how, and what looks like gaming. */
export function OverviewPanel(panel: PanelProps) {
  const { isWriting, outcomes } = panel;
  const styles = useStyles();
  const { rows, places, issues } = useRows(kpiTable, isWriting);
  const cards = useMemo(() => kpiCards(rows ?? [], places), [rows, places]);
  const [name, setName] = useState("Turns");
  const card = cards.find(({ kpi }) => kpi.name === name) ?? cards[0];
  const flags = flaggedKpis(cards);
  return (
    <div className={styles.panel}>
      {cards.length > 0 && (
        <KpiStrip
          kpis={cards
            .filter(({ kpi }) => chief.includes(kpi.name))
            .map(({ kpi, now: { row } }) => ({
              name: kpi.name,
              value: kpiValue(row.Value, row.Measure),
              note:
                row.Measure === "share" || row.Measure === "money" ? undefined : (row.Measure ?? undefined),
            }))}
        />
      )}
      <AnalysisRun
        panel={panel}
        analysis={kpis}
        label={cards.length === 0 ? "Measure KPIs" : "Measure again"}
        note="Writes KPI, by unit and date, and KPITargets."
        done="KPIs measured"
        failed="The KPIs were not measured"
        names={optionNames}
      />
      {flags.length > 0 && (
        <div className={styles.flags}>
          {flags.slice(0, FLAGS_SHOWN).map(({ row, place }) => (
            <MessageBar key={place} intent="warning" layout="multiline">
              <MessageBarBody>
                <RowsLink table="KPI" rows={[place]} column="Flag">
                  {`${row.KPI}${row.Unit ? ` of ${row.Unit}` : ""}`}
                </RowsLink>
                {`: ${sentence(row.Flag ?? "").replace(/\.$/, "")}. ${row.Owner ? `Ask ${row.Owner}.` : "Nobody owns it yet."}`}
              </MessageBarBody>
            </MessageBar>
          ))}
        </div>
      )}
      {card !== undefined && (
        <>
          <Field label="KPI" size="small">
            <Select size="small" value={card.kpi.name} onChange={(_, { value }) => setName(value)}>
              {cards.map(({ kpi }) => (
                <option key={kpi.name}>{kpi.name}</option>
              ))}
            </Select>
          </Field>
          <Card card={card} />
        </>
      )}
      <IssueList issues={outcomes[kpis.id]?.issues ?? issues} />
    </div>
  );
}

function Card({ card: { kpi, now, trend, units } }: { readonly card: KpiCard }) {
  const { row, place } = now;
  const format = (value: number) => kpiValue(value, row.Measure);
  const labels = trend.map((one) => formatBucket(one.row.Date ?? 0, "M"));
  return (
    <>
      <Section title={kpi.name}>
        <Facts
          facts={[
            [
              "Value",
              <RowsLink key="value" table="KPI" rows={[place]} column="Value">
                {`${kpiValue(row.Value, row.Measure)} ${row.Measure === "share" ? "" : (row.Measure ?? "")}`.trim()}
              </RowsLink>,
            ],
            ["Means", kpi.definition],
            ["Basis", sentence(row.Basis ?? "")],
            ["Averaging", row.Averaging ?? ""],
            ["Currency", row.CurrencyDate ?? ""],
            ["Owner", row.Owner || "nobody yet: fill KPIDefs[Owner]"],
            ["Kept honest by", row.CounterMetric ?? ""],
          ]}
        />
      </Section>
      {trend.length > 1 && (
        <Section title="Trend">
          <SeriesChart
            key={kpi.name}
            title={kpi.name}
            labels={labels}
            series={[{ name: kpi.name, values: trend.map((one) => one.row.Value ?? NaN), kind: "line" }]}
            format={format}
          />
          <InsertChart
            chart={{
              kind: "line",
              title: kpi.name,
              table: "KPI",
              rows: [trend[0].place, trend[trend.length - 1].place],
              labels: "Date",
              series: ["Value"],
            }}
          />
        </Section>
      )}
      {units.length > 0 && (
        <Section title="Units beside each other">
          <FigureTable
            caption="Each beside the median of its peers"
            columns={["Unit", "Value", "Peers"]}
            rows={units.map((one) => ({
              key: `${one.row.Dimension} ${one.row.Unit}`,
              cells: [
                <RowsLink key="unit" table="KPI" rows={[one.place]} column="Value">
                  {one.row.Unit ?? ""}
                </RowsLink>,
                kpiValue(one.row.Value, one.row.Measure),
                kpiValue(one.row.Peers, one.row.Measure),
              ],
              marked: (one.row.Flag ?? "") !== "",
            }))}
          />
        </Section>
      )}
    </>
  );
}
