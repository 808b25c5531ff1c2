import { cellName, contains, rangeName, type CellRange } from "../a1";
import type { CellValue } from "../content";
import type { FormulaCodec } from "../formula/formula-codec";
import { element, formulaXml, valueXml } from "../write/cell-xml";
import { spillRange } from "../write/plan-formula";
import { XlsxError } from "../xlsx-error";
import { asCell, plainValue } from "./cell-input";
import type { NewCell, NewSheet } from "./new-workbook";
import type { StyleSheet } from "./styles-xml";
import { tableRange } from "./table-xml";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/** The only record of a new workbook's metadata part. */
const DYNAMIC_ARRAY = "1";

export interface SheetParts {
  readonly codec: FormulaCodec;
  readonly styles: StyleSheet;
  readonly strings: Map<string, number>;
  readonly active: boolean;
}

export function sheetXml(sheet: NewSheet, parts: SheetParts): { xml: string; dynamicArrays: boolean } {
  const grid = placeCells(sheet);
  const writer = new RowWriter(sheet, parts);
  let last = 0;
  const rows = grid
    .map((cells, row) => {
      last = Math.max(last, cells.length);
      const xml = cells.map((cell, column) => (cell ? writer.cell(row, column, cell) : "")).join("");
      return xml === "" ? "" : `<row r="${row + 1}">${xml}</row>`;
    })
    .join("");
  const range = { row: 0, column: 0, rows: Math.max(1, grid.length), columns: Math.max(1, last) };
  const xml =
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}">` +
    `<dimension ref="${rangeName(range)}"/>${viewXml(sheet, parts.active)}<sheetFormatPr defaultRowHeight="15"/>` +
    columnsXml(sheet, parts.styles) +
    `<sheetData>${rows}</sheetData><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>` +
    tablesXml(sheet) +
    "</worksheet>";
  return { xml, dynamicArrays: writer.dynamicArrays };
}

type PlacedCell = NewCell & { readonly spilled?: boolean };

/** The cells by row and column, the cached results of array formulas in the cells where they are shown. */
function placeCells(sheet: NewSheet): (PlacedCell | undefined)[][] {
  const grid: (PlacedCell | undefined)[][] = sheet.rows.map((row) => row.map(asCell));
  sheet.rows.forEach((cells, row) =>
    cells.forEach((input, column) => {
      const { spill } = asCell(input) ?? {};
      spill?.forEach((results, r) =>
        results.forEach((value, c) => {
          if (r === 0 && c === 0) return;
          const line = (grid[row + r] ??= []);
          const there = line[column + c];
          if (there && (there.formula !== undefined || there.value !== undefined))
            throw new XlsxError(
              "conflict",
              `${sheet.name}!${cellName(row + r, column + c)} lies under the results of ${cellName(row, column)}.`,
            );
          line[column + c] = { ...there, value, spilled: true };
        }),
      );
    }),
  );
  return Array.from(grid, (row) => Array.from(row ?? []));
}

class RowWriter {
  dynamicArrays = false;
  readonly #parts: SheetParts;
  readonly #tables: readonly { name: string; range: CellRange }[];

  constructor(sheet: NewSheet, parts: SheetParts) {
    this.#parts = parts;
    this.#tables = (sheet.tables ?? []).map((table) => ({ name: table.name, range: tableRange(table) }));
  }

  cell(row: number, column: number, cell: PlacedCell): string {
    const formula = cell.formula === undefined ? undefined : this.#formula(row, column, cell);
    const calculated = formula !== undefined || cell.spilled === true;
    const style = this.#parts.styles.indexOf(cell.style);
    const { type, xml } = this.#value(plainValue(cell), calculated);
    const attributes = {
      r: cellName(row, column),
      s: style === 0 ? undefined : String(style),
      t: type,
      cm: formula?.dynamic ? DYNAMIC_ARRAY : undefined,
    };
    return element("", "c", attributes, (formula?.xml ?? "") + xml);
  }

  #value(value: CellValue, calculated: boolean): { type?: string; xml: string } {
    if (typeof value !== "string" || calculated) return valueXml("", value, calculated);
    const { strings } = this.#parts;
    const index = strings.get(value) ?? strings.size;
    strings.set(value, index);
    return { type: "s", xml: `<v>${index}</v>` };
  }

  #formula(
    row: number,
    column: number,
    { formula, spill, dynamic }: PlacedCell,
  ): { xml: string; dynamic: boolean } {
    const table = this.#tables.find(({ range }) => contains(range, row, column))?.name;
    const { text, custom } = this.#parts.codec.encode(formula!, table);
    if (!custom && !dynamic && spill === undefined) return { xml: formulaXml("", text), dynamic: false };
    this.dynamicArrays = true;
    const ref = rangeName(spillRange({ row, column, spill }));
    return { xml: formulaXml("", text, { t: "array", ref }), dynamic: true };
  }
}

function viewXml({ freeze, gridLines }: NewSheet, active: boolean): string {
  const rows = freeze?.rows ?? 0;
  const columns = freeze?.columns ?? 0;
  const attributes = `${gridLines === false ? ' showGridLines="0"' : ""}${active ? ' tabSelected="1"' : ""} workbookViewId="0"`;
  if (rows === 0 && columns === 0) return `<sheetViews><sheetView${attributes}/></sheetViews>`;
  const pane = rows > 0 && columns > 0 ? "bottomRight" : rows > 0 ? "bottomLeft" : "topRight";
  const split = `${columns > 0 ? ` xSplit="${columns}"` : ""}${rows > 0 ? ` ySplit="${rows}"` : ""}`;
  return (
    `<sheetViews><sheetView${attributes}><pane${split} topLeftCell="${cellName(rows, columns)}" activePane="${pane}" state="frozen"/>` +
    `<selection pane="${pane}"/></sheetView></sheetViews>`
  );
}

function columnsXml({ columns }: NewSheet, styles: StyleSheet): string {
  if (!columns || columns.length === 0) return "";
  const xml = columns.map(({ width = 8.43, style }, index) => {
    const number = styles.indexOf(style);
    return `<col min="${index + 1}" max="${index + 1}" width="${width}"${number > 0 ? ` style="${number}"` : ""} customWidth="1"/>`;
  });
  return `<cols>${xml.join("")}</cols>`;
}

function tablesXml({ tables }: NewSheet): string {
  if (!tables || tables.length === 0) return "";
  const xml = tables.map((_, index) => `<tablePart r:id="rId${index + 1}"/>`);
  return `<tableParts count="${tables.length}">${xml.join("")}</tableParts>`;
}
