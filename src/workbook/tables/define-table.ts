/** What a column holds. Codes stay text: leading zeros survive, and 06-8108 is no date. */
export type ColumnKind = "code" | "text" | "number" | "date" | "flag" | "choice";

export interface Column<K extends ColumnKind = ColumnKind, C extends string = string> {
  readonly kind: K;
  readonly unit: string;
  readonly help: string;
  /** A row without it is an issue. */
  readonly required: boolean;
  /** Part of what makes a row unique. */
  readonly key: boolean;
  /** Lowest number allowed. */
  readonly min?: number;
  readonly max?: number;
  readonly choices?: readonly C[];
  /** Number format in Excel. */
  readonly format: string;
}

export type Columns = Readonly<Record<string, Column>>;

type ValueOf<K> =
  K extends Column<infer Kind, infer C>
    ? Kind extends "number" | "date"
      ? number
      : Kind extends "flag"
        ? boolean
        : Kind extends "choice"
          ? C
          : string
    : never;

/** One row as jobs read it; an absent value is null. Dates are Excel serials. */
export type Row<C extends Columns> = { readonly [Name in keyof C]: ValueOf<C[Name]> | null };

export interface TableSchema<C extends Columns = Columns> {
  readonly name: string;
  readonly summary: string;
  readonly columns: C;
}

interface Options {
  readonly key?: true;
  /** A key is required unless it may be blank. */
  readonly required?: boolean;
  readonly min?: number;
  readonly max?: number;
  readonly format?: string;
}

function column<K extends ColumnKind>(
  kind: K,
  unit: string,
  help: string,
  format: string,
  options: Options,
): Column<K> {
  const { key = false, required = key, ...rest } = options;
  return { kind, unit, help, required, key, format, ...rest };
}

/** Whole units with thousands, slow movers with two decimals; "#,##0.##" would show 14 as "14.". */
export const quantityFormat = "[=0]0;[<10]0.00;#,##0";

/** An identifier: text, even where it looks like a number. */
export const code = (help: string, options: Options = {}) => column("code", "text", help, "@", options);
export const words = (help: string, options: Options = {}) =>
  column("text", "text", help, "General", options);
export const date = (help: string, options: Options = {}) =>
  column("date", "date", help, "yyyy-mm-dd", options);
export const flag = (help: string, options: Options = {}) =>
  column("flag", "TRUE/FALSE", help, "General", options);
export const units = (help: string, options: Options = {}) =>
  column("number", "units", help, quantityFormat, { min: 0, ...options });
export const money = (help: string, unit: string, options: Options = {}) =>
  column("number", unit, help, "#,##0.00", { min: 0, ...options });
export const days = (help: string, options: Options = {}) =>
  column("number", "days", help, "General", { min: 0, ...options });
export const share = (help: string, options: Options = {}) =>
  column("number", "fraction", help, "0.0%", { min: 0, max: 1, ...options });
/** A point in time, as Excel serial with its fraction. */
export const moment = (help: string, options: Options = {}) =>
  column("number", "date and time, UTC", help, "yyyy-mm-dd hh:mm", { min: 1, ...options });
export const plain = (help: string, unit: string, options: Options = {}) =>
  column("number", unit, help, "General", options);

export function oneOf<const C extends string>(
  help: string,
  choices: readonly C[],
  options: Options = {},
): Column<"choice", C> {
  const { key = false, required = key } = options;
  return { kind: "choice", unit: choices.join(", "), help, required, key, format: "General", choices };
}

/** The one description of an Excel table: reading, writing, the empty template and the docs derive from it. */
export function defineTable<const C extends Columns>(schema: TableSchema<C>): TableSchema<C> {
  return schema;
}
