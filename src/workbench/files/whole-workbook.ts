import { BooleanNumber, HorizontalAlign, VerticalAlign, WrapStrategy } from "@univerjs/core";
import type { Injector, IStyleData, Nullable, Workbook, Worksheet } from "@univerjs/core";
import { SheetTableService, type ITableInfo } from "@univerjs/sheets-table";
import {
  rangeName,
  type NewCell,
  type NewSheet,
  type NewStyle,
  type NewTable,
  type NewWorkbook,
} from "../../xlsx";
import { SheetReader } from "../grid/sheet-reader";
import { cellRange } from "./grid-range";
import { gridNames } from "./grid-names";

/** Everything the grid holds, for a file that is written from nothing. */
export function wholeWorkbook(injector: Injector, workbook: Workbook): NewWorkbook {
  const styles = new StyleNames(workbook);
  const tables = injector.get(SheetTableService).getTableList(workbook.getUnitId());
  return {
    sheets: workbook.getSheets().map((sheet) => newSheet(injector, sheet, styles, tables)),
    styles: styles.all,
    names: gridNames(injector, workbook).map(({ name, refersTo }) => ({ name, refersTo })),
    activeSheet: workbook.getActiveSheet()?.getName(),
  };
}

function newSheet(
  injector: Injector,
  sheet: Worksheet,
  styles: StyleNames,
  tables: readonly ITableInfo[],
): NewSheet {
  const reader = new SheetReader(injector, sheet);
  const last = reader.lastUsed();
  const freeze = sheet.getFreeze();
  return {
    name: sheet.getName(),
    rows: newRows(reader, sheet, styles, last),
    columns: Array.from({ length: last.column + 1 }, (_, column) => ({
      width: Math.round(((sheet.getColumnWidth(column) - 5) / 7) * 100) / 100,
    })),
    freeze: { rows: Math.max(0, freeze.ySplit), columns: Math.max(0, freeze.xSplit) },
    tables: tables.filter(({ subUnitId }) => subUnitId === sheet.getSheetId()).map(newTable),
    gridLines: sheet.getConfig().showGridlines !== BooleanNumber.FALSE,
    state: sheet.isSheetHidden() === BooleanNumber.TRUE ? "hidden" : "visible",
  };
}

function newRows(
  reader: SheetReader,
  sheet: Worksheet,
  styles: StyleNames,
  last: { readonly row: number; readonly column: number },
): (NewCell | undefined)[][] {
  const spills = reader.spills();
  const rows: (NewCell | undefined)[][] = [];
  for (let row = 0; row <= last.row; row++) {
    const cells: (NewCell | undefined)[] = [];
    for (let column = 0; column <= last.column; column++) {
      const own = sheet.getCellMatrix().getValue(row, column);
      const style = styles.nameOf(own?.s);
      const formula = reader.formula(row, column);
      const spill = formula && spills.find((area) => area.row === row && area.column === column);
      if (formula !== undefined) {
        const result = spill ? { spill: reader.values(spill.range) } : { value: reader.value(row, column) };
        cells.push({ formula, ...result, ...style });
      } else if (own?.v !== undefined && own.v !== null) {
        cells.push({ value: reader.value(row, column), ...style });
      } else {
        cells.push(style === undefined ? undefined : style);
      }
    }
    rows.push(cells);
  }
  return rows;
}

function newTable(table: ITableInfo): NewTable {
  const formulas = table.columns.filter(({ formula }) => formula !== "");
  return {
    name: table.name,
    ref: rangeName(cellRange(table.range)),
    ...(formulas.length === 0
      ? {}
      : {
          columnFormulas: Object.fromEntries(
            formulas.map(({ displayName, formula }) => [displayName, formula]),
          ),
        }),
  };
}

/** Gives each look in use a name, once. */
class StyleNames {
  private readonly names = new Map<string, string>();
  readonly all: Record<string, NewStyle> = {};

  constructor(private readonly workbook: Workbook) {}

  nameOf(style: Nullable<IStyleData | string>): { readonly style: string } | undefined {
    const data = typeof style === "string" ? this.workbook.getStyles().get(style) : style;
    if (data === undefined || data === null) return undefined;
    const plain = newStyle(data);
    const key = JSON.stringify(plain);
    if (key === "{}") return undefined;
    let name = this.names.get(key);
    if (name === undefined) {
      name = `style${this.names.size + 1}`;
      this.names.set(key, name);
      this.all[name] = plain;
    }
    return { style: name };
  }
}

const horizontal = {
  [HorizontalAlign.LEFT]: "left",
  [HorizontalAlign.CENTER]: "center",
  [HorizontalAlign.RIGHT]: "right",
  [HorizontalAlign.JUSTIFIED]: "justify",
} as const;

const vertical = {
  [VerticalAlign.TOP]: "top",
  [VerticalAlign.MIDDLE]: "center",
  [VerticalAlign.BOTTOM]: "bottom",
} as const;

function newStyle(style: IStyleData): NewStyle {
  const alignment = horizontal[style.ht as keyof typeof horizontal];
  const level = vertical[style.vt as keyof typeof vertical];
  const colour = hexColour(style.cl?.rgb);
  const fill = hexColour(style.bg?.rgb);
  return {
    ...(style.n?.pattern ? { numberFormat: style.n.pattern } : {}),
    ...(style.bl === BooleanNumber.TRUE ? { bold: true } : {}),
    ...(style.it === BooleanNumber.TRUE ? { italic: true } : {}),
    ...(style.fs === undefined ? {} : { size: style.fs }),
    ...(colour === undefined ? {} : { colour }),
    ...(fill === undefined ? {} : { fill }),
    ...(alignment === undefined ? {} : { horizontal: alignment }),
    ...(level === undefined ? {} : { vertical: level }),
    ...(style.tb === WrapStrategy.WRAP ? { wrap: true } : {}),
  };
}

/** The grid's menus write rgb(1,2,3) and short forms; a file knows #RRGGBB alone. */
function hexColour(colour: Nullable<string>): string | undefined {
  if (colour === undefined || colour === null) return undefined;
  if (/^#[0-9a-f]{6}$/i.test(colour)) return colour.toUpperCase();
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(colour);
  if (short)
    return `#${short
      .slice(1)
      .map((digit) => digit + digit)
      .join("")}`.toUpperCase();
  const parts = /^rgba?\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)/i.exec(colour);
  if (!parts) return undefined;
  return `#${parts
    .slice(1)
    .map((part) => Number(part).toString(16).padStart(2, "0"))
    .join("")}`.toUpperCase();
}
