import { useState } from "react";
import { axisLayout, pointsOf, type ChartLayout } from "./chart-layout";
import { ChartFrame } from "./ChartFrame";
import { PlaceLabels, ValueAxis } from "./ChartAxes";
import { Legend } from "./Legend";
import { linePath } from "./scale";
import { areaStyle, lineStyle, useSeriesStyles } from "./series-styles";
import { useWidth } from "./use-width";

export interface ChartSeries {
  readonly name: string;
  /** One a label; NaN where there is none. */
  readonly values: readonly number[];
  /** Columns stand upon each other, lines before them. */
  readonly kind: "columns" | "line";
  /** Place in the palette, where the order of the series is not what matters. */
  readonly tone?: number;
}

interface Props {
  /** What the chart is of. */
  readonly title: string;
  readonly labels: readonly string[];
  readonly series: readonly ChartSeries[];
  readonly format: (value: number) => string;
  /** What one label is: month, quarter, age. */
  readonly place?: string;
  /** Label pointed at until another is; the last where left out. */
  readonly startAt?: number;
}

const HEIGHT = 160;
/** Narrowest pane less its padding, until the true width is known. */
const FIRST_WIDTH = 296;
/** Part of a place that its column fills. */
const COLUMN = 0.7;

/** Columns that stand upon each other and lines, over labels. Each series differs by lightness or dash as well as by colour. */
export function SeriesChart({ title, labels, series, format, place = "month", startAt }: Props) {
  const drawing = useSeriesStyles();
  const [frame, width] = useWidth<HTMLDivElement>(FIRST_WIDTH);
  const [chosen, setChosen] = useState<number>();
  const at = Math.min(chosen ?? startAt ?? labels.length - 1, labels.length - 1);
  const stacks = stacked(series, labels.length);
  const lines = series.filter(({ kind }) => kind === "line");
  const extremes = [
    ...stacks.flatMap((parts) => parts.map(({ to }) => to)),
    ...lines.flatMap(({ values }) => values),
  ];
  const layout = axisLayout(extremes, labels.length, { width, height: HEIGHT }, format);
  const styleAt = (index: number) =>
    series[index].kind === "line"
      ? lineStyle(drawing, series[index].tone ?? index)
      : areaStyle(drawing, series[index].tone ?? index);
  return (
    <ChartFrame
      title={title}
      place={place}
      count={labels.length}
      at={at}
      onAt={setChosen}
      placeAt={({ x }) => layout.indexAt(x)}
      readout={readout(labels, series, at, format)}
      summary={summaryOf(labels, series, format)}
      frame={frame}
      legend={
        series.length > 1 && (
          <Legend
            label="What the chart shows"
            entries={series.map(({ name, kind }, i) => ({
              name,
              line: styleAt(i),
              ...(kind === "columns" && { areaInset: 0 }),
            }))}
          />
        )
      }
    >
      <svg width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} display="block" aria-hidden>
        <ValueAxis layout={layout} format={format} />
        <PlaceLabels labels={labels} layout={layout} height={HEIGHT} />
        {stacks.map((parts, i) => (
          <Stack key={labels[i]} parts={parts} at={i} layout={layout} styleAt={styleAt} />
        ))}
        {series.map(({ name, values, kind }, i) =>
          kind === "line" ? (
            <path key={name} className={styleAt(i)} d={linePath(pointsOf(layout, values))} />
          ) : null,
        )}
        <Pointed layout={layout} at={at} className={drawing.pointed} />
      </svg>
    </ChartFrame>
  );
}

interface Part {
  readonly series: number;
  readonly from: number;
  readonly to: number;
}

/** Where each column of a place begins and ends: what is above 0 stands upwards, what is below it hangs. */
function stacked(series: readonly ChartSeries[], count: number): readonly (readonly Part[])[] {
  return Array.from({ length: count }, (_, at) => {
    let [up, down] = [0, 0];
    return series.flatMap(({ kind, values }, i): Part[] => {
      const value = values[at];
      if (kind !== "columns" || !Number.isFinite(value) || value === 0) return [];
      const from = value > 0 ? up : down;
      if (value > 0) up += value;
      else down += value;
      return [{ series: i, from, to: from + value }];
    });
  });
}

function Stack({
  parts,
  at,
  layout: { x, y, step },
  styleAt,
}: {
  readonly parts: readonly Part[];
  readonly at: number;
  readonly layout: ChartLayout;
  readonly styleAt: (series: number) => string;
}) {
  return (
    <>
      {parts.map(({ series, from, to }) => (
        <rect
          key={series}
          className={styleAt(series)}
          x={x(at) - (step * COLUMN) / 2}
          width={step * COLUMN}
          y={Math.min(y(from), y(to))}
          height={Math.abs(y(from) - y(to))}
        />
      ))}
    </>
  );
}

function Pointed({
  layout,
  at,
  className,
}: {
  readonly layout: ChartLayout;
  readonly at: number;
  readonly className: string;
}) {
  const { x, step, bottom } = layout;
  return (
    <path className={className} d={`M${x(at) - step / 2} ${bottom + 1}L${x(at) + step / 2} ${bottom + 1}`} />
  );
}

function readout(
  labels: readonly string[],
  series: readonly ChartSeries[],
  at: number,
  format: (value: number) => string,
): string {
  const parts = series
    .filter(({ values }) => Number.isFinite(values[at]))
    .map(({ name, values }) => `${name} ${format(values[at])}`);
  return `${labels[at]}: ${parts.length === 0 ? "not known" : parts.join(", ")}`;
}

function summaryOf(
  labels: readonly string[],
  series: readonly ChartSeries[],
  format: (value: number) => string,
): string {
  const told = series.map(({ name, values }) => {
    const known = values.filter(Number.isFinite);
    return known.length === 0
      ? `${name} not known`
      : `${name} from ${format(Math.min(...known))} to ${format(Math.max(...known))}`;
  });
  return `${labels[0]} to ${labels[labels.length - 1]}: ${told.join("; ")}. Arrow keys go from one to the next.`;
}
