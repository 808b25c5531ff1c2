import { allocationMethods, type AllocationRule } from "../engine/allocation";
import { serialOfIsoText } from "../engine/calendar";
import { invalidInput } from "../engine/errors";
import {
  allocationRulesTable,
  allocationsTable,
  customersTable,
  itemsTable,
  lettersTable,
  openOrdersTable,
  readRows,
  runsTable,
  stockTable,
  type Issue,
  type Row,
} from "../workbook/tables";
import type { TableContent } from "../workbook/workbook";
import { lettersOf } from "./allocation/letters";
import { customers, openLines, type OpenLine } from "./allocation/open-lines";
import { shareItem, type SharedLine } from "./allocation/share-item";
import { defineAnalysis, needs, tableRows, wants, type AnalysisOutcome } from "./define-analysis";
import { leafId } from "./forecast/plan-forecast";
import { masterData } from "./health/master-data";
import { onlyPlaces } from "./health/only-place";
import { stockPosition } from "./health/stock-position";
import { tablesHash } from "./tables-hash";
import { choiceOption, flagOption, numberOption, textOption } from "./options";

/** What the pane shows beside the tables. */
export interface AllocationDetails {
  readonly lines: readonly SharedLine[];
  /** Items and places where orders want more than there is. */
  readonly short: number;
  readonly letters: number;
}

export const allocateStock = defineAnalysis({
  id: "allocate",
  summary:
    "Shares stock that is short among open orders, says why, and writes a letter text to each customer who has to wait.",
  notes: [
    "Supply is usable stock, consigned goods included, on the latest day of Stock. Where open orders of an item at a place want more, it is shared as ALLOCATE does: by Customers[Priority], fairly within a tier, each with its promised part (Floor) first.",
    "An order without a Location takes from the one place with the item, of several what the orders of those places leave.",
    "AllocationRules gets a row when method or rounding differ from the last one in force, with who changed it and why (options by and reason).",
  ],
  options: {
    method: choiceOption("By priority, fairly or equally", allocationMethods, "PRIORITY"),
    multiple: numberOption("Quantities are multiples of it; 0 leaves them unrounded", "units", 1, { min: 0 }),
    all: flagOption("Also list orders of items that are not short", false),
    until: textOption("Only orders requested up to this day, such as 2026-03-31; blank for all"),
    by: textOption("Who sets the rule, for the log"),
    reason: textOption("Why the rule is set, for the log"),
  },
  reads: {
    orders: needs(openOrdersTable),
    stock: needs(stockTable),
    items: needs(itemsTable),
    customers: wants(customersTable),
    rules: wants(allocationRulesTable),
  },
  writes: [allocationsTable, lettersTable, allocationRulesTable, runsTable],
  run: ({ tables, runId }, { method, multiple, all, until, by, reason }): AnalysisOutcome => {
    const rule: AllocationRule = { method, ...(multiple > 0 ? { multiple } : {}) };
    const master = masterData(tables.items, undefined);
    const position = stockPosition(tables.stock, master);
    const open = openLines(tables.orders, dayOf(until));
    const known = customers(tables.customers);
    const issues: Issue[] = [...master.issues, ...position.issues, ...open.issues, ...known.issues];
    const told = new Set<string>();
    for (const { customer, row } of open.lines) {
      if (tables.customers === undefined || customer === "" || known.of.has(customer) || told.has(customer))
        continue;
      told.add(customer);
      const message = `Customer must have a row in Customers that can be used, got ${customer}: served after all with a priority`;
      issues.push({ table: openOrdersTable.name, row, column: "Customer", message });
    }
    const ruleText = `${method}, ${multiple > 0 ? `multiples of ${multiple}` : "unrounded"}`;
    const stock = new SharedStock(position.leaves);
    const placeOf = onlyPlaces(position.leaves);
    const placed = open.lines.map((line) => ({
      ...line,
      location: line.location || (placeOf(line.item) ?? ""),
    }));
    const shared: SharedLine[] = [];
    let short = 0;
    for (const lines of byLeaf(placed)) {
      const [{ item, location, row }] = lines;
      const supply = stock.of(item, location);
      const wanted = lines.reduce((sum, line) => sum + line.wanted, 0);
      const isShort = wanted > supply;
      if (isShort) short++;
      stock.take(item, location, Math.min(supply, wanted));
      if (!isShort && !all) continue;
      const { lines: given, overpromised } = shareItem(lines, supply, (code) => known.of.get(code), rule);
      shared.push(...given);
      if (overpromised === null) continue;
      const where = location === "" ? "" : ` at ${location}`;
      const message = `${item}${where}: ${round(overpromised)} promised, ${round(supply)} there: the promises were shared by the same rule`;
      issues.push({ table: openOrdersTable.name, row, column: "Qty", message });
    }
    const letters = lettersOf(shared, runId);
    const log = ruleLog(tables.rules, { method, multiple, by, reason, runId }, ruleText);
    issues.push(...log.issues);
    const details: AllocationDetails = { lines: shared, short, letters: letters.length };
    return {
      results: [
        tableRows(
          allocationsTable,
          shared.map((line) => rowOf(line, ruleText, runId)),
        ),
        tableRows(lettersTable, letters),
        tableRows(allocationRulesTable, log.rows),
      ],
      issues,
      summary: `${short} items short; ${shared.length} order lines shared by ${ruleText}; ${letters.length} letters`,
      inputHash: tablesHash(tables),
      details,
    };
  },
});

