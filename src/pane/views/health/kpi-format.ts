import { formatCompact, formatPercent, formatUnits } from "../../format";

export const noFigure = "–";

/** A value of a KPI by the unit it is measured in. */
export function kpiValue(value: number | null, measure: string | null): string {
  if (value === null) return noFigure;
  if (measure === "share") return formatPercent(value);
  return measure === "money" ? formatCompact(value) : formatUnits(value);
}

export const moneyOr = (value: number | null): string => (value === null ? noFigure : formatCompact(value));
export const unitsOr = (value: number | null): string => (value === null ? noFigure : formatUnits(value));

const full = new Intl.NumberFormat(undefined, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
/** Money as a ledger has it. */
export const formatMoney = (value: number): string => full.format(value);
