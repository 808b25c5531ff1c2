import { columnLetters, parseAddress } from "../range-address";
import { rowRuns } from "../row-runs";
import { checkRow, placeOf } from "../table-checks";
import { WorkbookError, type Selection } from "../workbook";
import type { Exchange } from "./exchange";
import { isInvalidSelection } from "./failure";
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
  const all = runs.length === 1 || Office.context.requirements.isSetSupported("ExcelApi", "1.18");
  await exchange.send(() => {
    const sheet = found.table.worksheet;
    sheet.activate();
    if (runs.length > 1 && all) sheet.getRanges(whole).select();
    else sheet.getRange(whole.split(",")[0]).select();
  });
  if (!all) {
    throw new WorkbookError(
      "failed",
      `This version of Excel selects one block of rows at a time: the first of ${runs.length} is selected.`,
    );
  }
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
  const ask = (find: () => Excel.Range) =>
    exchange.send(() => {
      const first = find();
      return {
        range: first.load("rowCount,columnCount"),
        sheet: first.worksheet.load("name"),
        anchor: first.getCell(0, 0).getSpillParentOrNullObject().load("address,formulas"),
      };
    });
  // Of several areas the first. They are asked for only then: Excel hangs over the areas of a whole sheet (office-js issue 5758).
  const { range, sheet, anchor } = await ask(() => exchange.workbook.getSelectedRange()).catch(
    (thrown: unknown) => {
      if (!isInvalidSelection(thrown)) throw thrown;
      return ask(() => exchange.workbook.getSelectedRanges().areas.getItemAt(0));
    },
  );
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
