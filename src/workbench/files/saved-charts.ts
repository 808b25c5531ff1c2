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
    const numericLabels = labels !== undefined && isNumeric(workbook, labels);
    return [{ sheet, name, title, kind, series, labels, numericLabels, from, to }];
  });
}

function isNumeric(workbook: HostWorkbook, range: HostRange): boolean {
  return workbook.values(range).every(([value]) => typeof value === "number");
}
