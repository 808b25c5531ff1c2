import { Spinner, Text, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import {
  isRuleWaiting,
  placementList,
  siteCosts,
  type PlacedItemRows,
} from "../../../analyses/network/placement-list";
import { placeSafetyStock } from "../../../analyses/place-safety-stock";
import { placementTable } from "../../../workbook/tables";
import { CellButton } from "../../components/CellButton";
import { WithDetail } from "../../components/DetailDrawer";
import { FigureTable } from "../../components/FigureTable";
import { IssueList } from "../../components/IssueList";
import { SearchedList } from "../../components/SearchedList";
import { formatCompact, formatPercent, formatWhole } from "../../format";
import type { PanelProps } from "../../components/PanelView";
import { PlacementDetail } from "./PlacementDetail";
import { ThreeCosts } from "./ThreeCosts";
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
  const [openItem, setOpenItem] = useState<string>();
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
  const agreed = sum((item) => item.agreed);
  const rules = siteCosts(placement.rows ?? []);
  const waiting = (placement.rows ?? []).filter(isRuleWaiting).length;
  return (
    <WithDetail detail={detail} className={styles.panel}>
      {items.length > 0 && (
        <>
          <ThreeCosts
            name="All items"
            corporate={sum(({ corporate }) => corporate)}
            local={sum(({ local }) => local)}
            agreed={agreed}
          />
          <Text size={200} className={styles.muted}>
            Local: every site for itself. Agreed: the cheapest with the sites&apos; own rules.
          </Text>
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
        primary={items.length === 0 || waiting > 0}
        note="Writes the plan to Placement; policies in force stay. Type a site's own rules there, in MaxService and FixedService, and place again."
        done="Safety stock placed"
        failed="Safety stock was not placed"
        names={optionNames}
      />
      {waiting > 0 && (
        <Text>
          {waiting === 1 ? "1 rule is" : `${formatWhole(waiting)} rules are`} not in the plan yet: place
          again.
        </Text>
      )}
      {rules.length > 0 && (
        <FigureTable
          caption="Sites' own rules, money a year"
          columns={["Site", "Items", "Cost of this local bound"]}
          rows={[
            ...rules.map(({ location, items: ruledItems, cost }) => ({
              key: location,
              cells: [location, formatWhole(ruledItems), formatWhole(cost)],
            })),
            {
              key: "",
              marked: true,
              cells: [
                "Agreed less corporate",
                "",
                formatWhole(rules.reduce((total, { cost }) => total + cost, 0)),
              ],
            },
          ]}
        />
      )}
      {items.length > 0 && (
        <>
          <div>
            <CellButton
              table={placementTable.name}
              row={placement.places[items[0].places[0]]}
              column="MaxService"
            >
              Edit rules in Placement
            </CellButton>
          </div>
          <SearchedList
            label="Items by cost of safety stock"
            placeholder="Item"
            items={items}
            wordsOf={itemOf}
            rowOf={itemRow}
            onOpen={setOpenItem}
          />
        </>
      )}
      <IssueList issues={outcomes[placeSafetyStock.id]?.issues ?? placement.issues} />
    </WithDetail>
  );
}

const itemOf = ({ item }: PlacedItemRows) => item;

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
