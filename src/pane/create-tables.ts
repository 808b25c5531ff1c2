import { tables as schemas, template } from "../workbook/tables";
import { WorkbookError, type Workbook } from "../workbook/workbook";

/** Creates one of our tables empty, or adds missing columns to it, with the formats of its schema. */
export async function createInWorkbook(
  workbook: Workbook,
  tableName: string,
  columns: readonly string[] = [],
): Promise<void> {
  const schema = schemas.find(({ name }) => name.toLowerCase() === tableName.toLowerCase());
  if (schema === undefined) throw new WorkbookError("not-found", `Stockbook knows no table ${tableName}.`);
  if (columns.length === 0) {
    await workbook.createTable(template(schema));
    return;
  }
  for (const column of columns) {
    await workbook.addColumn(tableName, column, schema.columns[column]?.format ?? "General");
  }
}
