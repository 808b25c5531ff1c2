import { cellName } from "../a1";
import type { CellValue } from "../content";
import type { RawCell } from "../read/sheet-walk";
import { escapeCellText, escapeXml } from "../xml/xml-text";
import { XlsxError } from "../xlsx-error";

/** What a cell shall be: its formula element (ready XML, or none), its mark as a dynamic array, its value. */
export interface CellState {
  readonly formula: string | undefined;
  readonly cellMetadata: number | undefined;
  readonly value: CellValue;
  /** A value that a formula produced, here or by spilling, is text of type "str", not a constant. */
  readonly calculated: boolean;
}

/** Errors Excel stores; newer ones (#SPILL!, #CALC!, ...) it writes as #VALUE! and so do we. */
const STORED_ERRORS = ["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA"];
const LONGEST_TEXT = 32_767;

/** The attributes and elements of a value: type attribute, then <v> or <is>. */
export function valueXml(
  prefix: string,
  value: CellValue,
  calculated: boolean,
): { type?: string; xml: string } {
  const v = (text: string) => `<${prefix}v>${text}</${prefix}v>`;
  if (value === null) return { xml: "" };
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new XlsxError("conflict", `A cell cannot hold the number ${value}.`);
    return { xml: v(String(value)) };
  }
  if (typeof value === "boolean") return { type: "b", xml: v(value ? "1" : "0") };
  if (typeof value === "object")
    return { type: "e", xml: v(STORED_ERRORS.includes(value.error) ? value.error : "#VALUE!") };
  if (value.length > LONGEST_TEXT) {
    if (calculated) return valueXml(prefix, { error: "#VALUE!" }, true);
    throw new XlsxError(
      "conflict",
      `A cell holds at most ${LONGEST_TEXT} characters; this text has ${value.length}.`,
    );
  }
  if (calculated) return { type: "str", xml: v(escapeCellText(value)) };
  const space = /^\s|\s$|\n/.test(value) ? ' xml:space="preserve"' : "";
  return {
    type: "inlineStr",
    xml: `<${prefix}is><${prefix}t${space}>${escapeCellText(value)}</${prefix}t></${prefix}is>`,
  };
}

/** A cell that was in the file, with its style and everything else we do not speak of. */
export function rewriteCell(sheet: string, cell: RawCell, state: CellState): string {
  const { prefix } = cell.tag;
  const value = valueXml(prefix, state.value, state.calculated);
  const attributes: Record<string, string | undefined> = {
    r: cellName(cell.row, cell.column),
    ...cell.tag.attributes,
    t: value.type,
    cm: state.cellMetadata?.toString(),
    // Rich values (an error with its reason, a picture) belong to the value that was replaced.
    vm: undefined,
  };
  const children = (state.formula ?? "") + value.xml + otherChildren(sheet, cell);
  return element(prefix, "c", attributes, children);
}

export function newCell(
  prefix: string,
  row: number,
  column: number,
  style: string | undefined,
  state: CellState,
): string {
  const value = valueXml(prefix, state.value, state.calculated);
  const attributes = {
    r: cellName(row, column),
    s: style,
    t: value.type,
    cm: state.cellMetadata?.toString(),
  };
  return element(prefix, "c", attributes, (state.formula ?? "") + value.xml);
}

export function formulaXml(
  prefix: string,
  stored: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
): string {
  const space = /^\s|\s$|\n/.test(stored) ? { "xml:space": "preserve" } : {};
  return element(prefix, "f", { ...attributes, ...space }, escapeXml(stored));
}

export function element(
  prefix: string,
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
  children: string,
): string {
  let xml = `<${prefix}${name}`;
  for (const key in attributes)
    if (attributes[key] !== undefined) xml += ` ${key}="${escapeXml(attributes[key])}"`;
  return children === "" ? `${xml}/>` : `${xml}>${children}</${prefix}${name}>`;
}

/** Extension elements after the value; formula and value themselves are cut out. */
function otherChildren(sheet: string, cell: RawCell): string {
  if (cell.tag.selfClosing) return "";
  const cuts = [...cell.values, ...(cell.formula ? [cell.formula] : [])].sort((a, b) => a.start - b.start);
  let rest = "";
  let at = cell.tag.end;
  for (const cut of cuts) {
    rest += sheet.slice(at, cut.start);
    at = cut.end;
  }
  rest += sheet.slice(at, sheet.lastIndexOf("<", cell.end - 1));
  return rest.trim();
}
