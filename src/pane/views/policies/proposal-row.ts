import type { ListedPolicy } from "../../../analyses/policies/policy-list";
import type { RankedRow } from "../../components/RankedList";
import { formatCompact, formatUnits } from "../../format";
import { noFigure, placeName, signedMoney, unitsOr } from "./names";

const marks = {
  none: { text: "no change", color: "informative" },
  proposed: { text: "proposed", color: "brand" },
  approved: { text: "approved", color: "success" },
  rejected: { text: "rejected", color: "danger" },
} as const;

export function proposalRow({ id, item, location, cells, changed, decision }: ListedPolicy): RankedRow {
  const parts = changed.map(
    ({ field, value }) => `${field} ${unitsOr(cells[field])} → ${formatUnits(value)}`,
  );
  return {
    id,
    title: placeName(item, location),
    value:
      cells.Cash !== null
        ? signedMoney(cells.Cash)
        : cells.StockValue !== null
          ? formatCompact(cells.StockValue)
          : noFigure,
    text: parts.length === 0 ? "as in force" : parts.join(" · "),
    mark: cells.Asks === true ? { text: `${marks[decision].text}, asks`, color: "warning" } : marks[decision],
  };
}
