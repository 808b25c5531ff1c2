import { Link, Text, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { supplierNeeds } from "../../../analyses/policies/policy-needs";
import { reviewSuppliers } from "../../../analyses/review-suppliers";
import { supplierAsks, supplierList, type ListedSupplier } from "../../../analyses/suppliers/supplier-list";
import { DetailDrawer, WithDetail } from "../../components/DetailDrawer";
import { Facts } from "../../components/Facts";
import { FigureTable } from "../../components/FigureTable";
import { IssueList } from "../../components/IssueList";
import { KpiStrip } from "../../components/KpiStrip";
import { NeedList } from "../../components/NeedList";
import { RankedList } from "../../components/RankedList";
import { formatWhole } from "../../format";
import { usePane } from "../../pane-context";
import { sentence } from "../../sentence";
import { useAttempt } from "../../use-attempt";
import { useTable } from "../../use-table";
import { moneyOr, noFigure, percentOr, signedMoney, unitsOr } from "./names";
import type { PanelProps } from "../../components/PanelView";
import { AnalysisRun } from "../../components/AnalysisRun";

const useStyles = makeStyles({
  panel: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
  asks: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
});

const optionNames = ["partial", "workdays", "late", "tolerance", "window", "limit", "bucket"];

/** Lead times as delivered against those agreed, and what the gap binds in safety stock: the sheet for the talk with a supplier. */
export function SuppliersPanel(panel: PanelProps) {
  const { tables, isWriting, outcomes } = panel;
  const styles = useStyles();
  const table = useTable("SupplierReview", isWriting);
  const content = table.state === "ready" ? table.value : undefined;
  const { suppliers, issues } = useMemo(() => supplierList(content), [content]);
  const [openName, setOpenName] = useState<string>();
  const open = suppliers.find(({ supplier }) => supplier === openName);
  const needs = supplierNeeds(tables);
  if (needs.length > 0) return <NeedList needs={needs} />;
  const sum = (of: (one: ListedSupplier) => number | null) =>
    suppliers.reduce((total, one) => total + (of(one) ?? 0), 0);
  const due = sum(({ total }) => total.Due);
  const kept = sum(({ total }) => (total.OTIF ?? 0) * (total.Due ?? 0));
  const drifting = sum(({ items }) => items.filter(({ Drift }) => Drift !== null && Drift !== "OK").length);
  return (
    <WithDetail
      className={styles.panel}
      detail={open && <SupplierDetail supplier={open} onClose={() => setOpenName(undefined)} />}
    >
      {suppliers.length > 0 && (
        <KpiStrip
          kpis={[
            { name: "Gap", value: moneyOr(sum(({ total }) => total.GapValue)), note: "in safety stock" },
            { name: "Cost", value: moneyOr(sum(({ total }) => total.GapCost)), note: "a year" },
            {
              name: "OTIF",
              value: due === 0 ? noFigure : percentOr(kept / due),
              note: `${formatWhole(due)} due`,
            },
            { name: "Drifting", value: formatWhole(drifting), note: "items" },
          ]}
        />
      )}
      <AnalysisRun
        panel={panel}
        analysis={reviewSuppliers}
        label="Review suppliers"
        note="Measures lead times from Receipts against Contracts and writes SupplierReview."
        done="Suppliers reviewed"
        failed="The suppliers were not reviewed"
        names={optionNames}
        settings="How lead times count"
      />
      <RankedList
        label="Suppliers by the stock their gap binds"
        count={suppliers.length}
        rowAt={(i) => {
          const { supplier, total, items } = suppliers[i];
          const longer = items.filter(({ Drift }) => Drift === "LONGER").length;
          return {
            id: supplier,
            title: supplier,
            value: moneyOr(total.GapValue),
            text: `OTIF ${percentOr(total.OTIF)} · ${formatWhole(total.Lines ?? 0)} lines of ${formatWhole(items.length)} items`,
            ...(longer > 0
              ? { mark: { text: `${formatWhole(longer)} running longer`, color: "warning" } as const }
              : {}),
          };
        }}
        onOpen={setOpenName}
      />
      <IssueList issues={outcomes[reviewSuppliers.id]?.issues ?? issues} />
    </WithDetail>
  );
}

const SHOWN = 30;

function SupplierDetail({
  supplier: one,
  onClose,
}: {
  readonly supplier: ListedSupplier;
  readonly onClose: () => void;
}) {
  const styles = useStyles();
  const { workbook } = usePane();
  const { attempt } = useAttempt();
  const { supplier, total, items, rows } = one;
  return (
    <DetailDrawer title={supplier} onClose={onClose}>
      <Facts
        facts={[
          ["Gap", `${moneyOr(total.GapValue)} of safety stock, ${moneyOr(total.GapCost)} a year`],
          ["Late", `${moneyOr(total.LateValue)} for arriving later than agreed`],
          ["Spread", `${moneyOr(total.SpreadValue)} for arriving irregularly`],
          ["OTIF", `${percentOr(total.OTIF)} of ${formatWhole(total.Due ?? 0)} lines due`],
        ]}
      />
      <Text weight="semibold">What to ask for</Text>
      <ul className={styles.asks}>
        {supplierAsks(one).map((ask) => (
          <li key={ask}>
            <Text>{sentence(ask)}</Text>
          </li>
        ))}
      </ul>
      <FigureTable
        caption="Days; agreed, then to the first part, the last, by quantity"
        columns={["Item", "Agreed", "First", "Last", "By qty", "Gap"]}
        rows={items.slice(0, SHOWN).map((cells) => ({
          key: cells.Item ?? "",
          marked: cells.Drift === "LONGER",
          cells: [
            `${cells.Item ?? ""}${cells.Drift === "LONGER" ? ", longer" : cells.Drift === "ERRATIC" ? ", erratic" : ""}`,
            unitsOr(cells.Agreed),
            unitsOr(cells.First),
            unitsOr(cells.Last),
            unitsOr(cells.ByQuantity),
            cells.GapValue === null ? noFigure : signedMoney(cells.GapValue),
          ],
        }))}
      />
      {items.length > SHOWN && (
        <Text size={200}>{formatWhole(items.length - SHOWN)} more items stand in SupplierReview.</Text>
      )}
      <div>
        <Link
          as="button"
          onClick={() =>
            void attempt("Cannot show the rows", () => workbook.selectTableRows("SupplierReview", rows))
          }
        >
          Show the sheet in SupplierReview
        </Link>
      </div>
    </DetailDrawer>
  );
}
