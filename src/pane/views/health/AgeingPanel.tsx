import { Text, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import { ageStock } from "../../../analyses/age-stock";
import { byAge, byStatus, tieOut, type Split } from "../../../analyses/health-lists/stock-split";
import { valueStock } from "../../../analyses/value-stock";
import { ageingTable, ageingTotalsTable, stockStatusTable, stockTable } from "../../../workbook/tables";
import { SeriesChart } from "../../chart/SeriesChart";
import { FigureTable } from "../../components/FigureTable";
import { InsertChart } from "../../components/InsertChart";
import { IssueList } from "../../components/IssueList";
import { RowsLink } from "../../components/RowsLink";
import { Section } from "../../components/Section";
import { formatCompact, formatUnits } from "../../format";
import { useRows } from "../../use-rows";
import { AnalysisRun } from "../../components/AnalysisRun";
import { formatMoney } from "./kpi-format";
import type { PanelProps } from "../../components/PanelView";

const useStyles = makeStyles({
  panel: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
});

/** How old stock is, by receipt and by last issue, and what it is: each adds up to stock on hand. */
export function AgeingPanel(panel: PanelProps) {
  const { isWriting, outcomes } = panel;
  const styles = useStyles();
  const ageing = useRows(ageingTable, isWriting);
  const statuses = useRows(stockStatusTable, isWriting);
  const stock = useRows(stockTable, isWriting);
  const totals = useRows(ageingTotalsTable, isWriting);
  const receipt = useMemo(
    () => byAge(ageing.rows ?? [], ageing.places, "receipt"),
    [ageing.rows, ageing.places],
  );
  const issue = useMemo(() => byAge(ageing.rows ?? [], ageing.places, "issue"), [ageing.rows, ageing.places]);
  const status = useMemo(
    () => byStatus(statuses.rows ?? [], statuses.places),
    [statuses.rows, statuses.places],
  );
  const buckets = [...new Set([...receipt, ...issue].map(({ name }) => name))];
  const valueOf = (parts: readonly Split[]) =>
    buckets.map((bucket) => parts.find(({ name }) => name === bucket)?.value ?? 0);
  return (
    <div className={styles.panel}>
      <AnalysisRun
        panel={panel}
        analysis={ageStock}
        before={[valueStock]}
        label={receipt.length === 0 ? "Age stock" : "Age again"}
        note="Values stock first, then writes Ageing, its totals and StockStatus as of the latest day of Stock."
        done="Stock aged"
        failed="Stock was not aged"
        names={["slow", "dead"]}
      />
      {buckets.length > 0 && (
        <Section title="Value by age in days">
          <SeriesChart
            title="value by age"
            place="age"
            labels={buckets}
            series={[
              { name: "By receipt", values: valueOf(receipt), kind: "columns" },
              { name: "By last issue", values: valueOf(issue), kind: "line" },
            ]}
            format={formatCompact}
          />
          {totals.places.length > 0 && (
            <InsertChart
              chart={{
                kind: "columns",
                title: "Value by age in days",
                table: ageingTotalsTable.name,
                rows: [totals.places[0], totals.places[totals.places.length - 1]],
                labels: "Bucket",
                series: ["ByReceipt", "ByLastIssue"],
              }}
            />
          )}
          <Parts caption="Days since the receipt" table="Ageing" parts={receipt} stock={stock.rows ?? []} />
          <Parts caption="Days since the last issue" table="Ageing" parts={issue} stock={stock.rows ?? []} />
        </Section>
      )}
      {status.length > 0 && (
        <Section title="What it is">
          <Parts caption="Status" table="StockStatus" parts={status} stock={stock.rows ?? []} />
        </Section>
      )}
      <IssueList issues={outcomes[ageStock.id]?.issues ?? [...ageing.issues, ...statuses.issues]} />
    </div>
  );
}

interface PartsProps {
  readonly caption: string;
  readonly table: string;
  readonly parts: readonly Split[];
  readonly stock: Parameters<typeof tieOut>[1];
}

/** Parts of stock with their sum, and whether it is what Stock holds. */
function Parts({ caption, table, parts, stock }: PartsProps) {
  const tie = tieOut(parts, stock);
  return (
    <>
      <FigureTable
        caption={caption}
        columns={["Part", "Units", "Value"]}
        rows={[
          ...parts.map(({ name, units, value, places }) => ({
            key: name,
            cells: [
              <RowsLink key="part" table={table} rows={places}>
                {name}
              </RowsLink>,
              formatUnits(units),
              formatMoney(value),
            ],
          })),
          { key: "sum", marked: true, cells: ["Sum", formatUnits(tie.units), formatMoney(tie.value)] },
          {
            key: "stock",
            cells: [
              "Stock",
              formatUnits(tie.stockUnits),
              tie.stockValue === undefined ? "not valued" : formatMoney(tie.stockValue),
            ],
          },
        ]}
      />
      <Text size={200}>
        {tie.ties
          ? "Ties to Stock, in units and value."
          : `Differs from Stock by ${formatUnits(tie.units - tie.stockUnits)} units and ${formatMoney(tie.value - (tie.stockValue ?? tie.value))}: the month end explains it.`}
      </Text>
    </>
  );
}
