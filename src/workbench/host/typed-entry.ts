import type { HostInput, HostValue } from "./host-workbook";

/**
 * What Excel makes of something typed or written through Range.values: a formula, a number, a percentage, a date, a logical value or
 * text. A cell formatted as text (@) takes everything as it is; a leading apostrophe does the same.
 */
export function typedEntry(entry: HostValue, numberFormat: string): HostInput {
  if (typeof entry !== "string") return { value: entry };
  if (numberFormat === "@") return { value: entry };
  if (entry.startsWith("'")) return { value: entry.slice(1) };
  if (entry.length > 1 && entry.startsWith("=")) return { formula: entry };
  const text = entry.trim();
  if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) return { value: Number(text) };
  if (/^[+-]?(\d+\.?\d*|\.\d+)%$/.test(text)) return { value: Number(text.slice(0, -1)) / 100 };
  if (/^(true|false)$/i.test(text)) return { value: /^true$/i.test(text) };
  const date = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (date !== null) {
    const serial = Date.UTC(Number(date[1]), Number(date[2]) - 1, Number(date[3])) / 86_400_000 + 25_569;
    if (Number.isFinite(serial) && serial >= 1) return { value: serial };
  }
  return { value: entry };
}
