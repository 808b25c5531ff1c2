import { sha256 } from "../engine/math/sha256";
import type { TableContent } from "../workbook/workbook";

/** SHA-256 of all that tables hold, row by row in any order: sorting them changes nothing. */
export function tablesHash(tables: Readonly<Record<string, TableContent | undefined>>): string {
  const texts = Object.entries(tables).map(([name, table]) => {
    const rows = (table?.rows ?? []).map((row) => row.join("\t")).sort();
    return [name, ...(table?.columns ?? []), ...rows].join("\n");
  });
  return sha256(texts.join("\n\n"));
}
