/** 10,000 safety stocks in one sheet, calculated anew, against the same written out with functions of Excel. */
import { calculateWorkbook } from "../../src/calculator/calculate-workbook";
import { directTransport } from "../../src/calculator/call-transport";
import { FunctionCache } from "../../src/functions/memoise";
import type { CellContent, WorkbookContent } from "../../src/xlsx/content";

const rows = 10_000;

/** One sheet of 10,000 formulas over three columns of numbers. */
function sheetOf(formula: (row: number) => string): WorkbookContent {
  const cells: CellContent[] = [];
  for (let row = 0; row < rows; row++) {
    const numbers = [50 + (row % 400), 5 + (row % 37), 1 + (row % 11)];
    numbers.forEach((value, column) => cells.push({ row, column, value, style: 0 }));
    cells.push({ row, column: 3, value: null, style: 0, formula: formula(row + 1) });
  }
  return {
    sheets: [
      {
        name: "Plan",
        state: "visible",
        cells,
        rowCount: rows,
        columnCount: 4,
        columns: [],
        rows: [],
        frozen: { rows: 0, columns: 0 },
        merges: [],
        gridLines: true,
        protected: false,
      },
    ],
    activeSheet: 0,
    names: [],
    tables: [],
    dateSystem: 1900,
    styles: [],
    hasMacros: false,
  };
}

async function seconds(content: WorkbookContent): Promise<number> {
  const start = performance.now();
  await calculateWorkbook(content, { transport: directTransport(new FunctionCache()) });
  return (performance.now() - start) / 1000;
}

async function main(): Promise<void> {
  const plain = sheetOf((row) => `=NORM.S.INV(0.95)*SQRT(C${row}*B${row}^2+A${row}^2*0.25)`);
  const ours = sheetOf((row) => `=SAFETYSTOCK(A${row},B${row},C${row},0.95,0.5)`);
  await seconds(plain);
  const plainSeconds = await seconds(plain);
  const ourSeconds = await seconds(ours);
  console.log(
    `SAFETYSTOCK ${ourSeconds.toFixed(2)} s, the same in plain formulas ${plainSeconds.toFixed(2)} s, ` +
      `ratio ${(ourSeconds / plainSeconds).toFixed(2)}`,
  );
}

// A pass of the formula engine may leave a channel open that would keep Node alive.
void main().then(() => process.exit(0));
