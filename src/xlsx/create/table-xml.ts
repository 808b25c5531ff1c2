import { parseRange, rangeName, type CellRange } from "../a1";
import type { FormulaCodec } from "../formula/formula-codec";
import { XlsxError } from "../xlsx-error";
import { escapeCellText, escapeXml } from "../xml/xml-text";
import { plainValue } from "./cell-input";
import type { NewSheet, NewTable } from "./new-workbook";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

export function tableRange(table: NewTable): CellRange {
  const range = parseRange(table.ref);
  if (!range) throw new XlsxError("conflict", `The table ${table.name} has no valid range: ${table.ref}.`);
  return range;
}

/** A table part. Excel calls a file damaged when the column names differ from the header cells, so they come from there. */
export function tableXml(table: NewTable, id: number, sheet: NewSheet, codec: FormulaCodec): string {
  const range = tableRange(table);
  const header = (sheet.rows[range.row] ?? [])
    .slice(range.column, range.column + range.columns)
    .map(plainValue);
  const names = header.filter((name): name is string => typeof name === "string" && name !== "");
  if (
    names.length !== range.columns ||
    new Set(names.map((name) => name.toLowerCase())).size !== names.length
  )
    throw new XlsxError("conflict", `The table ${table.name} needs a different text above every column.`);
  const ref = rangeName(range);
  const columns = names.map((name, index) => {
    const formula = table.columnFormulas?.[name];
    // A line break in an attribute would come back as a space.
    const open = `<tableColumn id="${index + 1}" name="${escapeCellText(name).replace(/\n/g, "_x000a_")}"`;
    if (formula === undefined) return `${open}/>`;
    const { text } = codec.encode(formula, table.name);
    return `${open}><calculatedColumnFormula>${escapeXml(text)}</calculatedColumnFormula></tableColumn>`;
  });
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n` +
    `<table xmlns="${MAIN}" id="${id}" name="${escapeXml(table.name)}" displayName="${escapeXml(table.name)}" ref="${ref}" totalsRowShown="0">` +
    `<autoFilter ref="${ref}"/><tableColumns count="${columns.length}">${columns.join("")}</tableColumns>` +
    `<tableStyleInfo name="${escapeXml(table.style ?? "TableStyleMedium2")}" showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/></table>`
  );
}
