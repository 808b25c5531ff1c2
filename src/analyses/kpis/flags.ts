import { counterMoved, monthEndDip, type CounterRule, type DipRule } from "./gaming";
import { kpiList } from "./kpi-list";
import type { KpiTerms } from "./kpi-owners";
import type { KpiRow } from "./kpi-rows";
import type { CompanyUnit, UnitFigures } from "./unit-figures";

export interface FlagRules extends CounterRule, DipRule {
  /** The date whose rows are judged, an Excel serial. */
  readonly date: number;
  readonly runId: string;
}

/** The rows of a run with what looks like gaming, each by the KPI it shows in. */
export function withFlags(
  rows: readonly KpiRow[],
  units: readonly { readonly unit: CompanyUnit; readonly figures: UnitFigures }[],
  terms: ReadonlyMap<string, KpiTerms>,
  rules: FlagRules,
): KpiRow[] {
  const values = new Map(rows.map((row) => [keyOf(row, row.KPI ?? "", row.Date ?? 0), row.Value] as const));
  const dips = new Map(
    units.map(
      ({ unit, figures }) => [placeOf(unit.dimension, unit.unit), monthEndDip(figures, rules)] as const,
    ),
  );
  return rows.map((row) => {
    const kpi = kpiList.find(({ name }) => name === row.KPI);
    if (kpi === undefined || row.RunId !== rules.runId || row.Date !== rules.date || row.Value === null)
      return row;
    const moved = (name: string, otherwise: "up" | "down") => {
      const before = values.get(keyOf(row, name, rules.since)) ?? undefined;
      const now = values.get(keyOf(row, name, rules.date)) ?? undefined;
      if (before === undefined || now === undefined) return undefined;
      return { name, better: terms.get(nameOf(name))?.better ?? otherwise, before, now };
    };
    const own = moved(kpi.name, kpi.better);
    const counter = moved(row.CounterMetric ?? "", "up");
    const flags = [
      own === undefined || counter === undefined ? undefined : counterMoved(own, counter, rules),
      kpi.fromBalances ? dips.get(placeOf(row.Dimension, row.Unit)) : undefined,
    ].filter((flag) => flag !== undefined);
    return flags.length === 0 ? row : { ...row, Flag: flags.join("; ") };
  });
}

const placeOf = (dimension: string | null, unit: string | null) => `${dimension}\t${unit}`;

const nameOf = (name: string) =>
  kpiList.find((kpi) => kpi.name.toLowerCase() === name.toLowerCase())?.name ?? name;

function keyOf({ Dimension, Unit }: KpiRow, name: string, date: number): string {
  return JSON.stringify([name.toLowerCase(), Dimension ?? "total", Unit ?? "", Math.floor(date)]);
}
