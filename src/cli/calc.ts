import type { CalculatedWorkbook } from "../calculator/calculate-workbook";
import { cellName, freezeValues, openPackage, writeCells, type SheetEdits } from "../xlsx";
import { blankRule, parse } from "./arguments";
import type { Command } from "./command";
import { refuseSameFile, writeAtomically } from "./files";
import { calculateFile, openWorkbook } from "./workbook-file";

export const calcCommand: Command = {
  name: "calc",
  summary: "calculate an Excel workbook and write the results to a new file",
  help: `stockbook calc IN.xlsx OUT.xlsx [--values] [--blanks=zero|null]

Calculates every formula of IN.xlsx, Excel's own and Stockbook's, and writes a copy with the results. All else in the
file stays as it is, byte for byte. IN.xlsx is not touched.

--values        write values in place of formulas: a copy that any program can read
--blanks=zero   blank cells reach Stockbook's functions as 0, as in Excel on the desktop (the default)
--blanks=null   blank cells stay blank, as in older versions of Excel on the web

A formula that uses something unknown keeps the value stored in the file and is named on standard error.
Exit code: 0 when all was calculated, 1 when some formulas kept their stored values, 2 when no file was written.
`,
  run: async (args, streams) => {
    const options = { values: { type: "boolean" }, blanks: { type: "string" } } as const;
    const { positionals, flag, text } = parse(args, options, ["IN.xlsx", "OUT.xlsx"]);
    const blanks = blankRule(text("blanks"));
    const [input, output] = positionals;
    await refuseSameFile(input, output);
    const file = await openWorkbook(input);
    const calculated = await calculateFile(file, blanks, streams);
    let bytes = writeCells(file.pkg, editsOf(calculated), file.codec);
    if (flag("values")) bytes = freezeValues(openPackage(bytes), file.codec);
    await writeAtomically(output, bytes);
    explainErrors(calculated, streams.stderr);
    return calculated.kept.length === 0 ? 0 : 1;
  },
};

function editsOf({ sheets }: CalculatedWorkbook): SheetEdits[] {
  return sheets.map(({ name, cells }) => ({
    sheet: name,
    cells: cells.map(({ content: { row, column }, value, spill }) =>
      spill === undefined ? { row, column, value } : { row, column, spill },
    ),
  }));
}

const mostExplained = 20;

/** A file holds only the code of an error; the words are said here. */
function explainErrors({ sheets }: CalculatedWorkbook, stderr: NodeJS.WritableStream): void {
  const errors = sheets.flatMap(({ name, cells }) =>
    cells.flatMap(({ content, error }) =>
      error === undefined
        ? []
        : [`${name}!${cellName(content.row, content.column)} ${error.code} ${error.message}\n`],
    ),
  );
  stderr.write(errors.slice(0, mostExplained).join(""));
  if (errors.length > mostExplained) stderr.write(`... and ${errors.length - mostExplained} more errors\n`);
}
