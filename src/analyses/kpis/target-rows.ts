import { kpiTargetsTable, type Row } from "../../workbook/tables";
import { isoTextOfSerial } from "../../engine/calendar";
import { monthEnd } from "../health/month-ends";
import type { KpiTerms } from "./kpi-owners";
import { monthReached, type TargetPath } from "./target-path";
import type { CompanyUnit } from "./unit-figures";

export type TargetRow = Row<typeof kpiTargetsTable.columns>;

interface Request {
  readonly unit: CompanyUnit;
  readonly path: TargetPath;
  /** The last month of the history. */
  readonly last: number;
  /** Cost of issues at a yearly rate, money; 0 where nothing was issued. */
  readonly yearlyCost: number;
  readonly terms: ReadonlyMap<string, KpiTerms>;
  readonly runId: string;
}

/** A path as rows, today first; what KPIDefs asks for is judged in the first one. */
export function targetRows({ unit, path, last, yearlyCost, terms, runId }: Request): TargetRow[] {
  const asked = unit.dimension === "total" ? askedStock(terms, yearlyCost) : undefined;
  return path.stock.map((stock, month): TargetRow => ({
    Dimension: unit.dimension,
    Unit: unit.unit,
    Month: monthEnd(last + month),
    Stock: stock,
    Entitled: path.entitled,
    Cycle: path.cycle,
    Safety: path.safety,
    Pipeline: path.pipeline,
    Excess: path.excess[month],
    Turns: stock > 0 && yearlyCost > 0 ? yearlyCost / stock : null,
    DOS: yearlyCost > 0 ? (stock / yearlyCost) * 365 : null,
    Asked: asked?.stock ?? null,
    Verdict: month > 0 || asked === undefined ? null : verdict(path, asked, last),
    RunId: runId,
  }));
}

interface Asked {
  readonly kpi: string;
  readonly stock: number;
}

/** The target of KPIDefs as stock at cost: of Turns, else DOS, else Stock value. */
function askedStock(terms: ReadonlyMap<string, KpiTerms>, yearlyCost: number): Asked | undefined {
  const target = (name: string) => terms.get(name)?.target;
  const [turns, dos, stock] = [target("Turns"), target("DOS"), target("Stock value")];
  if (turns !== undefined && turns > 0 && yearlyCost > 0) return { kpi: "Turns", stock: yearlyCost / turns };
  if (dos !== undefined && yearlyCost > 0) return { kpi: "DOS", stock: (yearlyCost * dos) / 365 };
  return stock === undefined ? undefined : { kpi: "Stock value", stock };
}

function verdict(path: TargetPath, { kpi, stock }: Asked, last: number): string {
  const what = `the target of ${kpi} asks for ${money(stock)}`;
  if (stock < path.entitled * (1 - 1e-9)) {
    return `${what}, less than the ${money(path.entitled)} the policies entitle to: change the policies or the target`;
  }
  const month = monthReached(path, stock);
  if (month === undefined)
    return `${what}: not within ${path.stock.length - 1} months, excess burns more slowly`;
  return month === 0
    ? `${what}: reached today`
    : `${what}: reached by ${isoTextOfSerial(monthEnd(last + month))}`;
}

const money = (value: number) => Math.round(value).toLocaleString("en");
