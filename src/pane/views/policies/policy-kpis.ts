import type { PolicyTotals, ServiceChange } from "../../../analyses/policies/policy-list";
import type { Kpi } from "../../components/KpiStrip";
import { formatCompact, formatPercent, formatWhole } from "../../format";
import { signedMoney } from "./names";

/** What the proposals do together, those that were rejected left out. */
export function policyKpis(totals: PolicyTotals): Kpi[] {
  const { proposed, approved, cash, stockValue, compared, fillRate, cycleServiceLevel } = totals;
  return [
    { name: "To decide", value: formatWhole(proposed), note: `${formatWhole(approved)} approved` },
    compared > 0
      ? { name: "Cash", value: signedMoney(cash), note: `of ${formatWhole(compared)} in force` }
      : { name: "Stock", value: formatCompact(stockValue), note: "none in force" },
    serviceKpi("Fill rate", fillRate),
    serviceKpi("Cycle service", cycleServiceLevel),
  ];
}

function serviceKpi(name: string, { next, change }: ServiceChange): Kpi {
  const value = next === null ? "–" : formatPercent(next);
  if (change === null) return { name, value };
  return { name, value, note: `${change >= 0 ? "+" : ""}${(100 * change).toFixed(1)} pt` };
}
