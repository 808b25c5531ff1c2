import { parseRange } from "../a1";
import type { TableContent } from "../content";
import type { FormulaCodec } from "../formula/formula-codec";
import { damaged } from "../xlsx-error";
import { childNamed, childrenNamed, parseXml } from "../xml/xml-tree";
import { unescapeCellText } from "../xml/xml-text";

export function readTable(text: string, part: string, sheet: string, codec: FormulaCodec): TableContent {
  const table = parseXml(text, part);
  const { attributes } = table;
  const ref = parseRange(attributes.ref ?? "");
  if (!ref) throw damaged(`the part ${part} does not say which cells its table covers`);
  const name = attributes.name ?? attributes.displayName ?? "";
  return {
    name,
    displayName: attributes.displayName ?? name,
    sheet,
    ref,
    headerRow: attributes.headerRowCount !== "0",
    totalsRow: Number(attributes.totalsRowCount ?? 0) > 0,
    columns: childrenNamed(childNamed(table, "tableColumns"), "tableColumn").map((column) => {
      const formula = childNamed(column, "calculatedColumnFormula")?.text;
      return {
        name: unescapeCellText(column.attributes.name ?? ""),
        formula: formula === undefined ? undefined : codec.decode(formula),
      };
    }),
    style: childNamed(table, "tableStyleInfo")?.attributes.name,
  };
}
