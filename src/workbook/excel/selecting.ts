import { columnLetters, parseAddress } from "../range-address";
import { rowRuns } from "../row-runs";
import { checkRow, placeOf } from "../table-checks";
import { WorkbookError, type Selection } from "../workbook";
import type { Exchange } from "./exchange";
import { existingTable, tableCells } from "./find-table";
import { rangeAt } from "./references";
import { readContent } from "./transfer";

/** Longest list of areas that Excel selects at once, in characters (it documents 8192). */
const longestAddress = 8000;
/** Of a selection only so much is read. */
const mostRead = { rows: 200, columns: 60 } as const;

export async function selectTableRows(
  exchange: Exchange,
  name: string,
  rows: readonly number[],
): Promise<void> {
  const found = await existingTable(exchange, name);
  const { info, headerRows } = found;
  for (const row of rows) checkRow(info, row);
  const { row: top, column: left } = parseAddress(info.address);
  const runs = rowRuns(rows);
  if (runs.length === 0) return;
  const list = (right: number) =>
    runs
      .map((run) => run.map((row) => top + 1 + headerRows + row))
      .map(([first, last]) => `${columnLetters(left)}${first}:${columnLetters(right)}${last}`)
      .join(",");
  const whole = list(left + info.columns.length - 1);
  if (whole.length > longestAddress) {
    throw new WorkbookError(
      "invalid",
      `${rows.length} scattered rows are more than Excel selects at once. Sort or filter ${info.name} first.`,
    );
  }
  await exchange.send(() => {
    const sheet = found.table.worksheet;
    sheet.activate();
    if (runs.length === 1) sheet.getRange(whole).select();
    else sheet.getRanges(whole).select();
  });
}

export async function selectTableCell(
  exchange: Exchange,
  name: string,
  row: number,
  column: string,
): Promise<void> {
  const found = await existingTable(exchange, name);
  checkRow(found.info, row);
  const at = { row, column: placeOf(found.info, column), rows: 1, columns: 1 };
  await exchange.send(() => {
    found.table.worksheet.activate();
    tableCells(found, at).select();
  });
}

export async function select(exchange: Exchange, address: string): Promise<void> {
  const range = await rangeAt(exchange, address);
  await exchange.send(() => {
    const chosen = range();
    chosen.worksheet.activate();
    chosen.select();
  });
}

export async function readSelection(exchange: Exchange): Promise<Selection> {
  const { range, sheet, anchor } = await exchange.send(() => {
    // Not getSelectedRange: it fails where several areas are selected.
    const first = exchange.workbook.getSelectedRanges().areas.getItemAt(0);
    return {
      range: first.load("rowCount,columnCount"),
      sheet: first.worksheet.load("name"),
      anchor: first.getCell(0, 0).getSpillParentOrNullObject().load("address,formulas"),
    };
  });
  const { rowCount, columnCount } = range;
  const content = await readContent(exchange, () =>
    range.getAbsoluteResizedRange(Math.min(rowCount, mostRead.rows), Math.min(columnCount, mostRead.columns)),
  );
  const spillAnchor = anchor.isNullObject
    ? undefined
    : { address: anchor.address, formula: String(anchor.formulas[0][0]) };
  return {
    ...content,
    sheet: sheet.name,
    rowCount,
    columnCount,
    ...(spillAnchor === undefined ? {} : { spillAnchor }),
  };
}
