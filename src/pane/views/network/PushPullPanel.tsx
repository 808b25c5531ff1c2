import { Spinner, Text, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { boundaryCounts, pushPullList, type ItemBoundary } from "../../../analyses/network/push-pull-list";
import { pushPull } from "../../../analyses/push-pull";
import { pushPullTable } from "../../../workbook/tables";
import { AnalysisRun } from "../../components/AnalysisRun";
import { WithDetail } from "../../components/DetailDrawer";
import { FigureTable } from "../../components/FigureTable";
import { IssueList } from "../../components/IssueList";
import type { PanelProps } from "../../components/PanelView";
import { SearchedList } from "../../components/SearchedList";
import { formatCompact, formatWhole } from "../../format";
import { useRows } from "../../use-rows";
import { moneyOr, moveWords } from "./names";
import { PushPullDetail } from "./PushPullDetail";

const useStyles = makeStyles({
  panel: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
  muted: { color: tokens.colorNeutralForeground2 },
});

const optionNames = [
  "csl",
  "tolerance",
  "predictable",
  "bound",
  "spread",
  "carryRate",
  "pooling",
  "history",
  "seconds",
];

/** Where stock decouples forecast from orders, item by item, and what it costs to move that. */
export function PushPullPanel(panel: PanelProps) {
  const { isWriting, outcomes } = panel;
  const styles = useStyles();
  const table = useRows(pushPullTable, isWriting);
  const items = useMemo(() => pushPullList(table.rows ?? []), [table.rows]);
  const counts = useMemo(() => boundaryCounts(items), [items]);
  const [openItem, setOpenItem] = useState<string>();
  if (table.state === "loading") return <Spinner size="small" label="Reading PushPull" />;
  const open = items.find(({ item }) => item === openItem);
  const detail = open !== undefined && (
    <PushPullDetail
      boundary={open}
      rowPlaces={open.places.map((i) => table.places[i])}
      onClose={() => setOpenItem(undefined)}
    />
  );
  const over = items.reduce((sum, { agreed }) => sum + (agreed?.More ?? 0), 0);
  return (
    <WithDetail detail={detail} className={styles.panel}>
      {items.length > 0 && (
        <>
          <FigureTable
            caption="Items by the echelon whose stock decouples forecast from orders"
            columns={["Stock at", "Advised", "Stock", "Demand", "Transport"]}
            rows={counts.map(({ echelon, advised, optimiser, demand, transport }) => ({
              key: echelon,
              cells: [echelon, ...[advised, optimiser, demand, transport].map(formatWhole)],
            }))}
          />
          <Text size={200} className={styles.muted}>
            Advised is cheapest. Beside it the echelon by safety stock alone, as far as demand is predictable,
            and as far as full lots pay.
            {over >= 0.5 ? ` What was agreed costs ${formatCompact(over)} a year more.` : ""}
          </Text>
        </>
      )}
      <AnalysisRun
        panel={panel}
        analysis={pushPull}
        label={items.length === 0 ? "Find the boundaries" : "Find again"}
        note="Finds the echelon whose stock decouples forecast from orders, and what it costs to move that. Writes PushPull; what you agreed stays."
        done="Boundaries found"
        failed="The boundaries were not found"
        names={optionNames}
      />
      {items.length > 0 && (
        <>
          <SearchedList
            label="Items by cost of their boundary"
            placeholder="Item"
            items={items}
            wordsOf={itemOf}
            rowOf={itemRow}
            onOpen={setOpenItem}
          />
        </>
      )}
      <IssueList issues={outcomes[pushPull.id]?.issues ?? table.issues} />
    </WithDetail>
  );
}

const itemOf = ({ item }: ItemBoundary) => item;

function itemRow(boundary: ItemBoundary) {
  const { item, rows, advised, agreed } = boundary;
  const at = rows.indexOf(advised);
  const mark = markOf(boundary);
  return {
    id: item,
    title: item,
    value: moneyOr(advised.Cost),
    text: [
      `stock at ${advised.Echelon}${agreed === advised ? ", as agreed" : ""}`,
      ...(at + 1 < rows.length ? [`to customers ${moveWords(advised.ToCustomer)}`] : []),
      ...(at > 0 ? [`to suppliers ${moveWords(advised.ToSupplier)}`] : []),
    ].join("; "),
    ...(mark === undefined ? {} : { mark }),
  };
}

function markOf({ advised, agreed, isMoved, isUnforeseen }: ItemBoundary) {
  if (agreed !== undefined && agreed !== advised) {
    const text = agreed.More === null ? "agreed, not in time" : `agreed, ${formatCompact(agreed.More)} more`;
    return { text, color: "danger" as const };
  }
  if (isUnforeseen) return { text: "hard to foresee", color: "warning" as const };
  if (isMoved) return { text: "moved by transport", color: "informative" as const };
  return undefined;
}
