import { freezeFormulas, unfreezeFormulas, type SharingReport } from "../analyses/sharing/freeze-formulas";
import { frozenFormulasTable } from "../workbook/tables";
import { WorkbookError } from "../workbook/workbook";
import { parse } from "./arguments";
import { CommandError, write, type Command, type CommandStreams, type ExitCode } from "./command";
import { refuseSameFile, writeAtomically } from "./files";
import { FreezableFile } from "./freezable-file";
import { openWorkbook, type WorkbookFile } from "./workbook-file";

const inventory = frozenFormulasTable.name;
const rest = `All else in the file stays as it is, byte for byte; Excel's own formulas stay formulas. IN.xlsx is not touched. Nothing is
written where a sheet concerned is protected: unprotect it in Excel first.
`;

export const freezeCommand: Command = {
  name: "freeze",
  summary: "put values in place of Stockbook's formulas, to share a workbook with people who do not have it",
  help: `stockbook freeze IN.xlsx OUT.xlsx

Replaces every formula that uses a function of Stockbook by the value stored in the file, spilled answers with it, and keeps
the formulas in the table ${inventory}, from where unfreeze puts them back. So are formulas that reach such a function by a
defined name, or read its spilled answer as A1#. Values are those of the last calculation: stockbook calc brings them up to date.
${rest}
Exit code: 0 when all was frozen, 1 when some formulas had no value to keep and are named, 2 when no file was written.
`,
  run: (args, streams) =>
    share(args, streams, async (file, { codec }) => {
      const usesOurs = (formula: string) => codec.encode(formula).custom;
      return told(await freezeFormulas(file, file, usesOurs, () => undefined), "frozen", "stay formulas");
    }),
};

export const unfreezeCommand: Command = {
  name: "unfreeze",
  summary: "put the formulas back that freeze replaced by values",
  help: `stockbook unfreeze IN.xlsx OUT.xlsx

Puts the formulas of the table ${inventory} back where the cells still hold the frozen values. Cells that were changed since are
named and left as they are; the table keeps their formulas.
${rest}
Exit code: 0 when all was restored, 1 when some cells had been changed, 2 when no file was written.
`,
  run: (args, streams) =>
    share(args, streams, async (file) =>
      told(
        await unfreezeFormulas(file, file, () => undefined),
        "restored",
        "were changed since and stay as they are",
      ),
    ),
};

interface Told {
  readonly summary: string;
  readonly lines: readonly string[];
}

function told({ formulas, cells, left }: SharingReport, done: string, leftAre: string): Told {
  const rest = left.length === 0 ? "" : `; ${left.length} ${leftAre}`;
  return {
    summary: `${formulas} formulas ${done}, ${cells} cells${rest}`,
    lines: left.map(({ address, why }) => `${address} ${why}`),
  };
}

async function share(
  args: readonly string[],
  { stdout, stderr }: CommandStreams,
  work: (file: FreezableFile, source: WorkbookFile) => Promise<Told>,
): Promise<ExitCode> {
  const [input, output] = parse(args, {}, ["IN.xlsx", "OUT.xlsx"]).positionals;
  await refuseSameFile(input, output);
  const source = await openWorkbook(input);
  const file = new FreezableFile(source);
  const { summary, lines } = await work(file, source).catch((thrown: unknown) => {
    throw thrown instanceof WorkbookError ? new CommandError(thrown.message) : thrown;
  });
  await writeAtomically(output, file.toBytes());
  await write(stdout, `${summary}\n`);
  for (const line of lines) await write(stderr, `${line}\n`);
  return lines.length === 0 ? 0 : 1;
}
