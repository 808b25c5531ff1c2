import type { HostChart } from "../host-workbook";
import { HostObject } from "../rich-api/host-object";
import { HostError, invalidArgument, itemNotFound } from "../rich-api/protocol";
import type { HostContext } from "./host-context";
import { RangeObject } from "./range-object";

/** Kinds of charts that files can be given; the grid draws none. */
const kinds: Readonly<Record<string, HostChart["kind"]>> = {
  ColumnClustered: "columns",
  ColumnStacked: "stacked",
  Line: "line",
};

/** Excel.ChartCollection of a sheet. */
export class ChartCollectionObject extends HostObject {
  constructor(
    private readonly host: HostContext,
    private readonly sheetId: string,
  ) {
    super();
  }
  override members(): readonly ChartObject[] {
    return this.all().map((chart) => new ChartObject(chart));
  }
  get Count(): number {
    return this.all().length;
  }
  Add(type: unknown, source: unknown, by: unknown): ChartObject {
    const kind = kinds[String(type)];
    if (kind === undefined) throw new HostError("NotImplemented", `Charts of type ${String(type)}.`);
    if (!(source instanceof RangeObject) || by !== "Columns") throw invalidArgument();
    const { sheetId, row, column, rows } = source.range;
    const series = Array.from({ length: source.range.columns }, (_, c) => ({
      name: `Series${c + 1}`,
      values: { sheetId, row, column: column + c, rows, columns: 1 },
    }));
    const { charts } = this.host.workbook;
    const corner = { row: 0, column: 0 };
    const chart = { sheetId: this.sheetId, name: `Chart ${charts.length + 1}`, title: "", kind, series };
    const placed: HostChart = { ...chart, from: corner, to: { row: 15, column: 8 } };
    this.host.workbook.addChart(placed);
    return new ChartObject(placed);
  }

  private all(): HostChart[] {
    return this.host.workbook.charts.filter(({ sheetId }) => sheetId === this.sheetId);
  }
}

/** Excel.Chart. */
class ChartObject extends HostObject {
  constructor(private readonly chart: HostChart) {
    super();
  }
  get Id(): string {
    return `{${this.chart.name}}`;
  }
  get Name(): string {
    return this.chart.name;
  }
  get Title(): ChartTitleObject {
    return new ChartTitleObject(this.chart);
  }
  get Series(): ChartSeriesCollectionObject {
    return new ChartSeriesCollectionObject(this.chart);
  }
  SetPosition(start: unknown, end: unknown): void {
    if (!(start instanceof RangeObject) || !(end instanceof RangeObject)) throw invalidArgument();
    this.chart.from = { row: start.range.row, column: start.range.column };
    const { row, column, rows, columns } = end.range;
    this.chart.to = { row: row + rows, column: column + columns };
  }
}

class ChartTitleObject extends HostObject {
  constructor(private readonly chart: HostChart) {
    super();
  }
  get Text(): string {
    return this.chart.title;
  }
  set Text(text: string) {
    this.chart.title = text;
  }
}

class ChartSeriesCollectionObject extends HostObject {
  constructor(private readonly chart: HostChart) {
    super();
  }
  get Count(): number {
    return this.chart.series.length;
  }
  GetItemAt(index: unknown): ChartSeriesObject {
    const series = this.chart.series[Number(index)];
    if (series === undefined) throw itemNotFound();
    return new ChartSeriesObject(series);
  }
  Add(name: unknown): ChartSeriesObject {
    const series = { name: String(name) };
    this.chart.series.push(series);
    return new ChartSeriesObject(series);
  }
}

class ChartSeriesObject extends HostObject {
  constructor(private readonly series: HostChart["series"][number]) {
    super();
  }
  get Name(): string {
    return this.series.name;
  }
  set Name(name: string) {
    this.series.name = name;
  }
  SetValues(source: unknown): void {
    if (!(source instanceof RangeObject)) throw invalidArgument();
    this.series.values = source.range;
  }
  SetXAxisValues(source: unknown): void {
    if (!(source instanceof RangeObject)) throw invalidArgument();
    this.series.labels = source.range;
  }
}
