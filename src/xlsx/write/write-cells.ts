import type { SheetEdits } from "./cell-edit";
import { DynamicArrayPart } from "./dynamic-array-part";
import { FormulaCodec } from "../formula/formula-codec";
import type { XlsxPackage } from "../package/xlsx-package";
import { PackageIndex } from "../package/package-index";
import { patchSheet } from "./patch-sheet";
import { planSheet } from "./plan-sheet";
import { readTables } from "../read/read-workbook";
import { mapSheet } from "./sheet-map";
import { readWorkbookPart } from "../package/workbook-parts";
import { XlsxError } from "../xlsx-error";
import type { XmlText } from "../xml/xml-text";

/**
 * The file with these cells changed. Only the sheets concerned are written anew, and in them only the cells
 * concerned; formulas with our functions, and formulas that spill, get the form Excel itself stores.
 * Nothing is written to the package that was passed in.
 */
export function writeCells(
  pkg: XlsxPackage,
  edits: readonly SheetEdits[],
  names: FormulaCodec | readonly string[] = [],
): Uint8Array {
  const codec = FormulaCodec.of(names);
  const { sheets } = readWorkbookPart(pkg);
  const arrays = new DynamicArrayPart(pkg);
  const changes = new Map<string, XmlText | null>();
  let formulasChanged = false;
  for (const { sheet, cells } of edits) {
    const found = sheets.find(({ name }) => name === sheet);
    if (!found) throw new XlsxError("conflict", `The workbook holds no sheet named ${sheet}.`);
    if (changes.has(found.part)) throw new XlsxError("conflict", `The edits name the sheet ${sheet} twice.`);
    if (cells.length === 0) continue;
    const { text, encoding } = pkg.readText(found.part);
    const map = mapSheet(text, found.part, cells, arrays.marks);
    const plan = planSheet(map, cells, {
      sheet,
      codec,
      tables: readTables(pkg, found, codec),
      dynamicMarks: arrays.marks,
      newMark: () => arrays.mark(),
    });
    formulasChanged ||= plan.formulasChanged;
    const patched = patchSheet(map, plan);
    if (patched !== text) changes.set(found.part, { text: patched, encoding });
  }
  const index = new PackageIndex(pkg);
  for (const [part, content] of arrays.changes(index)) changes.set(part, content);
  if (formulasChanged) dropCalculationChain(pkg, index, changes);
  for (const [part, content] of index.changes()) changes.set(part, content);
  return pkg.withParts(changes);
}

/** Excel rebuilds this list of formula cells when it is missing, and calls the file damaged when it is wrong. */
function dropCalculationChain(
  pkg: XlsxPackage,
  index: PackageIndex,
  changes: Map<string, XmlText | null>,
): void {
  const chain = pkg.related(pkg.workbookPart, "calcChain");
  if (chain === undefined) return;
  index.removeWorkbookPart(chain);
  changes.set(chain, null);
}
