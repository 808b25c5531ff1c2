import type { KpiRow } from "../kpis/kpi-rows";
import { kpiList, type KpiDefinition } from "../kpis/kpi-list";

export interface PlacedKpi {
  readonly row: KpiRow;
  /** Body row of KPI, counted from 0. */
  readonly place: number;
}

export interface KpiCard {
  readonly kpi: KpiDefinition;
  readonly now: PlacedKpi;
  /** The company's values by date, the latest last; in body rows that follow each other. */
  readonly trend: readonly PlacedKpi[];
  /** Units by dimension on the latest date. */
  readonly units: readonly PlacedKpi[];
}

/** The table KPI as cards: the company's latest value of each KPI with its trend and its units. */
export function kpiCards(rows: readonly KpiRow[], places: readonly number[]): readonly KpiCard[] {
  const placed = rows.map((row, i): PlacedKpi => ({ row, place: places[i] }));
  return kpiList.flatMap((kpi): KpiCard[] => {
    const own = placed.filter(({ row }) => row.KPI === kpi.name);
    const trend = own
      .filter(({ row }) => (row.Dimension ?? "total") === "total")
      .sort((a, b) => (a.row.Date ?? 0) - (b.row.Date ?? 0));
    const now = trend.at(-1);
    if (now === undefined) return [];
    const units = own.filter(({ row }) => row.Dimension !== "total" && row.Date === now.row.Date);
    return [{ kpi, now, trend: trend.slice(-MOST_MONTHS), units }];
  });
}

const MOST_MONTHS = 25;

/** Flags of the latest date, of any unit. */
export function flaggedKpis(cards: readonly KpiCard[]): readonly PlacedKpi[] {
  return cards.flatMap(({ now, units }) => [now, ...units].filter(({ row }) => (row.Flag ?? "") !== ""));
}
