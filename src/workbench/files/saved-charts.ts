import type { SheetChart } from "../../xlsx";
import type { HostChart, HostRange, HostWorkbook } from "../host";

/** Charts of the add-in as the file holds them; a chart whose sheet is gone is gone with it. */
export function savedCharts(workbook: HostWorkbook, charts: readonly HostChart[]): SheetChart[] {
  const names = new Map(workbook.sheets().map(({ id, name }) => [id, name]));
  return charts.flatMap((chart) => {
    const sheet = names.get(chart.sheetId);
    const series = chart.series.flatMap(({ name, values }) =>
      values === undefined ? [] : [{ name, values }],
    );
    if (sheet === undefined || series.length === 0) return [];
    const labels = chart.series[0].labels;
    const { name, title, kind, from, to } = chart;
    const labelFormat = labels === undefined ? undefined : formatOfNumbers(workbook, labels);
    return [{ sheet, name, title, kind, series, labels, labelFormat, from, to }];
  });
}

/** The number format of labels that are all numbers or dates. */
function formatOfNumbers(workbook: HostWorkbook, range: HostRange): string | undefined {
  const { sheetId, row, column } = range;
  const numbers = workbook.values(range).every(([value]) => typeof value === "number");
  return numbers ? workbook.cell(sheetId, row, column).numberFormat : undefined;
}
