import type { CalculatedCell, CalculatedWorkbook } from "../calculator/calculate-workbook";
import { cellName, type CellValue, type SheetContent } from "../xlsx";
import { blankRule, parse } from "./arguments";
import { write, type Command } from "./command";
import { calculateFile, openWorkbook } from "./workbook-file";

/** Two programs that add the same numbers in another order differ in the last bits; a planner's change is larger. */
const relativeTolerance = 1e-12;

export const verifyCommand: Command = {
  name: "verify",
  summary: "calculate an Excel workbook again and list the cells that differ",
  help: `stockbook verify IN.xlsx [--blanks=zero|null]

Calculates every formula and compares the results with the values stored in the file, as an auditor would. Numbers are
equal up to their last bits (relative ${relativeTolerance}). Nothing is written.

--blanks=zero   blank cells reach Stockbook's functions as 0, as in Excel on the desktop (the default)
--blanks=null   blank cells stay blank, as in older versions of Excel on the web

Exit code: 0 when all values agree, 1 when some differ or could not be calculated, 2 when the file cannot be read.
`,
  run: async (args, streams) => {
    const { positionals, text } = parse(args, { blanks: { type: "string" } }, ["IN.xlsx"]);
    const blanks = blankRule(text("blanks"));
    const file = await openWorkbook(positionals[0]);
    const calculated = await calculateFile(file, blanks, streams);
    const { compared, differences } = compare(file.content.sheets, calculated);
    for (const line of differences) await write(streams.stdout, `${line}\n`);
    const kept = calculated.kept.length === 0 ? "" : `, ${calculated.kept.length} formulas not calculated`;
    await write(streams.stdout, `${compared} cells compared, ${differences.length} differ${kept}\n`);
    return differences.length === 0 && kept === "" ? 0 : 1;
  },
};

function compare(
  stored: readonly SheetContent[],
  { sheets }: CalculatedWorkbook,
): { compared: number; differences: string[] } {
  const differences: string[] = [];
  let compared = 0;
  sheets.forEach(({ name, cells }, index) => {
    const values = new Map(stored[index].cells.map(({ row, column, value }) => [`${row},${column}`, value]));
    for (const cell of cells) {
      for (const { row, column, value } of results(cell)) {
        compared++;
        const before = values.get(`${row},${column}`) ?? null;
        if (agree(before, value)) continue;
        const formula = cell.content.formula ?? "";
        const where = `${name}!${cellName(row, column)}`;
        differences.push(`${where}  stored ${shown(before)}  calculated ${shown(value)}  ${formula}`);
      }
    }
  });
  return { compared, differences };
}

function* results({ content, value, spill }: CalculatedCell) {
  const { row, column } = content;
  if (spill === undefined) yield { row, column, value };
  else
    for (let r = 0; r < spill.length; r++)
      for (let c = 0; c < spill[r].length; c++)
        yield { row: row + r, column: column + c, value: spill[r][c] };
}

/** An empty text and a blank look and read the same. */
function agree(stored: CellValue, calculated: CellValue): boolean {
  if (typeof stored === "number" && typeof calculated === "number") {
    return (
      Math.abs(stored - calculated) <= relativeTolerance * Math.max(Math.abs(stored), Math.abs(calculated))
    );
  }
  return shown(stored) === shown(calculated);
}

function shown(value: CellValue): string {
  if (value === null || value === "") return "nothing";
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return typeof value === "number" ? String(value) : value.error;
}
