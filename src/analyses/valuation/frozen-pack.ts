import { isoTextOfSerial } from "../../engine/calendar";
import { sha256 } from "../../engine/math/sha256";
import {
  ageingTable,
  journalTable,
  layersTable,
  methodCardTable,
  nrvTestTable,
  reserveTable,
  stockStatusTable,
  tieOutTable,
  valuationTable,
  type TableSchema,
} from "../../workbook/tables";
import type { NewTable, TableContent } from "../../workbook/workbook";

/** What the auditor gets, in the order of the month end. */
export const packTables: readonly TableSchema[] = [
  methodCardTable,
  tieOutTable,
  valuationTable,
  layersTable,
  ageingTable,
  stockStatusTable,
  nrvTestTable,
  reserveTable,
  journalTable,
];

export interface FrozenPack {
  /** Copies of values, named for the month. */
  readonly tables: readonly NewTable[];
  /** SHA-256 of all their cells: a pack with another hash was changed. */
  readonly hash: string;
}

/** Name of the copy of a table, such as Pack_2026_10_Reserve. */
export const packName = (asOf: number, table: string): string =>
  `Pack_${isoTextOfSerial(asOf).slice(0, 7).replace("-", "_")}_${table}`;

/** Copies of the month end's tables as values, which nothing recalculates. */
export function frozenPack(contents: readonly TableContent[], asOf: number): FrozenPack {
  const tables = packTables.flatMap((schema): NewTable[] => {
    const content = contents.find(({ name }) => name.toLowerCase() === schema.name.toLowerCase());
    if (content === undefined) return [];
    return [
      {
        name: packName(asOf, schema.name),
        columns: content.columns,
        formats: content.columns.map((column) => schema.columns[column]?.format ?? "General"),
        rows: content.rows.map((cells) => cells.map((cell) => cell)),
      },
    ];
  });
  return {
    tables,
    hash: sha256(JSON.stringify(tables.map(({ name, columns, rows }) => [name, columns, rows]))),
  };
}
