import { Button, Link } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { SegmentsDetails } from "../../../analyses/run-classify-items";
import type { ReviewedItem } from "../../../analyses/segments/review-segments";
import { DetailDrawer } from "../../components/DetailDrawer";
import { Facts } from "../../components/Facts";
import { formatCompact, formatUnits, formatWhole } from "../../format";
import { usePane } from "../../pane-context";
import { useAttempt } from "../../use-attempt";
import { criticalityName, noFigure, segmentOr, signedMoney } from "./names";

interface Props {
  readonly item: ReviewedItem;
  readonly effect?: SegmentsDetails["effects"][number];
  readonly children?: ReactNode;
  readonly onClose: () => void;
}

/** One item opened: what its class rests on. */
export function ItemDrawer({ item: reviewed, effect, children, onClose }: Props) {
  const { workbook } = usePane();
  const { attempt } = useAttempt();
  const { item, row, old, abc, xyz, value, variation, months, heldReason, facts } = reviewed;
  const figures: (readonly [string, string])[] = [
    ["Segment now", segmentOr(old)],
    ["By the review", abc + xyz],
    ...(heldReason === undefined ? [] : [["Held", heldReason] as const]),
    ...(facts.minAbc === "" ? [] : [["At least", `class ${facts.minAbc}, an accepted upgrade`] as const]),
    ["Value a year", value === null ? noFigure : formatCompact(value)],
    ["Variation", variation === null ? noFigure : variation.toFixed(2)],
    ["History", `${formatWhole(months)} months`],
    ["Criticality", criticalityName(facts.criticality)],
    ["Supply risk", Number.isNaN(facts.supplyRisk) ? noFigure : `${facts.supplyRisk} of 5`],
  ];
  if (effect !== undefined)
    figures.push(
      [
        "Safety stock",
        effect.units === null ? noFigure : `${effect.units > 0 ? "+" : ""}${formatUnits(effect.units)} units`,
      ],
      ["In money", effect.cash === null ? noFigure : signedMoney(effect.cash)],
    );
  return (
    <DetailDrawer
      title={item}
      onClose={onClose}
      actions={<Button onClick={onClose}>Back to the list</Button>}
    >
      <Facts facts={figures} />
      <Link
        as="button"
        onClick={() =>
          void attempt("Cannot show the item", () => workbook.selectTableCell("Items", row, "Item"))
        }
      >
        Show in Items
      </Link>
      {children}
    </DetailDrawer>
  );
}
