import { Button, Link, Text, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { bufferOwner, type ListedPolicy } from "../../../analyses/policies/policy-list";
import { DeciderField } from "../../components/DeciderField";
import { DetailDrawer } from "../../components/DetailDrawer";
import { Facts } from "../../components/Facts";
import { FigureTable } from "../../components/FigureTable";
import { Section } from "../../components/Section";
import { formatUnits } from "../../format";
import { usePane } from "../../pane-context";
import { sentence } from "../../sentence";
import { useAttempt } from "../../use-attempt";
import {
  moneyOr,
  noFigure,
  ownerNames,
  percentOr,
  placeName,
  signedMoney,
  signedUnits,
  unitsOr,
} from "./names";

const useStyles = makeStyles({
  links: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalL },
});

interface Props {
  readonly policy: ListedPolicy;
  readonly by: string;
  readonly onBy: (name: string) => void;
  readonly canDecide: boolean;
  readonly onDecide: (status: "approved" | "rejected" | "proposed") => void;
  readonly onClose: () => void;
  /** What another part of the view adds. */
  readonly children?: ReactNode;
}

const parameterNames = {
  ROP: "Reorder point",
  SS: "Safety stock",
  Lot: "Lot",
  Max: "Order-up-to level",
} as const;

/** One item at one site: old and new, what both give, and who owns the buffer. */
export function ProposalDetail({ policy, by, onBy, canDecide, onDecide, onClose, children }: Props) {
  const styles = useStyles();
  const { workbook } = usePane();
  const { attempt } = useAttempt();
  const { item, location, row, cells, decision } = policy;
  const owner = bufferOwner(cells);
  const show = (column: string) =>
    void attempt("Cannot show the row", async () => {
      await workbook.selectTableCell("Policies", row, column);
      onClose();
    });
  return (
    <DetailDrawer
      title={placeName(item, location)}
      onClose={onClose}
      actions={
        decision === "none" ? undefined : decision === "proposed" ? (
          <>
            <Button appearance="primary" disabledFocusable={!canDecide} onClick={() => onDecide("approved")}>
              Approve
            </Button>
            <Button disabledFocusable={!canDecide} onClick={() => onDecide("rejected")}>
              Reject
            </Button>
          </>
        ) : (
          <Button disabledFocusable={!canDecide} onClick={() => onDecide("proposed")}>
            Decide again
          </Button>
        )
      }
    >
      <FigureTable
        caption="Parameters, units"
        columns={["", "In force", "Proposed", "Change"]}
        rows={(["ROP", "SS", "Lot", "Max"] as const).map((field) => {
          const [old, next] = [cells[field], cells[`New${field}`]];
          return {
            key: field,
            cells: [
              parameterNames[field],
              unitsOr(old),
              unitsOr(next),
              old === null || next === null ? noFigure : signedUnits(next - old),
            ],
          };
        })}
      />
      <FigureTable
        caption="What they give"
        columns={["", "In force", "Proposed"]}
        rows={[
          { key: "fill", cells: ["Fill rate", percentOr(cells.CurrentFILL), percentOr(cells.FILL)] },
          { key: "csl", cells: ["Cycle service level", percentOr(cells.CurrentCSL), percentOr(cells.CSL)] },
          {
            key: "money",
            cells: [
              "Money in stock",
              cells.Cash === null || cells.StockValue === null
                ? noFigure
                : moneyOr(cells.StockValue - cells.Cash),
              moneyOr(cells.StockValue),
            ],
          },
        ]}
      />
      <Section
        title={
          owner === undefined
            ? "No buffer is needed"
            : `${owner === "planner" ? "The planner" : owner === "buyer" ? "The buyer" : "The supplier"} owns most of the buffer`
        }
      >
        <FigureTable
          caption="Parts of the buffer"
          columns={["Owner", "Share"]}
          rows={[
            {
              key: "planner",
              marked: owner === "planner",
              cells: [ownerNames.planner, percentOr(cells.DemandShare)],
            },
            {
              key: "supplier",
              marked: owner === "supplier",
              cells: [ownerNames.supplier, percentOr(cells.LeadTimeShare)],
            },
            {
              key: "buyer",
              marked: owner === "buyer",
              cells: [ownerNames.buyer, percentOr(cells.ReviewShare)],
            },
          ]}
        />
      </Section>
      <Facts
        facts={[
          ["Demand", `${unitsOr(cells.Mean)} a day`],
          ["Spread", `${unitsOr(cells.Sigma)} over lead time and review`],
          [
            "Lead time",
            cells.LeadTime === null
              ? noFigure
              : `${formatUnits(cells.LeadTime)} days, ± ${unitsOr(cells.LeadTimeSd)}`,
          ],
          ["Site's bounds", boundsText(policy)],
          ...(decision === "approved" || decision === "rejected"
            ? ([["Decision", `${decision}${cells.By === null ? "" : ` by ${cells.By}`}`]] as const)
            : []),
        ]}
      />
      {cells.Basis !== null && <Text>{sentence(cells.Basis)}</Text>}
      {children}
      <div className={styles.links}>
        <Link as="button" onClick={() => show("NewROP")}>
          Show in Policies
        </Link>
      </div>
      {decision !== "none" && <DeciderField name={by} onChange={onBy} />}
    </DetailDrawer>
  );
}

function boundsText({ cells }: ListedPolicy): string {
  const { LocalMin, LocalMax, BoundCost, FreeSS, NewSS, Asks, Owner } = cells;
  if (LocalMin === null && LocalMax === null) return "none";
  const range = `${unitsOr(LocalMin)} to ${unitsOr(LocalMax)}`;
  const who = Owner === null ? "" : ` (${Owner})`;
  if (FreeSS === null || NewSS === null || FreeSS === NewSS) return `${range}${who}, not reached`;
  const cost = BoundCost === null ? "" : `, ${signedMoney(BoundCost)} a year`;
  return `${range}${who}${cost}${Asks === true ? ", beyond the site's limit" : ""}`;
}
