import { calculateWorkbook, type CalculatedWorkbook } from "../calculator/calculate-workbook";
import type { BlankRule } from "../calculator/blank-rule";
import { directTransport } from "../calculator/call-transport";
import { unprefixedCatalogue } from "../functions/catalogue";
import { FunctionCache } from "../functions/memoise";
import { FormulaCodec, openPackage, readWorkbook, type WorkbookContent, type XlsxPackage } from "../xlsx";
import type { CommandStreams } from "./command";
import { readInput } from "./files";
import { nodePool } from "./node-pool";
import { lineOn } from "./progress";

export interface WorkbookFile {
  readonly pkg: XlsxPackage;
  readonly codec: FormulaCodec;
  readonly content: WorkbookContent;
}

export async function openWorkbook(path: string): Promise<WorkbookFile> {
  const pkg = openPackage(await readInput(path));
  const codec = new FormulaCodec(unprefixedCatalogue.map(({ name }) => name));
  return { pkg, codec, content: readWorkbook(pkg, codec) };
}

/** Calculates with progress on a terminal, and says on standard error which cells were left as they were. */
export async function calculateFile(
  { content }: WorkbookFile,
  blanks: BlankRule,
  streams: CommandStreams,
): Promise<CalculatedWorkbook> {
  const { stderr } = streams;
  const line = lineOn(stderr);
  const calculated = await calculateWorkbook(content, {
    transport: directTransport(new FunctionCache(nodePool(streams).call)),
    blanks,
    timeLimit: Infinity,
    onProgress: (done, total) =>
      line.show(`Calculating ${done.toLocaleString("en")} of ${total.toLocaleString("en")} formulas`),
  });
  line.end();
  for (const { sheet, cell, formula, reason } of calculated.kept) {
    stderr.write(`${sheet}!${cell} keeps its stored value: ${reason}. ${formula}\n`);
  }
  return calculated;
}
