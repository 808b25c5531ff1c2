import { Button, Link, Text, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { comparePolicies } from "../../../analyses/compare-policies";
import {
  comparisonList,
  type ComparedItem,
  type ComparisonCells,
} from "../../../analyses/compare/comparison-list";
import { changedCells } from "../../../analyses/policies/change-cells";
import { policiesTable } from "../../../workbook/tables";
import { DetailDrawer, WithDetail } from "../../components/DetailDrawer";
import { FigureTable } from "../../components/FigureTable";
import { IssueList } from "../../components/IssueList";
import { KpiStrip } from "../../components/KpiStrip";
import { RankedList } from "../../components/RankedList";
import { readyTable } from "../../analysis/write-results";
import { formatCompact, formatWhole } from "../../format";
import { useNotices } from "../../notices";
import { usePane } from "../../pane-context";
import { sentence } from "../../sentence";
import { useAttempt } from "../../use-attempt";
import { useTable } from "../../use-table";
import { moneyOr, percentOr, placeName, unitsOr } from "./names";
import type { PanelProps } from "../../components/PanelView";
import { AnalysisRun } from "../../components/AnalysisRun";

const useStyles = makeStyles({
  panel: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
});

const optionNames = [
  "items",
  "reviews",
  "targetType",
  "target",
  "orderCost",
  "carryRate",
  "bucket",
  "leadTime",
];

/** Continuous against periodic control of each item, within what its supplier allows, best first. */
export function ComparePanel(panel: PanelProps) {
  const { isWriting, outcomes } = panel;
  const styles = useStyles();
  const table = useTable("PolicyComparison", isWriting);
  const content = table.state === "ready" ? table.value : undefined;
  const { items, issues } = useMemo(() => comparisonList(content), [content]);
  const [openId, setOpenId] = useState<string>();
  const open = items.find(({ id }) => id === openId);
  const periodic = items.filter(({ best }) => best.Meets === true && (best.Review ?? 0) > 0).length;
  const short = items.filter(({ best }) => best.Meets !== true).length;
  const saving = items.reduce((sum, item) => sum + Math.max(0, item.saving), 0);
  return (
    <WithDetail
      className={styles.panel}
      detail={open && <ComparedDetail item={open} onClose={() => setOpenId(undefined)} />}
    >
      {items.length > 0 && (
        <KpiStrip
          kpis={[
            { name: "Compared", value: formatWhole(items.length), note: "items" },
            { name: "Saving", value: formatCompact(saving), note: "a year, the best" },
            { name: "Periodic", value: formatWhole(periodic), note: "is cheapest" },
            { name: "Short", value: formatWhole(short), note: "of target, all ways" },
          ]}
        />
      )}
      <AnalysisRun
        panel={panel}
        analysis={comparePolicies}
        label="Compare policies"
        note="Plays each way through the item's own demand, on the supplier's order days, with minimum, packs and trucks."
        done="Policies compared"
        failed="The policies were not compared"
        names={optionNames}
        settings="What is compared"
      />
      <RankedList
        label="Items by saving"
        count={items.length}
        rowAt={(i) => {
          const { id, item, location, best, against, saving: money } = items[i];
          return {
            id,
            title: placeName(item, location),
            value: `${formatCompact(money)} a year`,
            text: `${wayName(best)} ${moneyOr(best.Cost)}${against === undefined || against === best ? "" : ` · ${wayName(against)} ${moneyOr(against.Cost)}`}`,
            mark:
              best.Meets === true
                ? ({ text: (best.Review ?? 0) > 1 ? "periodic" : "continuous", color: "brand" } as const)
                : ({ text: "below target", color: "warning" } as const),
          };
        }}
        onOpen={setOpenId}
      />
      <IssueList issues={outcomes[comparePolicies.id]?.issues ?? issues} />
    </WithDetail>
  );
}

const kindNames = { sQ: "(s,Q)", sS: "(s,S)", RS: "(R,S)", RsS: "(R,s,S)" } as const;

function wayName({ Policy, Review, InForce }: ComparisonCells): string {
  const every = Review === 1 ? " every day" : (Review ?? 0) > 0 ? ` every ${unitsOr(Review)} days` : "";
  return `${kindNames[Policy ?? "sQ"]}${every}${InForce === true ? ", in force" : ""}`;
}

function ComparedDetail({
  item: one,
  onClose,
}: {
  readonly item: ComparedItem;
  readonly onClose: () => void;
}) {
  const { workbook } = usePane();
  const { show } = useNotices();
  const { attempt, running } = useAttempt();
  const { id, item, location, policies, best, rows } = one;
  const take = () =>
    attempt("The policy was not written", async () => {
      const table = await readyTable(workbook, policiesTable, ["Item", "Location", "Policy", "Review"]);
      const cells = { Policy: best.Policy, Review: best.Review };
      await workbook.writeColumns(table.name, changedCells(table, new Map([[id, cells]])));
      show({
        intent: "success",
        title: `${placeName(item, location)} is controlled by ${wayName(best)}`,
        text: "Policy and Review of Policies hold it. Propose again for its parameters.",
      });
    });
  return (
    <DetailDrawer
      title={placeName(item, location)}
      onClose={onClose}
      actions={
        <Button appearance="primary" disabledFocusable={running} onClick={() => void take()}>
          Use {wayName(best)}
        </Button>
      }
    >
      <FigureTable
        caption="Best first; cost of carrying and ordering a year"
        columns={["Policy", "Fill", "Cycle", "Stock", "Orders", "Cost"]}
        rows={policies.map((cells) => ({
          key: `${cells.Policy} ${cells.Review} ${cells.InForce}`,
          marked: cells === best,
          cells: [
            `${wayName(cells)}${cells.Meets === true ? "" : ", below target"}`,
            percentOr(cells.FILL),
            percentOr(cells.CSL),
            unitsOr(cells.Stock),
            unitsOr(cells.Orders),
            moneyOr(cells.Cost),
          ],
        }))}
      />
      <Text>{sentence(`Kept to: ${best.Limits ?? "no limits"}`)}</Text>
      <div>
        <Link
          as="button"
          onClick={() =>
            void attempt("Cannot show the rows", () => workbook.selectTableRows("PolicyComparison", rows))
          }
        >
          Show in PolicyComparison
        </Link>
      </div>
    </DetailDrawer>
  );
}
