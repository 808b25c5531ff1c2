import { bucketOf } from "../../engine/calendar";
import type { Issue } from "../../workbook/tables";
import { balanceOn, currentCost, type CostBasis, type PresentStock } from "./leaf-balance";
import type { LeafMoves, Move } from "./leaf-moves";
import { costOfItem, type ItemFacts, type MasterData } from "./master-data";
import { monthEnd } from "./month-ends";
import type { LeafStock, StockPosition } from "./stock-position";

/** One item at one place, month by month; all arrays run over the months of the history. Own stock only. */
export interface LeafHistory {
  readonly id: string;
  readonly item: string;
  readonly location: string;
  readonly facts: ItemFacts | undefined;
  /** Stock now, of both owners. */
  readonly stock: LeafStock | undefined;
  /** Money per unit today; NaN where not known. */
  readonly unitCost: number;
  /** At the end of each month. */
  readonly units: readonly number[];
  readonly values: readonly number[];
  /** Cost of what was issued in each month, less what came back. */
  readonly issuedCost: readonly number[];
  readonly issuedUnits: readonly number[];
  /** Cost of what was scrapped in each month. */
  readonly scrappedCost: readonly number[];
  /** Mean of the stock value at the ends of all days of each month. */
  readonly dailyValues: readonly number[];
  /** Day of the last issue, an Excel serial; undefined where none is known. */
  readonly lastIssue: number | undefined;
  readonly moves: readonly Move[];
}

export interface CompanyHistory {
  /** Numbers of months as `bucketOf` has them; of the first one only the balance is known. */
  readonly months: readonly number[];
  readonly asOf: number;
  readonly leaves: readonly LeafHistory[];
  readonly issues: readonly Issue[];
}

interface Request {
  readonly master: MasterData;
  readonly position: StockPosition;
  readonly moves: LeafMoves;
  /** Day of the stock, an Excel serial. */
  readonly asOf: number;
  /** Last month of the history. */
  readonly last: number;
  /** Months to look back at most. */
  readonly most: number;
  readonly basis: CostBasis;
}

const none: readonly Move[] = [];

/** Stock, issues and write-offs by month, worked back from the stock of today. Without movements there is one month, that of today. */
export function companyHistory(request: Request): CompanyHistory {
  const { master, position, moves, asOf, last, most, basis } = request;
  const { firstMonth } = moves;
  const opening = firstMonth === undefined || firstMonth > last ? last : firstMonth - 1;
  const from = Math.max(opening, last - most);
  const months = Array.from({ length: last - from + 1 }, (_, i) => from + i);
  const issues: Issue[] = [];
  const stocks = new Map(position.leaves.map((leaf) => [leaf.id, leaf] as const));
  const ids = new Set([...stocks.keys(), ...moves.byLeaf.keys()]);
  const leaves: LeafHistory[] = [];
  for (const id of ids) {
    const [item, location] = id.split("\t");
    const facts = master.items.get(item);
    const stock = stocks.get(id);
    const own = moves.byLeaf.get(id) ?? none;
    const itemCost = costOfItem(facts);
    const present = { asOf, units: stock?.own ?? 0, value: stock?.value ?? 0, itemCost };
    // Stock without a cost was told where Stock was read.
    if (Number.isNaN(present.value)) continue;
    const unitCost = currentCost(present);
    const priced = own.find(({ quantity, cost }) => quantity !== 0 && Number.isNaN(cost));
    if (Number.isNaN(unitCost) && priced !== undefined) {
      const message = `Cost must be given where Items[Cost] of ${item} is blank`;
      issues.push({ table: "Transactions", row: priced.row, column: "Cost", message });
      continue;
    }
    leaves.push({
      id,
      item,
      location,
      facts,
      stock,
      unitCost,
      ...monthly(months, present, own, basis),
      lastIssue: lastIssueBy(own, asOf),
      moves: own,
    });
  }
  issues.push(...negativeStock(leaves, months));
  return { months, asOf, leaves, issues };
}

function monthly(months: readonly number[], present: PresentStock, moves: readonly Move[], basis: CostBasis) {
  const balances = months.map((month) => balanceOn(monthEnd(month), present, moves, basis));
  const sums = () => new Array<number>(months.length).fill(0);
  const [issuedCost, issuedUnits, scrappedCost] = [sums(), sums(), sums()];
  for (const { day, quantity, cost, kind } of moves) {
    if (kind !== "issue" && kind !== "scrap") continue;
    const at = bucketOf(day, "M") - months[0];
    if (at < 1 || at >= months.length) continue;
    const money = -quantity * (Number.isNaN(cost) ? costAround(balances, at, present) : cost);
    if (kind === "scrap") scrappedCost[at] += money;
    else {
      issuedCost[at] += money;
      issuedUnits[at] -= quantity;
    }
  }
  return {
    units: balances.map(({ units }) => units),
    values: balances.map(({ value }) => value),
    issuedCost,
    issuedUnits,
    scrappedCost,
    dailyValues: months.map((month, i) => dailyMean(month, balances, i, moves, present)),
  };
}

/** Unit cost of the stock at the end of a month, else at its start, else of today. */
function costAround(
  balances: readonly { readonly units: number; readonly value: number }[],
  at: number,
  present: PresentStock,
): number {
  const known = [balances[at], balances[at - 1]].find(({ units, value }) => units > 0 && value > 0);
  return known === undefined ? currentCost(present) : known.value / known.units;
}

/** Mean of the values at the ends of all days of a month: units day by day, at the unit cost of its end. */
function dailyMean(
  month: number,
  balances: readonly { readonly units: number; readonly value: number }[],
  at: number,
  moves: readonly Move[],
  present: PresentStock,
): number {
  if (at === 0) return balances[0].value;
  const end = monthEnd(month);
  const days = end - monthEnd(month - 1);
  let unitDays = 0;
  let units = balances[at].units;
  let until = end;
  for (let i = moves.length - 1; i >= 0 && moves[i].day > end - days; i--) {
    const { day, quantity } = moves[i];
    if (day > end) continue;
    unitDays += Math.max(0, units) * (until - day + 1);
    until = day - 1;
    units -= quantity;
  }
  unitDays += Math.max(0, units) * (until - (end - days));
  return (unitDays / days) * costAround(balances, at, present);
}

function lastIssueBy(moves: readonly Move[], asOf: number): number | undefined {
  for (let i = moves.length - 1; i >= 0; i--)
    if (moves[i].kind === "issue" && moves[i].quantity < 0 && moves[i].day <= asOf) return moves[i].day;
  return undefined;
}

/** One issue a leaf: the first month end at which more had gone out than was there. */
function negativeStock(leaves: readonly LeafHistory[], months: readonly number[]): Issue[] {
  return leaves.flatMap(({ item, location, units, moves }) => {
    const at = units.findIndex((quantity) => quantity < -1e-9);
    if (at < 0 || moves.length === 0) return [];
    const end = monthEnd(months[at]);
    const move = moves.filter(({ day, quantity }) => day <= end && quantity < 0).at(-1) ?? moves[0];
    const place = location === "" ? item : `${item} at ${location}`;
    const message = `movements take ${place} below 0 (${units[at]} units) by the end of that month: it counts as 0 in value`;
    return [{ table: "Transactions", row: move.row, column: "Qty", message }];
  });
}
