import { Text, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";

import { disposal } from "../../../analyses/disposal";
import { earlyWarning } from "../../../analyses/early-warning";
import { ageStock } from "../../../analyses/age-stock";
import { reserve } from "../../../analyses/reserve";
import { testNrv } from "../../../analyses/test-nrv";
import { valueStock } from "../../../analyses/value-stock";
import { exposureByQuarter, riskClass, riskClasses } from "../../../analyses/health-lists/stock-split";
import {
  disposalPackTable,
  dispositionsTable,
  exposureTable,
  exposureTotalsTable,
  warningsTable,
} from "../../../workbook/tables";
import { SeriesChart } from "../../chart/SeriesChart";
import { DetailDrawer, WithDetail } from "../../components/DetailDrawer";
import { Facts } from "../../components/Facts";
import { FigureTable } from "../../components/FigureTable";
import { InsertChart } from "../../components/InsertChart";
import { IssueList } from "../../components/IssueList";
import { RankedList } from "../../components/RankedList";
import { RowsLink } from "../../components/RowsLink";
import { Section } from "../../components/Section";
import { formatBucket, formatCompact, formatPercent } from "../../format";
import { sentence } from "../../sentence";
import { useRows } from "../../use-rows";
import { AnalysisRun } from "../../components/AnalysisRun";
import { moneyOr, noFigure, unitsOr } from "./kpi-format";
import type { PanelProps } from "../../components/PanelView";

const useStyles = makeStyles({
  panel: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
});

/** The grave stands out. */
const tones = { High: 1, Medium: 0, Low: 4 } as const;
const marks = { High: "danger", Medium: "warning", Low: "informative" } as const;

/** What may become obsolete, now and in the next four quarters, the warnings, and the best way out of what is too much. */
export function ExposurePanel(panel: PanelProps) {
  const { isWriting, outcomes } = panel;
  const styles = useStyles();
  const exposure = useRows(exposureTable, isWriting);
  const totals = useRows(exposureTotalsTable, isWriting);
  const warnings = useRows(warningsTable, isWriting);
  const ways = useRows(dispositionsTable, isWriting);
  const pack = useRows(disposalPackTable, isWriting);
  const [open, setOpen] = useState<string>();
  const quarters = useMemo(() => exposureByQuarter(exposure.rows ?? []), [exposure.rows]);
  const at = warnings.rows?.findIndex((_, i) => String(i) === open) ?? -1;
  const warning = warnings.rows?.[at];
  const issues = [
    ...(outcomes[earlyWarning.id]?.issues ?? []),
    ...(outcomes[disposal.id]?.issues ?? []).filter(
      ({ table }) => table === "Disposals" || table === "Transactions",
    ),
  ];
  return (
    <WithDetail
      className={styles.panel}
      detail={
        warning && (
          <DetailDrawer title={warning.Item ?? ""} onClose={() => setOpen(undefined)}>
            <Text>{sentence(warning.Signs ?? "")}</Text>
            <Facts
              facts={[
                ["Risk", warning.Risk === null ? noFigure : `${Math.round(warning.Risk)} of 100`],
                ["Stock", unitsOr(warning.Stock)],
                ["On order", unitsOr(warning.OnOrder)],
                ["Needed", unitsOr(warning.Needed)],
                ["Stranded", `${unitsOr(warning.Stranded)} units, ${moneyOr(warning.Money)}`],
                ["May be cancelled", moneyOr(warning.Cancel)],
                ...(warning.Orders ? ([["Orders", warning.Orders]] as const) : []),
                ...(warning.Through ? ([["Through", warning.Through]] as const) : []),
              ]}
            />
            <div>
              <RowsLink table="Warnings" rows={[warnings.places[at]]}>
                Show in Warnings
              </RowsLink>
            </div>
          </DetailDrawer>
        )
      }
    >
      <Section title="Excess by risk">
        {quarters.length > 0 && (
          <>
            <SeriesChart
              title="excess by risk"
              place="quarter"
              startAt={0}
              labels={quarters.map(({ quarter, date }) =>
                quarter === 0 || date === null ? "Now" : formatBucket(date, "Q"),
              )}
              series={[
                ...riskClasses.map((name) => ({
                  name: `${name} risk`,
                  values: quarters.map(({ byRisk }) => byRisk[name]),
                  kind: "columns" as const,
                  tone: tones[name],
                })),
                {
                  name: "Reserve",
                  values: quarters.map((one) => one.reserve),
                  kind: "line" as const,
                  tone: 2,
                },
              ]}
              format={formatCompact}
            />
            {totals.places.length > 0 && (
              <InsertChart
                chart={{
                  kind: "stacked",
                  title: "Excess by risk",
                  table: exposureTotalsTable.name,
                  rows: [totals.places[0], totals.places[totals.places.length - 1]],
                  labels: "Date",
                  series: [...riskClasses],
                }}
              />
            )}
            <FigureTable
              caption="If nothing more comes and demand is as forecast"
              columns={["End of", "Excess", "Reserve"]}
              rows={quarters.map(({ quarter, date, excess, reserve: needed }) => ({
                key: String(quarter),
                cells: [
                  quarter === 0 || date === null ? "Now" : formatBucket(date, "Q"),
                  formatCompact(excess),
                  formatCompact(needed),
                ],
              }))}
            />
          </>
        )}
        <AnalysisRun
          panel={panel}
          analysis={reserve}
          before={[valueStock, ageStock, testNrv]}
          label={quarters.length === 0 ? "Reckon exposure" : "Reckon again"}
          note="Values, ages and tests stock first, then writes Reserve and Exposure by ReservePolicy."
          done="Exposure reckoned"
          failed="The exposure was not reckoned"
          primary={quarters.length === 0}
        />
      </Section>
      <Section title="Early warnings">
        <AnalysisRun
          panel={panel}
          analysis={earlyWarning}
          label={warnings.rows === undefined ? "Look for warnings" : "Look again"}
          note={
            outcomes[earlyWarning.id]?.summary ??
            "Writes Warnings, and WarningTest: how early past signs came."
          }
          done="Warnings written"
          failed="The warnings were not written"
          names={["threshold", "patience"]}
          primary={quarters.length > 0 && warnings.rows === undefined}
        />
        <RankedList
          label="Warnings by money"
          count={warnings.rows?.length ?? 0}
          rowAt={(i) => {
            const row = warnings.rows?.[i];
            const risk = riskClass(row?.Risk ?? null);
            return {
              id: String(i),
              title: `${row?.Item ?? ""}${row?.Location ? ` · ${row.Location}` : ""}`,
              value: moneyOr(row?.Money ?? null),
              text: row?.Signs ?? "",
              mark: { text: row?.ECO ?? `${risk} risk`, color: marks[risk] },
            };
          }}
          onOpen={setOpen}
        />
      </Section>
      <Section title="Best way out">
        <AnalysisRun
          panel={panel}
          analysis={disposal}
          label={ways.rows === undefined ? "Compare ways out" : "Compare again"}
          note="Writes Dispositions, DisposalPack and Consignment."
          done="Ways out compared"
          failed="The ways out were not compared"
          names={["discount", "discountMonths", "scrapCost", "holding", "rate", "premium", "buyBack"]}
          primary={false}
        />
        {ways.rows !== undefined && ways.rows.length > 0 && (
          <FigureTable
            caption="Net value today; the discount at which another way is as good"
            columns={["Item", "Best", "Net", "Break-even"]}
            words={[1]}
            rows={ways.rows.slice(0, SHOWN).map((row, i) => ({
              key: `${row.Item} ${row.Location}`,
              cells: [
                <RowsLink key="item" table="Dispositions" rows={[ways.places[i]]}>
                  {`${row.Item}${row.Location ? ` · ${row.Location}` : ""}`}
                </RowsLink>,
                row.Best ?? noFigure,
                moneyOr(row.NetValue),
                row.BreakEven === null ? noFigure : formatPercent(row.BreakEven),
              ],
            }))}
          />
        )}
        {pack.rows !== undefined && pack.rows.length > 0 && (
          <FigureTable
            caption="Disposal pack"
            columns={["Disposal", "Qty", "Booked", "Verdict"]}
            words={[3]}
            rows={pack.rows.map((row, i) => ({
              key: row.Id ?? String(i),
              marked: row.Verdict !== "closed" && row.Verdict !== "may close",
              cells: [
                <RowsLink key="id" table="DisposalPack" rows={[pack.places[i]]}>
                  {row.Id ?? ""}
                </RowsLink>,
                unitsOr(row.Qty),
                unitsOr(row.Booked),
                row.Verdict ?? "",
              ],
            }))}
          />
        )}
      </Section>
      <IssueList issues={issues} />
    </WithDetail>
  );
}

const SHOWN = 20;
