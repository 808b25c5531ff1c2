import type { Column, Columns, Row, TableSchema } from "../../../src/workbook/tables";
import { quantityFormat } from "../../../src/workbook/tables/define-table";
import type { NewCell, NewSheet } from "../../../src/xlsx";
import type { StyleName } from "../styles";

/** A table on a sheet of its own with the columns that any record fills, and those that stay empty for the planner to see. */
export function tableSheet<C extends Columns>(
  schema: TableSchema<C>,
  records: readonly Partial<Row<C>>[],
  empty: readonly (keyof C & string)[] = [],
): NewSheet {
  const used = (name: string) => records.some((record) => (record[name] ?? null) !== null);
  const names = Object.keys(schema.columns).filter((name) => used(name) || empty.includes(name));
  const columns = names.map((name) => schema.columns[name]);
  const styles = names.map((name, i) => styleOf(columns[i], records, name));
  return {
    name: schema.name,
    rows: [
      names.map((value): NewCell => ({ value, style: "heading" satisfies StyleName })),
      ...records.map((record) =>
        names.map((name, i): NewCell => {
          const value = (record[name] ?? null) as string | number | boolean | null;
          return { ...(value !== null && { value }), style: styles[i] };
        }),
      ),
    ],
    columns: names.map((name, i) => ({ width: widthOf(name, columns[i], records) })),
    freeze: { rows: 1 },
    tables: [{ name: schema.name, ref: `A1:${columnLetters(names.length)}${records.length + 1}` }],
  };
}

function styleOf(
  { kind, format }: Column,
  records: readonly Readonly<Record<string, unknown>>[],
  name: string,
): StyleName | undefined {
  if (kind === "code" || kind === "text") return "text";
  if (kind === "date") return "date";
  if (kind !== "number") return "centred";
  if (format.includes("%")) return "percent";
  const isWhole = records.every((record) => Number.isInteger(record[name] ?? 0));
  if (format === quantityFormat) return isWhole ? "whole" : "quantity";
  return format.includes(".00") ? "decimals" : undefined;
}

function widthOf(
  name: string,
  { kind }: Column,
  records: readonly Readonly<Record<string, unknown>>[],
): number {
  if (kind === "date") return 14;
  const longest = records.slice(0, 300).reduce((most, record) => {
    const value = record[name];
    return typeof value === "string" ? Math.max(most, value.length) : most;
  }, 0);
  return Math.min(60, Math.max(name.length + 7, longest + 2, 10));
}

function columnLetters(count: number): string {
  const index = count - 1;
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : `${String.fromCharCode(64 + Math.floor(index / 26))}${last}`;
}
