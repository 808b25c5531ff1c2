import { addressOf, parseAddress, type Rectangle } from "../range-address";
import type { AreaEdit, CellValue, FormulaCell, RangeContent, WorkbookFormulas } from "../workbook";
import { asConstant } from "./cells";
import type { Exchange } from "./exchange";
import { readMany, type Rows, type SizedRange } from "./transfer";

/** Cells asked about, or areas written, in one message. */
const perMessage = 500;
const general = "General";

/** Every formula. Excel names the cells that hold one, so that sheets full of plain numbers are not read. */
export async function readFormulas(exchange: Exchange): Promise<WorkbookFormulas> {
  const { worksheets, names } = exchange.workbook;
  const whole = await exchange.send(() => ({
    sheets: worksheets.load("items/name"),
    names: names.load("items/name,items/formula"),
  }));
  const asked = await exchange.send(() =>
    whole.sheets.items.map((sheet) => ({
      name: sheet.name,
      names: sheet.names.load("items/name,items/formula"),
      found: sheet.getRange().getSpecialCellsOrNullObject("Formulas").load("areaCount"),
    })),
  );
  const areas = await exchange.send(() =>
    asked
      .filter(({ found }) => !found.isNullObject)
      .map(({ name, found }) => ({
        name,
        areas: found.areas.load("items/rowIndex,items/columnIndex,items/rowCount,items/columnCount"),
      })),
  );
  const ranges = areas.flatMap(({ name, areas: { items } }) =>
    items.map((range) => ({ sheet: name, range, rows: range.rowCount, columns: range.columnCount })),
  );
  const read = await readMany(exchange, ranges, "formulas");
  const all = [whole.names, ...asked.map((one) => one.names)].flatMap(({ items }) => items);
  return {
    cells: ranges.flatMap(({ sheet, range: { rowIndex, columnIndex } }, i) =>
      formulaCells({ sheet, row: rowIndex, column: columnIndex }, read[i].formulas),
    ),
    names: all.map(({ name, formula }) => ({ name, formula: String(formula) })),
  };
}

export async function protectedSheets(exchange: Exchange): Promise<string[]> {
  const sheets = await exchange.send(() => exchange.workbook.worksheets.load("items/name"));
  const asked = await exchange.send(() =>
    sheets.items.map(({ name, protection }) => ({ name, protection: protection.load("protected") })),
  );
  return asked.filter(({ protection }) => protection.protected).map(({ name }) => name);
}

function formulaCells(
  at: { readonly sheet: string; readonly row: number; readonly column: number },
  formulas: Rows,
): FormulaCell[] {
  return formulas.flatMap((cells, r) =>
    cells.flatMap((formula, c) => {
      if (typeof formula !== "string" || !formula.startsWith("=")) return [];
      const cell = { ...at, row: at.row + r, column: at.column + c, rowCount: 1, columnCount: 1 };
      return [{ address: addressOf(cell), formula }];
    }),
  );
}

export async function spillAreas(
  exchange: Exchange,
  addresses: readonly string[],
): Promise<(string | undefined)[]> {
  const areas: (string | undefined)[] = [];
  for (let from = 0; from < addresses.length; from += perMessage) {
    const cells = addresses.slice(from, from + perMessage).map(parseAddress);
    const asked = await exchange.send(() =>
      cells.map((cell) => {
        const range = rangeOf(exchange, cell);
        return {
          to: range.getSpillingToRangeOrNullObject().load("rowCount,columnCount"),
          anchor: range.getSpillParentOrNullObject().load("rowIndex,columnIndex"),
        };
      }),
    );
    asked.forEach(({ to, anchor }, i) => {
      const cell = cells[i];
      const own = anchor.isNullObject || (anchor.rowIndex === cell.row && anchor.columnIndex === cell.column);
      const size = to.isNullObject ? {} : { rowCount: to.rowCount, columnCount: to.columnCount };
      areas.push(own ? addressOf({ ...cell, ...size }) : undefined);
    });
  }
  return areas;
}

export async function readAreas(
  exchange: Exchange,
  addresses: readonly string[],
): Promise<(RangeContent | undefined)[]> {
  const { items } = await exchange.send(() => exchange.workbook.worksheets.load("items/name"));
  const sheets = new Set(items.map(({ name }) => name.toLowerCase()));
  const areas = addresses.map(parseAddress);
  const there = areas.filter(({ sheet = "" }) => sheets.has(sheet.toLowerCase()));
  const read = await readMany(
    exchange,
    there.map((area) => sized(exchange, area)),
    "values",
    "formulas",
  );
  const contents = new Map(there.map((area, i) => [area, { address: addressOf(area), ...read[i] }]));
  return areas.map((area) => contents.get(area));
}

/** Formats are read before and put back after: a cell formatted as text would take a number as text, and a formula too. */
export async function replaceAreas(exchange: Exchange, edits: readonly AreaEdit[]): Promise<void> {
  const blocks = stacked(edits);
  const ranges = blocks.map(({ area }) => sized(exchange, area));
  const formats = await readMany(exchange, ranges, "numberFormat");
  for (let from = 0; from < blocks.length; from += perMessage) {
    const portion = blocks.slice(from, from + perMessage);
    await exchange.send(() =>
      portion.forEach((block, i) => write(ranges[from + i], block, formats[from + i].numberFormat)),
    );
  }
}

function write({ range, rows, columns }: SizedRange, { cells }: Block, formats: Rows): void {
  const asText = formats.some((row) => row.includes("@"));
  if (asText) range.numberFormat = formats.map((row) => row.map(() => general));
  if (cells.length === rows && cells[0].length === columns) {
    range.formulas = cells.map((row) => [...row]);
  } else {
    range.clear("Contents");
    range.getCell(0, 0).formulas = [[cells[0][0]]];
  }
  range.numberFormat = formats as string[][];
}

/** Entries for an area: for all its cells, or one formula that covers it. */
interface Block {
  area: Rectangle;
  readonly cells: CellValue[][];
}

/** Rows that one block may gather. */
const mostRows = 2000;

/** Rows under each other are one block: a calculated column is written at once. */
function stacked(edits: readonly AreaEdit[]): Block[] {
  const blocks: Block[] = [];
  const last = new Map<string, Block>();
  for (const edit of edits) {
    const area = parseAddress(edit.address);
    const cells = "values" in edit ? edit.values.map((row) => row.map(asConstant)) : [[edit.formula]];
    const key = `${area.sheet}!${area.column}:${area.columnCount}`;
    const above = last.get(key);
    const whole = cells.length === area.rowCount && cells[0].length === area.columnCount;
    const rows = (above?.area.rowCount ?? 0) + area.rowCount;
    if (
      above !== undefined &&
      whole &&
      above.area.row + above.area.rowCount === area.row &&
      rows <= mostRows
    ) {
      above.cells.push(...cells);
      above.area = { ...above.area, rowCount: rows };
      continue;
    }
    const block = { area, cells };
    blocks.push(block);
    if (whole) last.set(key, block);
    else last.delete(key);
  }
  return blocks;
}

function rangeOf({ workbook }: Exchange, { sheet = "", ...area }: Rectangle): Excel.Range {
  return workbook.worksheets.getItem(sheet).getRange(addressOf(area));
}

function sized(exchange: Exchange, area: Rectangle): SizedRange {
  return { range: rangeOf(exchange, area), rows: area.rowCount, columns: area.columnCount };
}
