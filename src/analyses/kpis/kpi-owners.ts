import { kpiDefsTable, readRows, type Issue, type Row } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";
import { kpiCalled, kpiList } from "./kpi-list";

export interface KpiTerms {
  readonly owner: string;
  readonly counterMetric: string;
  readonly better: "up" | "down";
  readonly basis: string | undefined;
  readonly currencyDate: string;
  readonly target: number | undefined;
}

type DefsRow = Row<typeof kpiDefsTable.columns>;

const oneCurrency = "company currency, nothing converted";

/**
 * Who owns each KPI and which one keeps it honest: KPIDefs, and where it says nothing what the KPI itself proposes. A KPI without an owner,
 * or whose counter-metric is itself or has no values anywhere, is told.
 * @param others KPIs that the team keeps in the table KPI itself
 */
export function kpiTerms(
  defs: TableContent | undefined,
  others: ReadonlySet<string>,
): { readonly of: ReadonlyMap<string, KpiTerms>; readonly issues: readonly Issue[] } {
  const read = defs && readRows(kpiDefsTable, defs.columns, defs.rows);
  const issues: Issue[] = [...(read?.issues ?? [])];
  /** The name under which a KPI has values; undefined where it has none. */
  const known = (name: string) =>
    kpiCalled(name)?.name ?? (others.has(name.trim().toLowerCase()) ? name : undefined);
  const tell = (row: number, column: string, message: string) =>
    issues.push({ table: kpiDefsTable.name, row, column, message });
  read?.rows.forEach((row, i) => {
    const name = row.KPI as string;
    const counter = row.CounterMetric ?? "";
    const own = kpiCalled(name);
    if (row.Owner === null) tell(read.rowNumbers[i], "Owner", `Owner of ${name} must not be blank`);
    if (counter === "") {
      const advice = own === undefined ? "" : `, such as ${own.counterMetric}`;
      tell(read.rowNumbers[i], "CounterMetric", `${name} must have a counter-metric${advice}`);
    } else if (known(counter) === undefined || known(counter) === known(name)) {
      const rule = "must be another KPI that has values";
      tell(read.rowNumbers[i], "CounterMetric", `CounterMetric of ${name} ${rule}, got ${counter}`);
    }
  });
  const of = new Map(
    kpiList.map((kpi) => {
      const row = read?.rows.find(({ KPI }) => kpiCalled(KPI ?? "") === kpi);
      return [kpi.name, termsOf(kpi, row, known)] as const;
    }),
  );
  const ownerless = kpiList.filter(({ name }) => of.get(name)?.owner === "").map(({ name }) => name);
  const inDefs = (name: string) => read?.rows.some(({ KPI }) => kpiCalled(KPI ?? "")?.name === name);
  const missing = ownerless.filter((name) => !inDefs(name));
  if (missing.length > 0) tell(0, "Owner", `no row, and so no owner, for ${missing.join(", ")}`);
  return { of, issues };
}

function termsOf(
  { name, counterMetric, better }: (typeof kpiList)[number],
  row: DefsRow | undefined,
  known: (name: string) => string | undefined,
): KpiTerms {
  const given = known(row?.CounterMetric ?? "");
  return {
    owner: row?.Owner ?? "",
    counterMetric: given === undefined || given === name ? counterMetric : given,
    better: row?.Better ?? better,
    basis: row?.Basis ?? undefined,
    currencyDate: row?.CurrencyDate ?? oneCurrency,
    target: row?.Target ?? undefined,
  };
}
