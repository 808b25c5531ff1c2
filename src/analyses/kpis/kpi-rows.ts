import { PlanningError } from "../../engine/errors";
import { kpiTable, readRows, type Row } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";
import type { KpiTerms } from "./kpi-owners";
import { kpiDimensions } from "../../workbook/tables/kpi";
import { kpiList, type KpiCase, type KpiDefinition } from "./kpi-list";

export type KpiRow = Row<typeof kpiTable.columns>;

/** One KPI of one unit at one date; undefined where it does not apply. What cannot be said is a blank value with its reason. */
export function kpiRow(
  kpi: KpiDefinition,
  at: KpiCase,
  { date, terms, runId }: { readonly date: number; readonly terms: KpiTerms; readonly runId: string },
): KpiRow | undefined {
  const said = saidOf(kpi, at);
  if (said === undefined) return undefined;
  return {
    KPI: kpi.name,
    Dimension: at.unit.dimension,
    Unit: at.unit.unit,
    Date: date,
    Value: said.value,
    Measure: kpi.measure,
    Peers: null,
    Basis: said.basis,
    Averaging: said.averaging,
    CurrencyDate: terms.currencyDate,
    Owner: terms.owner,
    CounterMetric: terms.counterMetric,
    Flag: null,
    RunId: runId,
  };
}

function saidOf(kpi: KpiDefinition, at: KpiCase) {
  try {
    return kpi.compute(at);
  } catch (thrown) {
    if (thrown instanceof PlanningError)
      return { value: null, basis: `not known: ${thrown.message}`, averaging: "" };
    throw thrown;
  }
}

/** Rows with the median of the values of all units of their dimension and date, where there are two or more. */
export function withPeers(rows: readonly KpiRow[]): KpiRow[] {
  const groups = new Map<string, number[]>();
  const keyOf = ({ KPI, Dimension, Date }: KpiRow) => `${KPI}\t${Dimension}\t${Date}`;
  for (const row of rows) {
    if (row.Value === null || row.Dimension === "total") continue;
    groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row.Value]);
  }
  return rows.map((row) => {
    const values = groups.get(keyOf(row)) ?? [];
    return values.length < 2 ? row : { ...row, Peers: median(values) };
  });
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2;
}

const idOf = ({ KPI, Dimension, Unit, Date }: KpiRow) =>
  JSON.stringify([KPI?.toLowerCase(), Dimension ?? "total", Unit ?? "", Math.floor(Date ?? 0)]);

/** The table with the rows of this run; rows of other dates, and KPIs the team keeps itself, stay. */
export function mergedKpis(before: TableContent | undefined, found: readonly KpiRow[]): KpiRow[] {
  const rows = before === undefined ? [] : readRows(kpiTable, before.columns, before.rows).rows;
  const renewed = new Set(found.map(idOf));
  return [...rows.filter((row) => !renewed.has(idOf(row))), ...found].sort(inOrder);
}

/** By KPI, dimension, unit and date, so that the trend of a unit stands together. */
function inOrder(a: KpiRow, b: KpiRow): number {
  const place = (row: KpiRow) => {
    const at = kpiList.findIndex(({ name }) => name === row.KPI);
    return at < 0 ? kpiList.length : at;
  };
  const dimension = (row: KpiRow) => kpiDimensions.indexOf(row.Dimension ?? "total");
  const byText = (x: string | null, y: string | null) => compareText(x ?? "", y ?? "");
  return (
    place(a) - place(b) ||
    byText(a.KPI, b.KPI) ||
    dimension(a) - dimension(b) ||
    byText(a.Unit, b.Unit) ||
    (a.Date ?? 0) - (b.Date ?? 0)
  );
}
