import type { PolicyTotals, ServiceChange } from "../../../analyses/policies/policy-list";
import type { Kpi } from "../../components/KpiStrip";
import { formatCompact, formatPercent, formatWhole } from "../../format";
import { signedMoney } from "./names";

/** What the proposals do together, those that were rejected left out. */
export function policyKpis(totals: PolicyTotals): Kpi[] {
  const { proposed, approved, cash, stockValue, fillRate, cycleServiceLevel } = totals;
  const compared = fillRate.now !== null;
  return [
    { name: "To decide", value: formatWhole(proposed), note: `${formatWhole(approved)} approved` },
    compared
      ? { name: "Cash", value: signedMoney(cash), note: `to ${formatCompact(stockValue)}` }
      : { name: "Stock", value: formatCompact(stockValue), note: "nothing in force" },
    serviceKpi("Fill rate", fillRate),
    serviceKpi("Cycle service", cycleServiceLevel),
  ];
}

function serviceKpi(name: string, { now, next }: ServiceChange): Kpi {
  const value = next === null ? "–" : formatPercent(next);
  if (now === null || next === null) return { name, value };
  const points = (100 * (next - now)).toFixed(1);
  return { name, value, note: `${next >= now ? "+" : ""}${points} pt` };
}
