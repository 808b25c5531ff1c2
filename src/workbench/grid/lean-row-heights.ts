import {
  WrapStrategy,
  type ICellData,
  type Injector,
  type IStyleData,
  type Nullable,
  type Workbook,
  type Worksheet,
} from "@univerjs/core";
import { SheetInterceptorService } from "@univerjs/sheets";

const nothing = { preUndos: [], undos: [], preRedos: [], redos: [] };

/**
 * After each edit the grid measures the cells of the rows it touched: half the time of writing a table. A row of plain text at the usual
 * height stays as it is, so only others are measured.
 */
export function measureFewRows(injector: Injector, workbook: Workbook): void {
  const service = injector.get(SheetInterceptorService);
  const measure = service.generateMutationsOfAutoHeight.bind(service);
  service.generateMutationsOfAutoHeight = (edit) => {
    const sheet = workbook.getSheetBySheetId(edit.subUnitId);
    if (edit.unitId !== workbook.getUnitId() || !sheet || edit.lazyAutoHeightRanges) return measure(edit);
    const styles = workbook.getStyles();
    const { rowData, columnData, defaultRowHeight } = sheet.getConfig();
    const cells = sheet.getCellMatrix();
    const mayDiffer = (row: number, column: number) =>
      isTall(cells.getValue(row, column), (cell) => styles.get(cell.s)) ||
      needsHeight(styles.get(columnData[column]?.s));
    const lowered = ({ startRow, endRow, startColumn, endColumn }: (typeof edit.ranges)[number]) => {
      for (let row = startRow; row <= endRow; row++) {
        const own = rowData[row];
        if ((own?.ah ?? own?.h ?? defaultRowHeight) !== defaultRowHeight) return false;
        if (needsHeight(styles.get(own?.s))) return false;
        for (let column = startColumn; column <= endColumn; column++)
          if (mayDiffer(row, column)) return false;
      }
      return true;
    };
    return (edit.autoHeightRanges ?? edit.ranges).every(lowered) ? nothing : measure(edit);
  };
  for (const sheet of workbook.getSheets()) measureFewCells(workbook, sheet);
  workbook.sheetCreated$.subscribe((sheet) => measureFewCells(workbook, sheet));
}

/** Before each edit the grid measures every cell it is going to write; one of plain text has not made its row any higher. */
function measureFewCells(workbook: Workbook, sheet: Worksheet): void {
  const styles = workbook.getStyles();
  const measure = sheet.getCellHeight.bind(sheet);
  sheet.getCellHeight = (row, column) =>
    isTall(sheet.getCellMatrix().getValue(row, column), (cell) => styles.get(cell.s)) ||
    needsHeight(styles.get(sheet.getConfig().columnData[column]?.s))
      ? measure(row, column)
      : 0;
}

function isTall(cell: Nullable<ICellData>, styleOf: (cell: ICellData) => Nullable<IStyleData>): boolean {
  return cell !== null && cell !== undefined && (Boolean(cell.p) || needsHeight(styleOf(cell)));
}

/** Text that breaks into lines, is turned or has a size of its own. */
function needsHeight(style: Nullable<IStyleData>): boolean {
  if (style === null || style === undefined) return false;
  return style.tb === WrapStrategy.WRAP || Boolean(style.tr) || Boolean(style.fs) || Boolean(style.ff);
}
