import type { CellValue } from "../content";
import type { RawCell } from "./sheet-walk";
import { unescapeCellText } from "../xml/xml-text";

/** What the cell shows, by its type attribute (ECMA-376 part 1, 18.18.11). */
export function cellValue(cell: RawCell, strings: readonly string[], dateSystem: 1900 | 1904): CellValue {
  const { value } = cell;
  const type = cell.tag.attributes.t ?? "n";
  if (value === undefined) return null;
  if (type === "inlineStr") return unescapeCellText(value);
  if (type === "str") return unescapeCellText(value);
  if (value.trim() === "") return null;
  switch (type) {
    case "s":
      return strings[Number(value)] ?? null;
    case "b":
      return value.trim() === "1" || value.trim() === "true";
    case "e":
      return { error: value.trim() };
    case "d":
      return dateSerial(value.trim(), dateSystem) ?? value;
    default: {
      const number = Number(value);
      return Number.isFinite(number) ? number : value;
    }
  }
}

const DAY = 86_400_000;

/** ISO 8601 date or time to Excel's day number. Excel counts 1900 as a leap year, so days before March 1900 are one less. */
function dateSerial(text: string, dateSystem: 1900 | 1904): number | undefined {
  const time = /^T?(\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)Z?$/.exec(text)?.[1];
  const moment = Date.parse(
    time
      ? `1970-01-01T${time}Z`
      : /T.*(?:Z|[+-]\d{2}:\d{2})$/.test(text)
        ? text
        : text.includes("T")
          ? `${text}Z`
          : text,
  );
  if (Number.isNaN(moment)) return undefined;
  if (time) return moment / DAY;
  if (dateSystem === 1904) return (moment - Date.UTC(1904, 0, 1)) / DAY;
  const serial = (moment - Date.UTC(1899, 11, 30)) / DAY;
  return serial < 61 ? serial - 1 : serial;
}
