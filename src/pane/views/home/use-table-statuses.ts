import { tableStatuses, type TableStatus } from "../../../analyses/table-status";
import { tables as schemas } from "../../../workbook/tables";
import type { TableContent, Workbook } from "../../../workbook/workbook";
import { useLive, type Loaded } from "../../use-live";

const knownNames = new Set(schemas.map(({ name }) => name.toLowerCase()));

async function readStatuses(workbook: Workbook): Promise<TableStatus[]> {
  const known = (await workbook.tables()).filter(({ name }) => knownNames.has(name.toLowerCase()));
  const contents = await Promise.all(known.map(({ name }) => workbook.readTable(name)));
  return tableStatuses(contents.filter((content): content is TableContent => content !== undefined));
}

export function useTableStatuses(): Loaded<TableStatus[]> {
  return useLive(readStatuses, "changes");
}