/** Usable units of an item at a place; of all places, less what their own orders take, where an order names none. */
class SharedStock {
  private readonly units = new Map<string, number>();

  constructor(leaves: ReturnType<typeof stockPosition>["leaves"]) {
    for (const { item, location, ownUsable, vendorUsable } of leaves)
      for (const id of new Set([leafId(item, location), leafId(item, "")]))
        this.units.set(id, (this.units.get(id) ?? 0) + Math.max(0, ownUsable + vendorUsable));
  }

  of(item: string, location: string): number {
    return this.units.get(leafId(item, location)) ?? 0;
  }

  take(item: string, location: string, units: number): void {
    if (location === "") return;
    this.units.set(leafId(item, ""), Math.max(0, this.of(item, "") - units));
  }
}

/** Orders by item and place; those that name no place come last. */
function byLeaf(lines: readonly OpenLine[]): OpenLine[][] {
  const groups = new Map<string, OpenLine[]>();
  for (const line of lines) {
    const id = leafId(line.item, line.location);
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [line]);
    else group.push(line);
  }
  const namesNone = ([{ location }]: readonly OpenLine[]) => Number(location === "");
  return [...groups.values()].sort((a, b) => namesNone(a) - namesNone(b));
}

function rowOf(line: SharedLine, rule: string, runId: string): Row<typeof allocationsTable.columns> {
  const { order, item, location, customer, priority, requested, wanted, allocated, supply, reason } = line;
  return {
    SO: order,
    Line: line.line,
    Item: item,
    Location: location === "" ? null : location,
    Customer: customer === "" ? null : customer,
    Priority: Number.isNaN(priority) ? null : priority,
    Requested: requested,
    Wanted: wanted,
    Allocated: allocated,
    Short: wanted - allocated,
    FillRatio: allocated / wanted,
    Supply: supply,
    Reason: reason,
    Rule: rule,
    RunId: runId,
  };
}

type RuleRow = Row<typeof allocationRulesTable.columns>;

interface RuleSetting {
  readonly method: (typeof allocationMethods)[number];
  readonly multiple: number;
  readonly by: string;
  readonly reason: string;
  readonly runId: string;
}

/** The log so far, and a row more where the rule is another than the last; a change that nobody signs is told. */
function ruleLog(
  before: TableContent | undefined,
  setting: RuleSetting,
  text: string,
): { readonly rows: readonly RuleRow[]; readonly issues: readonly Issue[] } {
  const { rows, issues } =
    before === undefined
      ? { rows: [], issues: [] }
      : readRows(allocationRulesTable, before.columns, before.rows);
  const last = rows.at(-1);
  const lastText =
    last === undefined
      ? null
      : `${last.Method}, ${last.Multiple === null ? "unrounded" : `multiples of ${last.Multiple}`}`;
  if (lastText === text) return { rows, issues };
  const { method, multiple, by, reason, runId } = setting;
  const change: RuleRow = {
    RunId: runId,
    Method: method,
    Multiple: multiple > 0 ? multiple : null,
    Before: lastText,
    By: by === "" ? null : by,
    Reason: reason === "" ? null : reason,
  };
  const message = `By must say who changed the rule from ${lastText} to ${text}: give the option by`;
  const unsigned: Issue = { table: allocationRulesTable.name, row: rows.length + 1, column: "By", message };
  return {
    rows: [...rows, change],
    issues: by === "" && lastText !== null ? [...issues, unsigned] : issues,
  };
}

const round = (units: number) => Math.round(units * 100) / 100;

function dayOf(until: string): number {
  if (until.trim() === "") return Infinity;
  const serial = serialOfIsoText(until);
  if (serial === undefined) throw invalidInput("until", "must be a date such as 2026-03-31", until);
  return serial;
}
