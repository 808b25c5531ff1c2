import { bestDisposal, breakEvenDiscount, disposalValue, type HoldingTerms } from "../../engine/lifecycle";
import { stockStatus } from "../../engine/valuation";
import { dispositionsTable, type Row } from "../../workbook/tables";
import type { Company } from "../health/company";
import type { LeafHistory } from "../health/leaf-history";
import { monthEnd } from "../health/month-ends";
import type { Route, WaysOut } from "./ways-out";

export type DispositionRow = Row<typeof dispositionsTable.columns>;

export interface DispositionRules {
  readonly slow: number;
  readonly dead: number;
  /** Yearly cost of holding as a share of the cost of a unit. */
  readonly holding: number;
  readonly rate: number;
}

const YEAR = 12;
const columns: Readonly<Record<Route, "Discount" | "Return" | "Rework" | "Scrap" | "Donate">> = {
  discount: "Discount",
  return: "Return",
  rework: "Rework",
  scrap: "Scrap",
  donate: "Donate",
};

/** The best way out for own stock above twelve months of demand, and for all of it where it is obsolete; the most money first. */
export function dispositionRows(
  company: Company,
  ways: WaysOut,
  rules: DispositionRules,
  runId: string,
): DispositionRow[] {
  const { history, demand, moves } = company;
  const today = monthEnd(history.months[history.months.length - 1]);
  const before = moves.firstMonth === undefined ? undefined : monthEnd(moves.firstMonth - 1);
  const rows = history.leaves.flatMap((leaf) => {
    const onHand = leaf.units[leaf.units.length - 1];
    const coming = demand.of(leaf.item, leaf.location).coming.slice(0, YEAR);
    const forecast12 = coming.reduce((sum, units) => sum + units, 0);
    // Stock older than all movements was last issued before them, if ever.
    const lastIssue = leaf.lastIssue ?? (leaf.units[0] > 0 && before !== undefined ? before : undefined);
    const status = stockStatus(
      { onHand, lastIssue: lastIssue === undefined ? undefined : Math.min(lastIssue, today), forecast12 },
      { asOf: today, slow: rules.slow, dead: rules.dead },
    );
    const quantity = status === "Obsolete" ? onHand : Math.max(0, onHand - forecast12);
    if (quantity <= 0 || status === "New" || status === "No stock") return [];
    return dispositionOf(leaf, quantity, status, ways, rules, runId);
  });
  return rows.sort((a, b) => (b.Cost ?? 0) - (a.Cost ?? 0));
}

function dispositionOf(
  leaf: LeafHistory,
  quantity: number,
  status: string,
  ways: WaysOut,
  { holding, rate }: DispositionRules,
  runId: string,
): DispositionRow[] {
  const cost = leaf.unitCost;
  const priced = {
    item: leaf.item,
    family: leaf.facts?.Family ?? "",
    cost,
    price: leaf.facts?.Price ?? null,
  };
  const options = ways.of(priced);
  if (options.length === 0) return [];
  const terms: HoldingTerms = { holdingCost: (holding * cost) / YEAR, rate };
  const values = new Map(options.map((way) => [way.name, disposalValue(quantity, way, terms)] as const));
  const best = bestDisposal(quantity, options, terms);
  const others = options.filter(({ name }) => name !== best.name);
  const second = others.length === 0 ? undefined : bestDisposal(quantity, others, terms);
  const discount = options.find(({ name }) => name === "discount");
  const target = Math.max(...[...values].filter(([name]) => name !== "discount").map(([, value]) => value));
  const listPrice = ways.priceOf(priced) ?? 0;
  const breakEven =
    discount === undefined || listPrice <= 0 || !Number.isFinite(target)
      ? null
      : breakEvenDiscount(quantity, { listPrice, option: discount, target }, terms);
  const byRoute = { Discount: null, Return: null, Rework: null, Scrap: null, Donate: null };
  return [
    {
      Item: leaf.item,
      Location: leaf.location,
      Status: status,
      Qty: quantity,
      Cost: quantity * cost,
      Best: best.name as Route,
      NetValue: best.netValue,
      Second: (second?.name as Route | undefined) ?? null,
      SecondValue: second?.netValue ?? null,
      BreakEven: breakEven,
      ...byRoute,
      ...Object.fromEntries([...values].map(([name, value]) => [columns[name], value])),
      Hazard: leaf.facts?.Hazard ?? null,
      RunId: runId,
    },
  ];
}
