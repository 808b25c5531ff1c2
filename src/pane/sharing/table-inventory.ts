import type { FrozenFormula, Inventory } from "../../analyses/sharing/freeze-formulas";
import { frozenFormulasTable, readRows, writeRows } from "../../workbook/tables";
import { WorkbookError, type Workbook } from "../../workbook/workbook";
import { writeResults } from "../analysis/write-results";

const schema = frozenFormulasTable;

/** The inventory as a table of the open workbook. */
export function tableInventory(workbook: Workbook): Inventory {
  return {
    async read(): Promise<readonly FrozenFormula[]> {
      const table = await workbook.readTable(schema.name);
      if (table === undefined) return [];
      const { rows, issues } = readRows(schema, table.columns, table.rows);
      if (issues.length > 0)
        throw new WorkbookError(
          "invalid",
          `${schema.name} row ${issues[0].row}: ${issues[0].message}. Put it right first, so that no formula is lost.`,
        );
      return rows;
    },
    async write(rows: readonly FrozenFormula[]): Promise<void> {
      const result = {
        kind: "rows" as const,
        table: schema.name,
        columns: Object.keys(schema.columns),
        rows: writeRows(schema, rows),
      };
      const outcome = { results: [result], issues: [], summary: "" };
      await writeResults(workbook, { writes: [schema] }, outcome, undefined, () => undefined);
    },
  };
}
