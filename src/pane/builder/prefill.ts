import type { Argument } from "../../functions/arguments";
import type { FunctionDefinition } from "../../functions/define";
import type { FieldTexts } from "./formula-text";

export interface TableColumns {
  readonly name: string;
  readonly columns: readonly string[];
}

export interface SelectedData {
  readonly address: string;
  readonly cells: number;
}

/** Columns that hold an argument under another name. */
const columnsOfArgument: Readonly<Record<string, readonly string[]>> = {
  value: ["acv"],
  unitcost: ["cost", "stdcost"],
  cost: ["cost", "stdcost"],
  current: ["abc"],
  keys: ["item"],
  items: ["item"],
  dates: ["date"],
};

/** References to table columns that fit an argument, such as Items[LeadTime]. */
export function fittingColumns(name: string, tables: readonly TableColumns[]): string[] {
  const wanted = [plain(name), ...(columnsOfArgument[plain(name)] ?? [])];
  return tables.flatMap((table) =>
    table.columns
      .filter((column) => wanted.includes(plain(column)))
      .map((column) => reference(table, column)),
  );
}

/**
 * Fields filled from what is at hand: required data from the selection where several cells are selected, other required
 * arguments that take a column from the first table that has one by their name.
 */
export function prefill(
  definition: FunctionDefinition,
  selected: SelectedData | undefined,
  tables: readonly TableColumns[],
): FieldTexts {
  const texts: Record<string, string> = {};
  let selection = selected !== undefined && selected.cells > 1 ? selected.address : undefined;
  for (const [name, argument] of Object.entries(definition.args)) {
    if (argument.optional || !takesMany(definition, argument)) continue;
    const [column] = fittingColumns(name, tables);
    if (argument.shape !== "scalar" && selection !== undefined) {
      texts[name] = selection;
      selection = undefined;
    } else if (column !== undefined) texts[name] = column;
  }
  return texts;
}

function takesMany(definition: FunctionDefinition, argument: Argument<unknown>): boolean {
  return argument.shape !== "scalar" || definition.vector;
}

function reference({ name }: TableColumns, column: string): string {
  return `${name}[${column.replace(/['#[\]@]/g, "'$&")}]`;
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}
