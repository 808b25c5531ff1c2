import { Field, Select, Text, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { bridge } from "../../../analyses/bridge";
import { bridgeTable } from "../../../workbook/tables";
import { WaterfallChart } from "../../chart/WaterfallChart";
import { FigureTable } from "../../components/FigureTable";
import { InsertChart } from "../../components/InsertChart";
import { IssueList } from "../../components/IssueList";
import { RowsLink } from "../../components/RowsLink";
import { Section } from "../../components/Section";
import { formatBucket, formatCompact, formatUnits } from "../../format";
import { sentence } from "../../sentence";
import { useRows } from "../../use-rows";
import { AnalysisRun } from "../../components/AnalysisRun";
import type { PanelProps } from "../../components/PanelView";

const useStyles = makeStyles({
  panel: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
});

const figures = ["Stock value", "Turns"] as const;

/** Why stock value or turns moved: a bridge by driver, each with its owner and the items that did most. */
export function WhyPanel(panel: PanelProps) {
  const { isWriting, outcomes } = panel;
  const styles = useStyles();
  const { rows = [], places, issues } = useRows(bridgeTable, isWriting);
  const [figure, setFigure] = useState<(typeof figures)[number]>("Stock value");
  const steps = rows.map((row, i) => ({ row, place: places[i] })).filter(({ row }) => row.Figure === figure);
  const format = figure === "Turns" ? formatUnits : formatCompact;
  const drivers = steps.slice(1, -1);
  const dates = steps[0]?.row;
  return (
    <div className={styles.panel}>
      <AnalysisRun
        panel={panel}
        analysis={bridge}
        label={rows.length === 0 ? "Explain what moved" : "Explain again"}
        note="Writes Bridge: from three months before the latest month end, unless Settings says otherwise."
        done="Bridge written"
        failed="The bridge was not written"
        names={["from", "method", "basis"]}
      />
      {rows.length > 0 && (
        <Field label="Figure" size="small">
          <Select
            size="small"
            value={figure}
            onChange={(_, { value }) => setFigure(figures.find((one) => one === value) ?? "Stock value")}
          >
            {figures.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </Select>
        </Field>
      )}
      {rows.length > 0 && steps.length === 0 && (
        <Text>Turns need movements from before the first date. Choose a later one in Settings.</Text>
      )}
      {steps.length > 2 && (
        <>
          <Section title={`${formatBucket(dates.From ?? 0, "D")} to ${formatBucket(dates.To ?? 0, "D")}`}>
            <WaterfallChart
              key={figure}
              title={`why ${figure.toLowerCase()} moved`}
              steps={steps.map(({ row }, i) => ({
                label: row.Driver ?? "",
                effect: row.Effect ?? 0,
                isTotal: i === 0 || i === steps.length - 1,
              }))}
              format={format}
            />
            <InsertChart
              chart={{
                kind: "waterfall",
                title: `Why ${figure.toLowerCase()} moved`,
                table: "Bridge",
                // A native waterfall sums by itself: the end would count twice.
                rows: [steps[0].place, steps[steps.length - 2].place],
                labels: "Driver",
                series: ["Effect"],
              }}
            />
          </Section>
          <Section title="Who answers for it">
            <FigureTable
              caption="Largest effect first"
              columns={["Driver and owner", "Effect"]}
              rows={[...drivers]
                .sort((a, b) => Math.abs(b.row.Effect ?? 0) - Math.abs(a.row.Effect ?? 0))
                .map(({ row, place }) => ({
                  key: row.Driver ?? "",
                  cells: [
                    <>
                      <RowsLink table="Bridge" rows={[place]} column="Effect">
                        {row.Driver ?? ""}
                      </RowsLink>
                      {`, ${row.Owner ?? ""}`}
                      {row.Items ? (
                        <>
                          <br />
                          {row.Items}
                        </>
                      ) : null}
                      <br />
                      <Text size={100}>{sentence(row.Basis ?? "")}</Text>
                    </>,
                    signed(row.Effect ?? 0, format),
                  ],
                }))}
            />
          </Section>
        </>
      )}
      <IssueList issues={outcomes[bridge.id]?.issues ?? issues} />
    </div>
  );
}

const signed = (value: number, format: (value: number) => string) =>
  `${value > 0 ? "+" : ""}${format(value)}`;
