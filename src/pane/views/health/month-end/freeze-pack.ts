import {
  frozenPack,
  packName,
  packTables,
  type FrozenPack,
} from "../../../../analyses/valuation/frozen-pack";
import { comparison } from "../../../../analyses/valuation/tie-out/lines";
import { isoTextOfSerial } from "../../../../engine/calendar";
import { tieOutTable, writeRows } from "../../../../workbook/tables";
import { WorkbookError, type TableContent, type Workbook } from "../../../../workbook/workbook";

/** Writes the frozen copies of a month end, once, and their line in TieOut. */
export async function freezePack(
  workbook: Workbook,
  asOf: number,
  onProgress: (share: number, text: string) => void,
): Promise<FrozenPack> {
  const month = isoTextOfSerial(asOf).slice(0, 7);
  const names = new Set((await workbook.tables()).map(({ name }) => name.toLowerCase()));
  const frozen = packTables.find(({ name }) => names.has(packName(asOf, name).toLowerCase()));
  if (frozen !== undefined) {
    const message = `The pack of ${month} is frozen already: ${packName(asOf, frozen.name)}. Delete its sheets to freeze it anew.`;
    throw new WorkbookError("invalid", message);
  }
  const read = await Promise.all(packTables.map(({ name }) => workbook.readTable(name)));
  const contents = read.filter((table): table is TableContent => table !== undefined);
  const pack = frozenPack(contents, asOf);
  for (const [i, table] of pack.tables.entries()) {
    onProgress(i / pack.tables.length, table.name);
    await workbook.createTable(table);
  }
  const tieOut = contents.find(({ name }) => name === tieOutTable.name);
  if (tieOut === undefined) return pack;
  const rows = pack.tables.reduce((sum, { rows: body = [] }) => sum + body.length, 0);
  const line = {
    ...comparison("pack", "Rows of the frozen copies against their tables", [
      rows,
      contents.reduce((sum, { rows: body }) => sum + body.length, 0),
    ]),
    AsOf: asOf,
    Document: pack.tables[0].name,
    Note: `${pack.tables.length} tables as values; SHA-256 of their cells ${pack.hash}`,
  };
  await workbook.appendRows(tieOut.name, writeRows(tieOutTable, [line], tieOut.columns));
  return pack;
}
