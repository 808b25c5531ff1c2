import { ICommandService, UniverInstanceType, type IWorkbookData, type Workbook } from "@univerjs/core";
import { SetRangeValuesMutation } from "@univerjs/sheets";
import { attachCalculator } from "../../src/calculator/attach-calculator";
import { directTransport } from "../../src/calculator/call-transport";
import { readResult } from "../../src/calculator/cell-results";
import { createHeadlessUniver } from "../../src/calculator/headless-univer";
import { parseCell } from "../../src/xlsx/a1";

/** Cells as typed, by address; a formula begins with "=". */
export type TypedCells = Readonly<Record<string, number | string>>;

/** Sheets under edit, as in the workbench but without one. The id of a sheet is the name it begins with. */
export function openGrid(sheets: Readonly<Record<string, TypedCells>>) {
  const univer = createHeadlessUniver();
  const workbook = univer.createUnit<IWorkbookData, Workbook>(UniverInstanceType.UNIVER_SHEET, {
    id: "book",
    sheetOrder: Object.keys(sheets),
    sheets: Object.fromEntries(
      Object.entries(sheets).map(([name, cells]) => [
        name,
        { id: name, name, rowCount: 100, columnCount: 10, cellData: cellData(cells) },
      ]),
    ),
  });
  const injector = univer.__getInjector();
  const calculator = attachCalculator(injector, { transport: directTransport() });
  const commands = injector.get(ICommandService);
  const run = async (id: string, params: object) => {
    commands.syncExecuteCommand(id, { unitId: "book", ...params });
    await calculator.idle();
  };
  return {
    calculator,
    run,
    type: (subUnitId: string, cells: TypedCells) =>
      run(SetRangeValuesMutation.id, { subUnitId, cellValue: cellData(cells) }),
    at: (sheetId: string, address: string) => {
      const position = parseCell(address)!;
      const { value, spill } = readResult(injector, workbook, { unitId: "book", sheetId, ...position });
      return spill ?? value;
    },
    dispose: () => {
      calculator.dispose();
      univer.dispose();
    },
  };
}

export function cellData(cells: TypedCells): NonNullable<IWorkbookData["sheets"][string]["cellData"]> {
  const data: Record<number, Record<number, object>> = {};
  for (const [address, typed] of Object.entries(cells)) {
    const { row, column } = parseCell(address)!;
    (data[row] ??= {})[column] =
      typeof typed === "number"
        ? { v: typed, t: 2 }
        : typed.startsWith("=")
          ? { f: typed }
          : { v: typed, t: 1 };
  }
  return data;
}
