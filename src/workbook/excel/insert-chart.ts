import { checkRow, placeOf } from "../table-checks";
import { WorkbookError, type ChartKind, type NewChart } from "../workbook";
import type { Exchange } from "./exchange";
import { toWorkbookError } from "./failure";
import { existingTable, tableCells } from "./find-table";

const types: Readonly<Record<ChartKind, "ColumnClustered" | "ColumnStacked" | "Line" | "Waterfall">> = {
  columns: "ColumnClustered",
  stacked: "ColumnStacked",
  line: "Line",
  waterfall: "Waterfall",
};

/** Rows and columns that a chart covers, and how far right of its table it stands. */
const size = { rows: 16, columns: 7, gap: 1 };

/** A chart over body cells of a table, to the right of it: labels from one column, a series from each of the others. */
export async function insertChart(exchange: Exchange, chart: NewChart): Promise<string> {
  const { kind, title, table: name, rows, labels, series } = chart;
  const found = await existingTable(exchange, name);
  const [first, last] = rows;
  for (const row of rows) checkRow({ ...found.info }, row);
  const column = (title: string) =>
    tableCells(found, { row: first, column: placeOf(found.info, title), rows: last - first + 1, columns: 1 });
  const beside = (row: number, right: number) =>
    tableCells(found, { row, column: found.info.columns.length + right, rows: 1, columns: 1 });
  try {
    const drawn = await exchange.send(() => {
      const { charts } = found.table.worksheet;
      const added = charts.add(types[kind], column(series[0]), "Columns");
      added.title.text = title;
      added.series.getItemAt(0).name = series[0];
      added.series.getItemAt(0).setXAxisValues(column(labels));
      for (const other of series.slice(1)) {
        const line = added.series.add(other);
        line.setValues(column(other));
        line.setXAxisValues(column(labels));
      }
      added.setPosition(beside(0, size.gap), beside(size.rows, size.gap + size.columns));
      return added.load("name");
    });
    return drawn.name;
  } catch (thrown) {
    const error = toWorkbookError(thrown);
    if (error instanceof WorkbookError && error.kind === "unsupported")
      throw new WorkbookError(
        "unsupported",
        "The application that shows this workbook draws no chart of this kind.",
      );
    throw error;
  }
}
