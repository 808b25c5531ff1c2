import { readDynamicArrayMarks } from "./cell-metadata";
import type { DefinedName, TableContent, WorkbookContent } from "../content";
import { FormulaCodec } from "../formula/formula-codec";
import type { XlsxPackage } from "../package/xlsx-package";
import { readSheet, type SheetSurroundings } from "./read-sheet";
import { plainStyle, readStyles } from "./read-styles";
import { readTable } from "./read-table";
import { readSharedStrings } from "./shared-strings";
import { readTheme } from "./theme-colours";
import { readWorkbookPart, type SheetPart } from "../package/workbook-parts";
import { isOn } from "../xml/attributes";
import { childNamed, childrenNamed, parseXml, type XmlNode } from "../xml/xml-tree";

/**
 * Everything a grid and a calculator need from a workbook. `codec` (or the list of our functions' names) tells
 * which stored names are ours.
 */
export function readWorkbook(
  pkg: XlsxPackage,
  names: FormulaCodec | readonly string[] = [],
): WorkbookContent {
  const codec = FormulaCodec.of(names);
  const { workbook, sheets, allSheets } = readWorkbookPart(pkg);
  const related = (type: string) => {
    const part = pkg.related(pkg.workbookPart, type);
    return part !== undefined && pkg.has(part) ? { part, text: pkg.readText(part).text } : undefined;
  };
  const strings = related("sharedStrings");
  const metadata = related("sheetMetadata");
  const dateSystem = isOn(childNamed(workbook, "workbookPr")?.attributes.date1904) ? 1904 : 1900;
  const surroundings: SheetSurroundings = {
    strings: strings ? readSharedStrings(strings.text, strings.part, pkg.limits.cells) : [],
    codec,
    dateSystem,
    dynamicMarks: metadata ? readDynamicArrayMarks(metadata.text, metadata.part) : new Set(),
    budget: { cells: pkg.limits.cells, formulaCharacters: pkg.limits.formulaCharacters },
  };
  const styles = related("styles");
  const theme = related("theme");
  return {
    sheets: sheets.map((sheet) => readSheet({ ...sheet, text: pkg.readText(sheet.part).text }, surroundings)),
    activeSheet: activeSheet(workbook, sheets, allSheets),
    names: readNames(workbook, allSheets, codec),
    tables: sheets.flatMap((sheet) => readTables(pkg, sheet, codec)),
    dateSystem,
    styles: styles
      ? readStyles(parseXml(styles.text, styles.part), readTheme(theme && parseXml(theme.text, theme.part)))
      : [plainStyle],
    hasMacros: pkg.hasMacros,
  };
}

export function readTables(pkg: XlsxPackage, sheet: SheetPart, codec: FormulaCodec): TableContent[] {
  return pkg
    .relationships(sheet.part)
    .filter(({ type, target }) => type === "table" && pkg.has(target))
    .map(({ target }) => readTable(pkg.readText(target).text, target, sheet.name, codec));
}

function readNames(workbook: XmlNode, allSheets: readonly string[], codec: FormulaCodec): DefinedName[] {
  return childrenNamed(childNamed(workbook, "definedNames"), "definedName").map(({ attributes, text }) => ({
    name: attributes.name ?? "",
    sheet: attributes.localSheetId === undefined ? undefined : allSheets[Number(attributes.localSheetId)],
    refersTo: codec.decode(text),
    hidden: isOn(attributes.hidden),
  }));
}

/** The tab Excel left open counts chart sheets too; the first visible worksheet stands in when it is one of them. */
function activeSheet(workbook: XmlNode, sheets: readonly SheetPart[], allSheets: readonly string[]): number {
  const view = childNamed(childNamed(workbook, "bookViews"), "workbookView");
  const name = allSheets[Number(view?.attributes.activeTab ?? 0)];
  const active = sheets.findIndex((sheet) => sheet.name === name);
  const visible = sheets.findIndex((sheet) => sheet.state === "visible");
  return active >= 0 ? active : Math.max(0, visible);
}
