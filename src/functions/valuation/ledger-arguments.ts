import { PlanningError, invalidInput } from "../../engine/errors";
import { dayOfSerial, serialOfIsoText } from "../../engine/calendar";
import type { Ledger } from "../../engine/valuation";
import { optional, parseNumber, type ListArgument } from "../arguments";
import { CellError, toCellError } from "../cell-error";
import type { Cell } from "../cells";
import { date, parseDate } from "../date-arguments";

/** Cells of a column of the ledger. They are read row by row, so that a bad one spoils only its item. */
export interface LedgerColumn {
  readonly cells: readonly Cell[];
  /** Place of the first of the cells in what was given: 2 below a header. */
  readonly first: number;
}

function ledgerColumn(
  label: string,
  unit: string,
  rule: string,
  isHeader: (cell: Cell) => boolean,
): ListArgument<LedgerColumn> {
  return {
    shape: "list",
    label,
    unit,
    rule: `a row or column, ${rule}`,
    optional: false,
    defaultText: "",
    numeric: true,
    parse: (cells) => {
      const start = isHeader(cells[0]) ? 1 : 0;
      return { cells: cells.slice(start), first: start + 1 };
    },
  };
}

const isText = (cell: Cell): boolean => typeof cell === "string";

/** Where every function that reads movements begins. */
export const movements = {
  dates: ledgerColumn(
    "Day of each movement",
    "date",
    "each a date, or text such as 2024-01-31",
    (cell) => typeof cell === "string" && serialOfIsoText(cell) === undefined,
  ),
  qty: ledgerColumn(
    "Units of each movement: + in, - out, 0 for a late invoice",
    "units",
    "in step with dates",
    isText,
  ),
  cost: ledgerColumn(
    "Cost per unit of what came in; money in all of a late invoice",
    "money",
    "in step with dates",
    isText,
  ),
};

export const lastDay = optional(date("Last day that counts"), undefined, "latest date");

const textColumn = (label: string) => ledgerColumn(label, "text", "in step with dates", () => false);

/** Where they end. */
export const itemsAndDocuments = {
  items: optional(textColumn("Item of each movement"), undefined, "one item"),
  ref: optional(
    textColumn("Document of each movement, shared by a return and what it returns"),
    undefined,
    "none",
  ),
};

export interface LedgerColumns {
  readonly dates: LedgerColumn;
  readonly qty: LedgerColumn;
  readonly cost: LedgerColumn;
  readonly items?: LedgerColumn;
  readonly ref?: LedgerColumn;
}

export interface ItemLedger {
  /** "" where no items are given. */
  readonly item: string;
  readonly ledger: Ledger;
  /** What is wrong with the first bad row of this item. */
  readonly fault?: CellError;
}

interface GrowingLedger extends Ledger {
  readonly dates: number[];
  readonly quantities: number[];
  readonly costs: number[];
  readonly refs?: string[];
  readonly positions: number[];
}

/** One ledger an item, in the order in which the items first appear, with the movements up to and with asof. */
export function itemLedgers(columns: LedgerColumns, asof: number | undefined): readonly ItemLedger[] {
  const { dates, qty } = columns;
  const cost = inStep("cost", columns.cost, dates);
  const items = columns.items && inStep("items", columns.items, dates);
  const refs = columns.ref && inStep("ref", columns.ref, dates);
  inStep("qty", qty, dates);
  const lastDay = asof === undefined ? Infinity : dayOfSerial(asof);
  const found = new Map<string, { item: string; ledger: GrowingLedger; fault?: CellError }>();
  dates.cells.forEach((date, i) => {
    // Some hosts make 0 of a blank; 0 is no date.
    if ((date === null || date === 0) && (qty.cells[i] === null || qty.cells[i] === 0)) return;
    const position = dates.first + i;
    const item = items === undefined ? "" : textOf(items[i]);
    let entry = found.get(item);
    if (entry === undefined) found.set(item, (entry = { item, ledger: emptyLedger(refs !== undefined) }));
    try {
      if (items !== undefined && item === "")
        throw invalidInput(`items at position ${position}`, "must be given", null);
      const day = parseDate(date, `dates at position ${position}`);
      if (dayOfSerial(day) > lastDay) return;
      const quantity = parseNumber(qty.cells[i], `qty at position ${position}`);
      const { ledger } = entry;
      ledger.dates.push(day);
      ledger.quantities.push(quantity);
      // The cost of what goes out comes from the layers; what stands in its cell does not matter.
      const costCell = quantity < 0 ? null : cost[i];
      ledger.costs.push(costCell === null ? NaN : parseNumber(costCell, `cost at position ${position}`));
      ledger.refs?.push(textOf(refs?.[i] ?? null));
      ledger.positions.push(position);
    } catch (thrown) {
      entry.fault ??= toCellError(thrown);
    }
  });
  if (found.size === 0)
    throw new PlanningError(
      "insufficient-data",
      "dates",
      "dates must hold at least one movement, got only blanks",
    );
  return [...found.values()];
}

const emptyLedger = (withRefs: boolean): GrowingLedger => ({
  dates: [],
  quantities: [],
  costs: [],
  positions: [],
  ...(withRefs ? { refs: [] } : {}),
});

function textOf(cell: Cell): string {
  if (cell instanceof CellError) throw cell;
  return cell === null ? "" : String(cell).trim();
}

/** The cells of a column in step with dates. Text columns cannot tell a header: one cell more than there are dates below theirs is one. */
function inStep(name: string, { cells, first }: LedgerColumn, dates: LedgerColumn): readonly Cell[] {
  if (first === 1 && dates.first === 2 && cells.length === dates.cells.length + 1) return cells.slice(1);
  if (cells.length !== dates.cells.length)
    throw invalidInput(name, `must have as many entries as dates (${dates.cells.length})`, cells.length);
  return cells;
}

/** The answer for one item, or its own error in its place. */
export function orError<T>(answer: () => T): T | CellError {
  try {
    return answer();
  } catch (thrown) {
    return toCellError(thrown);
  }
}

/** The ledger where there are no items; its first bad row is the error of the call. */
export function soundLedger({ ledger, fault }: ItemLedger): Ledger {
  if (fault !== undefined) throw fault;
  return ledger;
}
