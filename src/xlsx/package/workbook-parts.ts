import type { SheetState } from "../content";
import type { XlsxPackage } from "./xlsx-package";
import { prefixedAttribute } from "../xml/attributes";
import { damaged, XlsxError } from "../xlsx-error";
import { childNamed, childrenNamed, parseXml, type XmlNode } from "../xml/xml-tree";

export interface SheetPart {
  readonly name: string;
  readonly state: SheetState;
  readonly part: string;
}

/** The workbook part and where its sheets are. Chart sheets and dialogs are left out: they hold no cells. */
export function readWorkbookPart(pkg: XlsxPackage): {
  workbook: XmlNode;
  sheets: SheetPart[];
  allSheets: string[];
} {
  const workbook = parseXml(pkg.readText(pkg.workbookPart).text, pkg.workbookPart);
  const relationships = new Map(pkg.relationships(pkg.workbookPart).map((one) => [one.id, one]));
  const sheets: SheetPart[] = [];
  const allSheets: string[] = [];
  for (const { attributes } of childrenNamed(childNamed(workbook, "sheets"), "sheet")) {
    const name = attributes.name ?? "";
    allSheets.push(name);
    const relationship = relationships.get(prefixedAttribute(attributes, "id") ?? "");
    if (!relationship || !pkg.has(relationship.target)) throw damaged(`the sheet ${name} is missing`);
    if (relationship.type === "worksheet")
      sheets.push({ name, state: sheetState(attributes.state), part: relationship.target });
  }
  if (sheets.length === 0) throw new XlsxError("damaged", "The workbook holds no worksheet.");
  return { workbook, sheets, allSheets };
}

function sheetState(text: string | undefined): SheetState {
  return text === "hidden" || text === "veryHidden" ? text : "visible";
}
