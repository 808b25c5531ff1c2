import { labelledBuckets, type ChartLayout } from "./chart-layout";
import { useChartStyles } from "./chart-styles";

const CHARACTER = 5.5;

/** Lines at round values with their labels. */
export function ValueAxis({
  layout: { ticks, left, right, y },
  format,
}: {
  readonly layout: ChartLayout;
  readonly format: (value: number) => string;
}) {
  const styles = useChartStyles();
  return (
    <>
      {ticks.map((tick) => (
        <g key={tick}>
          <line className={styles.grid} x1={left} x2={right} y1={y(tick)} y2={y(tick)} />
          <text className={styles.label} x={left - 4} y={y(tick)} dy="0.32em" textAnchor="end">
            {format(tick)}
          </text>
        </g>
      ))}
    </>
  );
}

/** As many labels below the places as fit without touching. */
export function PlaceLabels({
  labels,
  layout: { left, right, bottom, x },
  height,
}: {
  readonly labels: readonly string[];
  readonly layout: ChartLayout;
  readonly height: number;
}) {
  const styles = useChartStyles();
  const widest = Math.max(...labels.map((label) => label.length)) * CHARACTER;
  const shown = labelledBuckets(labels.length, right - left, widest);
  const placed = (index: number) => {
    if (x(index) - widest / 2 < left) return { anchor: "start", at: left } as const;
    if (x(index) + widest / 2 > right) return { anchor: "end", at: right } as const;
    return { anchor: "middle", at: x(index) } as const;
  };
  return (
    <>
      {shown.map((index) => (
        <g key={index}>
          <line className={styles.grid} x1={x(index)} x2={x(index)} y1={bottom} y2={bottom + 3} />
          <text
            className={styles.label}
            x={placed(index).at}
            y={height - 4}
            textAnchor={placed(index).anchor}
          >
            {labels[index]}
          </text>
        </g>
      ))}
    </>
  );
}
