import { Spinner, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import {
  bucketOfDates,
  flowTotals,
  latePlaces,
  shipmentOrder,
  tightCapacities,
  type CapacityRows,
  type LatePlace,
} from "../../../analyses/flow/flow-list";
import type { FlowRow, FlowStockRow } from "../../../analyses/flow/flow-rows";
import { planFlow } from "../../../analyses/plan-flow";
import { flowCapacityTable, flowPlanTable, flowStockTable } from "../../../workbook/tables";
import { AnalysisRun } from "../../components/AnalysisRun";
import { WithDetail } from "../../components/DetailDrawer";
import { IssueList } from "../../components/IssueList";
import { KpiStrip } from "../../components/KpiStrip";
import type { PanelProps } from "../../components/PanelView";
import { RankedList } from "../../components/RankedList";
import { SearchedList } from "../../components/SearchedList";
import { Section } from "../../components/Section";
import { formatBucket, formatCompact, formatPercent, formatUnits, formatWhole } from "../../format";
import { useRows } from "../../use-rows";
import { CapacityDetail } from "./CapacityDetail";
import { FlowCosts } from "./FlowCosts";
import { FlowItemDetail } from "./FlowItemDetail";
import { moneyOr, placeName, unitsOr } from "./names";
import { ShipmentDetail } from "./ShipmentDetail";

const useStyles = makeStyles({
  panel: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
});

const optionNames = ["bucket", "periods", "shortage", "below", "carryRate", "seconds", "item"];

type Open =
  | { readonly kind: "shipment"; readonly at: number }
  | { readonly kind: "capacity"; readonly id: string }
  | { readonly kind: "item"; readonly item: string };

/** When to ship what on which lane: what it costs, what is full, who waits, and every shipment with what it is for. */
export function FlowPanel(panel: PanelProps) {
  const { isWriting, outcomes } = panel;
  const styles = useStyles();
  const plan = useRows(flowPlanTable, isWriting);
  const stock = useRows(flowStockTable, isWriting);
  const capacity = useRows(flowCapacityTable, isWriting);
  const [open, setOpen] = useState<Open>();
  const [shipments, stocks, capacities] = [plan.rows ?? none, stock.rows ?? none, capacity.rows ?? none];
  const totals = useMemo(() => flowTotals(shipments, stocks), [shipments, stocks]);
  const late = useMemo(() => latePlaces(stocks), [stocks]);
  const tight = useMemo(() => tightCapacities(capacities), [capacities]);
  const order = useMemo(() => shipmentOrder(shipments), [shipments]);
  const bucket = useMemo(() => bucketOfDates(stocks.map(({ Date }) => Date)), [stocks]);
  if ([plan, stock, capacity].some(({ state }) => state === "loading"))
    return <Spinner size="small" label="Reading the flow plan" />;
  const done = stocks.length > 0;
  const when = (serial: number | null) => (serial === null ? "" : formatBucket(serial, bucket));
  const full = tight.filter((one) => one.full.length > 0);
  return (
    <WithDetail detail={detailOf()} className={styles.panel}>
      {done && (
        <KpiStrip
          kpis={[
            { name: "Cost", value: formatCompact(totals.total), note: "of the plan" },
            { name: "Full", value: formatWhole(full.length), note: "lanes and places" },
            { name: "Late", value: formatWhole(late.length), note: "places of items" },
          ]}
        />
      )}
      <AnalysisRun
        panel={panel}
        analysis={planFlow}
        label={done ? "Plan again" : "Plan the flow"}
        primary={!done}
        note="Writes FlowPlan, FlowStock and FlowCapacity. Shipments with Fixed stay."
        done="Flow planned"
        failed="The flow was not planned"
        names={optionNames}
      />
      {done && <FlowCosts totals={totals} />}
      {tight.length > 0 && (
        <Section title="Full lanes and places">
          <RankedList
            label="Capacities by what more of them would save"
            count={tight.length}
            rowAt={(i) => capacityRow(tight[i], when, capacities)}
            onOpen={(id) => setOpen({ kind: "capacity", id })}
          />
        </Section>
      )}
      {late.length > 0 && (
        <Section title="Customers who wait">
          <RankedList
            label="Items by cost of waiting"
            count={late.length}
            rowAt={(i) => lateRow(late[i], when, stocks)}
            onOpen={(id) => setOpen({ kind: "item", item: late.find((one) => one.id === id)!.item })}
          />
        </Section>
      )}
      {shipments.length > 0 && (
        <Section title="Shipments, the first to leave first">
          <SearchedList
            label="Shipments"
            placeholder="Item or place"
            items={order}
            wordsOf={(i) => shipmentName(shipments[i])}
            rowOf={(i) => shipmentRow(shipments[i], i, when)}
            onOpen={(id) => setOpen({ kind: "shipment", at: Number(id) })}
            nothing="No shipment to show here."
          />
        </Section>
      )}
      <IssueList issues={outcomes[planFlow.id]?.issues ?? plan.issues} />
    </WithDetail>
  );

  function detailOf() {
    const onClose = () => setOpen(undefined);
    if (open?.kind === "shipment" && shipments[open.at] !== undefined) {
      const row = shipments[open.at];
      return (
        <ShipmentDetail
          title={shipmentName(row)}
          row={row}
          place={plan.places[open.at]}
          when={when}
          onItem={() => setOpen({ kind: "item", item: row.Item ?? "" })}
          onClose={onClose}
        />
      );
    }
    if (open?.kind === "capacity") {
      const found = tight.find(({ id }) => id === open.id);
      return (
        found && (
          <CapacityDetail
            capacity={found}
            rows={capacities}
            places={capacity.places}
            when={when}
            onClose={onClose}
          />
        )
      );
    }
    if (open?.kind !== "item") return undefined;
    return (
      <FlowItemDetail
        item={open.item}
        shipments={shipments}
        shipmentPlaces={plan.places}
        stock={stocks}
        stockPlaces={stock.places}
        when={when}
        onClose={onClose}
      />
    );
  }
}

const none: readonly never[] = [];

type When = (serial: number | null) => string;

const shipmentName = ({ Item, From, To }: FlowRow) => `${Item}: ${From} → ${To}`;

function shipmentRow(row: FlowRow, at: number, when: When) {
  const { Date, Qty, Reason, Limit, Fixed } = row;
  return {
    id: String(at),
    title: shipmentName(row),
    value: unitsOr(Qty),
    text: `${when(Date)}${Reason === null ? "" : `: ${Reason}`}`,
    ...(Fixed === true
      ? { mark: { text: "fixed", color: "brand" as const } }
      : Limit !== null
        ? { mark: { text: "full", color: "warning" as const } }
        : {}),
  };
}

function lateRow(
  { id, item, location, rows, units, cost }: LatePlace,
  when: When,
  stock: readonly FlowStockRow[],
) {
  const isLasting = rows.length > 1;
  return {
    id,
    title: placeName(item, location),
    value: `${formatUnits(units)} late`,
    text: `${isLasting ? `${when(stock[rows[0]].Date)} to ${when(stock[rows.at(-1)!].Date)}` : when(stock[rows[0]].Date)}; waiting costs ${formatCompact(cost)}`,
  };
}

const kinds = { lane: "carries", output: "sends out", storage: "holds" } as const;

function capacityRow(
  { id, kind, name, item, full, share, worth, isParted }: CapacityRows,
  when: When,
  rows: readonly { readonly Date: number | null }[],
) {
  const periods = full.length === 1 ? "period" : "periods";
  return {
    id,
    title: `${name}${item === null ? "" : `, ${item}`}`,
    value: worth === null || worth === 0 ? formatPercent(share) : moneyOr(worth),
    text: [
      full.length === 0
        ? `${kinds[kind ?? "lane"]} nearly all it can`
        : `${kinds[kind ?? "lane"]} no more in ${formatWhole(full.length)} ${periods} from ${when(rows[full[0]].Date)}`,
      ...(worth === null || worth === 0 ? [] : ["a unit more saves up to the figure"]),
      ...(isParted ? ["parted among its items"] : []),
    ].join("; "),
    mark: full.length === 0 ? nearlyFull : isFull,
  };
}

const isFull = { text: "full", color: "warning" as const };
const nearlyFull = { text: "nearly full", color: "informative" as const };
