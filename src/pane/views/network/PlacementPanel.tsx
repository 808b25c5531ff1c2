import { Field, SearchBox, Spinner, Text, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { placementList, type PlacedItemRows } from "../../../analyses/network/placement-list";
import { placeSafetyStock } from "../../../analyses/place-safety-stock";
import { placementTable } from "../../../workbook/tables";
import { WithDetail } from "../../components/DetailDrawer";
import { FigureTable } from "../../components/FigureTable";
import { IssueList } from "../../components/IssueList";
import { RankedList } from "../../components/RankedList";
import { formatCompact, formatPercent } from "../../format";
import { moneyOr } from "./names";
import type { PanelProps } from "../../components/PanelView";
import { PlacementDetail } from "./PlacementDetail";
import { AnalysisRun } from "../../components/AnalysisRun";
import { useRows } from "../../use-rows";

const useStyles = makeStyles({
  panel: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
  muted: { color: tokens.colorNeutralForeground2 },
});

const optionNames = ["csl", "bound", "tolerance", "spread", "carryRate", "pooling", "history", "seconds"];

/** Where safety stock belongs: the corporate optimum, every site for itself, and as agreed. */
export function PlacementPanel(panel: PanelProps) {
  const { isWriting, outcomes } = panel;
  const styles = useStyles();
  const placement = useRows(placementTable, isWriting);
  const items = useMemo(() => placementList(placement.rows ?? []), [placement.rows]);
  const [query, setQuery] = useState("");
  const [openItem, setOpenItem] = useState<string>();
  const listed = useMemo(() => {
    const words = query.trim().toLowerCase();
    return items.filter(({ item }) => item.toLowerCase().includes(words));
  }, [items, query]);
  const open = items.find(({ item }) => item === openItem);
  const sum = (of: (item: PlacedItemRows) => number) => items.reduce((total, item) => total + of(item), 0);
  const detail = open !== undefined && (
    <PlacementDetail
      plan={open}
      rowPlaces={open.places.map((i) => placement.places[i])}
      onClose={() => setOpenItem(undefined)}
    />
  );
  if (placement.state === "loading") return <Spinner size="small" label="Reading Placement" />;
  const largestGap = items.reduce((most, { gap }) => Math.max(most, gap), 0);
  const ruled = (placement.rows ?? []).filter(({ BoundCost }) => (BoundCost ?? 0) > 1e-6);
  return (
    <WithDetail detail={detail} className={styles.panel}>
      {items.length > 0 && (
        <>
          <FigureTable
            caption="Carrying safety stock, money a year"
            columns={["", "Corporate", "Every site for itself", "Agreed"]}
            rows={[
              {
                key: "cost",
                cells: [
                  "All items",
                  formatCompact(sum(({ corporate }) => corporate)),
                  formatCompact(sum(({ local }) => local)),
                  formatCompact(sum(({ agreed }) => agreed)),
                ],
              },
            ]}
          />
          <Text size={200} className={styles.muted}>
            {largestGap <= 1e-6
              ? "Every plan is proven: no other costs less."
              : `Gap to proven at most ${formatPercent(largestGap)}.`}
          </Text>
        </>
      )}
      <AnalysisRun
        panel={panel}
        analysis={placeSafetyStock}
        label={items.length === 0 ? "Place safety stock" : "Place again"}
        note="Writes the plan to Placement; policies in force stay. A site's own rules stand there in MaxService and FixedService."
        done="Safety stock placed"
        failed="Safety stock was not placed"
        names={optionNames}
      />
      {ruled.length > 0 && (
        <FigureTable
          caption="What sites' own rules cost, money a year"
          columns={["Site", "Item", "Cost of this local bound"]}
          words={[1]}
          rows={[...ruled]
            .sort((a, b) => (b.BoundCost ?? 0) - (a.BoundCost ?? 0))
            .slice(0, 10)
            .map(({ Item, Location, BoundCost }) => ({
              key: `${Item} ${Location}`,
              cells: [Location, Item, moneyOr(BoundCost)],
            }))}
        />
      )}
      {items.length > 0 && (
        <>
          <Field label="Find" size="small">
            <SearchBox
              size="small"
              placeholder="Item"
              value={query}
              onChange={(_, { value }) => setQuery(value)}
            />
          </Field>
          <RankedList
            key={query}
            label="Items by cost of safety stock"
            count={listed.length}
            rowAt={(i) => itemRow(listed[i])}
            onOpen={setOpenItem}
          />
          {listed.length === 0 && <Text>No item to show here.</Text>}
        </>
      )}
      <IssueList issues={outcomes[placeSafetyStock.id]?.issues ?? placement.issues} />
    </WithDetail>
  );
}

function itemRow({ item, agreed, corporate, holding, gap, method }: PlacedItemRows) {
  const more = agreed - corporate;
  const proven = method === "STOPPED";
  return {
    id: item,
    title: item,
    value: formatCompact(agreed),
    text: `${holding.length === 0 ? "holds nothing" : `holds at ${holding.join(", ")}`}${more > 1e-6 ? `; local rules cost ${formatCompact(more)}` : ""}`,
    ...(proven ? { mark: { text: `gap ${formatPercent(gap)}`, color: "warning" as const } } : {}),
  };
}
