import type { Columns, TableSchema } from "../workbook/tables";

/** A schema with the columns a job uses: a mistake in any other column is no reason to leave a row out. */
export function narrowed<C extends Columns, const N extends keyof C & string>(
  schema: TableSchema<C>,
  names: readonly N[],
): TableSchema<Pick<C, N>> {
  const columns = Object.fromEntries(names.map((name) => [name, schema.columns[name]])) as Pick<C, N>;
  return { ...schema, columns };
}
