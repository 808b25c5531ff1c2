import { Spinner, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { pipeline } from "../../../analyses/pipeline";
import { pipelineLeaves, pipelineMonths, type PipelineLeaf } from "../../../analyses/pipeline/pipeline-list";
import { arrivalsTable, pipelineTable, type Row } from "../../../workbook/tables";
import { CellButton } from "../../components/CellButton";
import { DetailDrawer, WithDetail } from "../../components/DetailDrawer";
import { Facts } from "../../components/Facts";
import { FigureTable } from "../../components/FigureTable";
import { IssueList } from "../../components/IssueList";
import { KpiStrip } from "../../components/KpiStrip";
import { RankedList } from "../../components/RankedList";
import { SearchedList } from "../../components/SearchedList";
import { Section } from "../../components/Section";
import { formatBucket, formatCompact, formatPercent, formatUnits, formatWhole } from "../../format";
import { moneyOr, noFigure, placeName, unitsOr } from "./names";
import type { PanelProps } from "../../components/PanelView";
import { AnalysisRun } from "../../components/AnalysisRun";
import { useRows } from "../../use-rows";

const useStyles = makeStyles({
  panel: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
});

type ArrivalRow = Row<typeof arrivalsTable.columns>;
const optionNames = ["months", "on"];
/** Months have room for whole units only. */
const wholeOr = (units: number | null) => (units === null ? noFigure : formatWhole(units));
/** In one line however narrow the column. */
const monthName = (serial: number) => formatBucket(serial, "M").replace(" ", "\u00a0");
const dayOr = (serial: number | null) => (serial === null ? noFigure : formatBucket(serial, "D"));

/** What arrives when, which order to call about first, and what is left month by month. */
export function PipelinePanel(panel: PanelProps) {
  const { isWriting, outcomes } = panel;
  const styles = useStyles();
  const arrivals = useRows(arrivalsTable, isWriting);
  const months = useRows(pipelineTable, isWriting);
  const leaves = useMemo(() => pipelineLeaves(months.rows ?? []), [months.rows]);
  const overview = useMemo(
    () => pipelineMonths(months.rows ?? [], arrivals.rows ?? []),
    [months.rows, arrivals.rows],
  );
  const [open, setOpen] = useState<{ readonly kind: "order" | "leaf"; readonly id: string }>();
  if (arrivals.state === "loading" || months.state === "loading")
    return <Spinner size="small" label="Reading Pipeline" />;
  const orders = arrivals.rows ?? [];
  const done = leaves.length > 0;
  const risk = orders.reduce((sum, { Risk }) => sum + (Risk ?? 0), 0);
  const next = months.rows?.[0]?.Month;
  const shortNow = leaves.filter(({ firstShort }) => firstShort !== undefined && firstShort === next).length;
  return (
    <WithDetail detail={detailOf()} className={styles.panel}>
      {done && (
        <KpiStrip
          kpis={[
            { name: "Open orders", value: formatWhole(orders.length) },
            { name: "At risk", value: formatCompact(risk), note: "margin, late orders" },
            { name: "Short", value: formatWhole(shortNow), note: "in the first month" },
          ]}
        />
      )}
      <AnalysisRun
        panel={panel}
        analysis={pipeline}
        label={done ? "Look again" : "Look ahead"}
        primary={!done}
        note="Writes Arrivals and, month by month, Pipeline."
        done="Pipeline ready"
        failed="The pipeline was not worked out"
        names={optionNames}
      />
      {orders.length > 0 && (
        <Section title="Call about first">
          <RankedList
            label="Open purchase orders by risk"
            count={orders.length}
            rowAt={(i) => arrivalRow(orders[i], i)}
            onOpen={(id) => setOpen({ kind: "order", id })}
          />
        </Section>
      )}
      {done && (
        <Section title="By month">
          <FigureTable
            caption="Order lines that arrive, or arrive if late; items that end the month short or below safety stock"
            columns={["Month", "Arrive", "If late", "Short", "Below"]}
            rows={overview.map(({ month, arrivals: arriving, lateArrivals, short, low }) => ({
              key: String(month),
              cells: [monthName(month), ...[arriving, lateArrivals, short, low].map(formatWhole)],
            }))}
          />
          <SearchedList
            label="Items by month of shortage"
            placeholder="Item or site"
            items={leaves}
            wordsOf={leafName}
            rowOf={leafRow}
            onOpen={(id) => setOpen({ kind: "leaf", id })}
          />
        </Section>
      )}
      <IssueList issues={outcomes[pipeline.id]?.issues ?? []} />
    </WithDetail>
  );

  function detailOf() {
    if (open === undefined) return undefined;
    const close = () => setOpen(undefined);
    if (open.kind === "leaf") {
      const leaf = leaves.find(({ id }) => id === open.id);
      if (leaf === undefined) return undefined;
      const coming = orders.filter(({ Item, Location }) => Item === leaf.item && Location === leaf.location);
      return <LeafMonths leaf={leaf} row={months.places[leaf.at]} orders={coming} onClose={close} />;
    }
    const row = orders[Number(open.id)];
    if (row === undefined) return undefined;
    return (
      <DetailDrawer
        title={`${row.PO} ${row.Line}: ${row.Item}`}
        onClose={close}
        actions={
          <CellButton table={arrivalsTable.name} row={arrivals.places[Number(open.id)]} column="P80" primary>
            Go to its row
          </CellButton>
        }
      >
        <Facts
          facts={[
            ["Supplier", row.Supplier ?? noFigure],
            ["Arrives at", row.Location ?? noFigure],
            ["Quantity", unitsOr(row.Qty)],
            ["Where it is", row.Stage ?? noFigure],
            ["Promised", dayOr(row.Due)],
            ["P50: half have arrived", dayOr(row.P50)],
            ["P80: four of five have", dayOr(row.P80)],
            ["Chance of being late", row.LateChance === null ? noFigure : formatPercent(row.LateChance)],
            ["Unserved if so", unitsOr(row.Gap)],
            ["Margin of that", moneyOr(row.GapCost)],
            ["Rests on", row.Basis ?? noFigure],
          ]}
        />
      </DetailDrawer>
    );
  }
}

interface LeafProps {
  readonly leaf: PipelineLeaf;
  /** Body row of Pipeline, counted from 0. */
  readonly row: number;
  /** What is on order for it. */
  readonly orders: readonly ArrivalRow[];
  readonly onClose: () => void;
}

function LeafMonths({ leaf, row, orders, onClose }: LeafProps) {
  const ordered = (stage: ArrivalRow["Stage"]) =>
    orders.filter(({ Stage }) => Stage === stage).reduce((sum, { Qty }) => sum + (Qty ?? 0), 0);
  return (
    <DetailDrawer
      title={placeName(leaf.item, leaf.location)}
      onClose={onClose}
      actions={
        <CellButton table={pipelineTable.name} row={row} column="Closing" primary>
          Go to its rows
        </CellButton>
      }
    >
      <FigureTable
        caption="Units left; if late: when every order comes at its P80"
        columns={["Month", "Arrives", "Demand", "Left", "If late"]}
        rows={leaf.months.map(({ Month, Arrivals, Demand, Closing, LateClosing, State }) => ({
          key: String(Month),
          marked: State === "short",
          cells: [
            Month === null ? "" : monthName(Month),
            wholeOr(Arrivals),
            wholeOr(Demand),
            `${wholeOr(Closing)}${State === "short" ? " short" : ""}`,
            wholeOr(LateClosing),
          ],
        }))}
      />
      <Facts
        facts={[
          ["Safety stock in force", unitsOr(leaf.months[0].SS)],
          ["Stock now", unitsOr(leaf.months[0].Opening)],
          ["Under way", unitsOr(ordered("under way"))],
          ["Ordered, with the supplier", unitsOr(ordered("with supplier"))],
        ]}
      />
      {orders.length > 0 && (
        <FigureTable
          caption="Open orders"
          columns={["Order", "Units", "P50", "P80"]}
          rows={orders.map(({ PO, Line, Qty, P50, P80 }) => ({
            key: `${PO} ${Line}`,
            cells: [`${PO}/${Line}`, unitsOr(Qty), dayOr(P50), dayOr(P80)],
          }))}
        />
      )}
    </DetailDrawer>
  );
}

function arrivalRow({ PO, Line, Item, Location, Due, P80, LateChance, Risk, Stage }: ArrivalRow, at: number) {
  const late = LateChance ?? 0;
  return {
    id: String(at),
    title: placeName(Item ?? "", Location),
    value: moneyOr(Risk),
    text: `${PO}/${Line}${Stage === null ? "" : `, ${Stage}`}: promised ${dayOr(Due)}, P80 ${dayOr(P80)}`,
    mark: {
      text: `late ${formatPercent(late)}`,
      color: late >= 0.5 ? ("danger" as const) : late >= 0.2 ? ("warning" as const) : ("success" as const),
    },
  };
}

const leafName = ({ item, location }: PipelineLeaf) => placeName(item, location);

function leafRow({ id, item, location, firstShort, short, months }: PipelineLeaf) {
  const below = months.some(({ State }) => State === "below safety stock");
  return {
    id,
    title: placeName(item, location),
    value: firstShort === undefined ? unitsOr(months.at(-1)?.Closing) : `-${formatUnits(short)}`,
    text: firstShort === undefined ? "lasts" : `short by the end of ${formatBucket(firstShort, "M")}`,
    mark:
      firstShort !== undefined
        ? { text: "short", color: "danger" as const }
        : below
          ? { text: "below safety stock", color: "warning" as const }
          : { text: "ok", color: "success" as const },
  };
}
