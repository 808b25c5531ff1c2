import { checkFormula, noCells, noSheet, noTable, placeOf } from "../table-checks";
import { parseStructured, type StructuredReference } from "../structured-reference";
import { WorkbookError, type RangeContent } from "../workbook";
import type { Exchange } from "./exchange";
import { isInvalid, toWorkbookError } from "./failure";
import { existingTable, tableCells } from "./find-table";
import { readContent } from "./transfer";

const withSheet = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/s;
/** A1, A1:B2, A:C and 2:7, with or without dollar signs. */
const cells =
  /^\$?[a-z]{1,3}\$?\d{1,7}(:\$?[a-z]{1,3}\$?\d{1,7})?$|^\$?[a-z]{1,3}:\$?[a-z]{1,3}$|^\$?\d+:\$?\d+$/i;

/** How to reach cells by address, such as Plan!B2:C5; without a sheet on the active one. Names a sheet that is not there. */
export async function rangeAt(exchange: Exchange, address: string): Promise<() => Excel.Range> {
  const [, quoted, bare, rest = address.trim()] = withSheet.exec(address.trim()) ?? [];
  const name = quoted?.replace(/''/g, "'") ?? bare;
  if (!cells.test(rest)) throw noCells(address);
  const { worksheets } = exchange.workbook;
  if (name === undefined) return () => worksheets.getActiveWorksheet().getRange(rest);
  const sheet = await exchange.send(() => worksheets.getItemOrNullObject(name).load("name"));
  if (sheet.isNullObject) throw noSheet(name);
  return () => sheet.getRange(rest);
}

/** Reads an address, a spilled answer (B2#), a structured reference, a table or a defined name. */
export async function readReference(exchange: Exchange, reference: string): Promise<RangeContent> {
  const text = reference.trim();
  const structured = parseStructured(text);
  if (structured !== undefined) return readStructured(exchange, structured);
  if (text.endsWith("#")) {
    const anchor = await rangeAt(exchange, text.slice(0, -1));
    const spill = await exchange.send(() => anchor().getSpillingToRangeOrNullObject().load("address"));
    if (spill.isNullObject) throw new WorkbookError("not-found", `${text} is not a spilled answer.`);
    return readContent(exchange, () => spill);
  }
  if (text.includes("!") || cells.test(text)) return readContent(exchange, await rangeAt(exchange, text));
  const { names, tables } = exchange.workbook;
  const named = await exchange.send(() => ({
    item: names.getItemOrNullObject(text).load("name"),
    table: tables.getItemOrNullObject(text).load("name"),
  }));
  if (!named.table.isNullObject) return readStructured(exchange, { table: text, part: "data" });
  if (named.item.isNullObject) throw noCells(reference);
  const range = await exchange.send(() => named.item.getRangeOrNullObject().load("address"));
  if (range.isNullObject) throw new WorkbookError("not-found", `The name ${text} does not stand for cells.`);
  return readContent(exchange, () => range);
}

async function readStructured(
  exchange: Exchange,
  { table, part, from, to }: StructuredReference,
): Promise<RangeContent> {
  const found = await existingTable(exchange, table);
  const { info, headerRows, hasTotals } = found;
  const places = [
    from === undefined ? 0 : placeOf(info, from),
    to === undefined ? info.columns.length - 1 : placeOf(info, to),
  ];
  const column = Math.min(...places);
  const columns = Math.max(...places) - column + 1;
  if (part === "headers" && headerRows === 0) throw noTable(`${table} with headers`);
  const row = part === "data" ? 0 : -headerRows;
  const all = headerRows + info.rowCount + (hasTotals ? 1 : 0);
  const rows = { data: info.rowCount, headers: 1, all }[part];
  return readContent(exchange, () => tableCells(found, { row, column, rows, columns }));
}

export async function writeFormula(exchange: Exchange, address: string, formula: string): Promise<string> {
  checkFormula(formula);
  const range = await rangeAt(exchange, address);
  const cell = await exchange.send(() => range().getCell(0, 0).load("address,numberFormat"));
  // A cell formatted as text would show the formula instead of its result.
  const isText = cell.numberFormat[0][0] === "@";
  await exchange
    .send(() => {
      if (isText) cell.numberFormat = [["General"]];
      cell.formulas = [[formula]];
    })
    .catch((thrown: unknown) => {
      if (!isInvalid(thrown)) throw toWorkbookError(thrown);
      throw new WorkbookError("invalid", `Excel does not take this formula: ${formula}`);
    });
  return cell.address;
}
