import { formatUnits } from "../format";
import { PlaceLabels, ValueAxis } from "./ChartAxes";
import { pointsOf, type ChartData, type ChartLayout } from "./chart-layout";
import { useChartStyles } from "./chart-styles";
import { bandPath, linePath } from "./scale";

interface Props {
  readonly data: ChartData;
  readonly labels: readonly string[];
  readonly layout: ChartLayout;
  readonly width: number;
  readonly height: number;
  /** The bucket pointed at. */
  readonly at: number;
}

/** With more buckets than this, points would run together. */
const MOST_POINTS = 60;

/** The drawing alone; words for screen readers stand around it. */
export function ChartDrawing({ data, labels, layout, width, height, at }: Props) {
  const styles = useChartStyles();
  const { history, fitted, forecast, low, high } = data;
  const { top, bottom, x, y, step } = layout;
  const split = history.length;
  const known = pointsOf(layout, history);
  const ahead = pointsOf(layout, forecast, split);
  const dense = labels.length > MOST_POINTS;
  const pointed = at < split ? history[at] : forecast[at - split];
  const divider = x(split) - step / 2;
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} display="block" aria-hidden>
      <ValueAxis layout={layout} format={formatUnits} />
      <PlaceLabels labels={labels} layout={layout} height={height} />
      <line className={styles.cursor} x1={x(at)} x2={x(at)} y1={top} y2={bottom} />
      <path
        className={styles.band}
        d={bandPath(pointsOf(layout, high, split), pointsOf(layout, low, split), step / 2)}
      />
      <line className={styles.divider} x1={divider} x2={divider} y1={top} y2={bottom} />
      <path className={styles.history} d={linePath(known)} />
      <path className={styles.fit} d={linePath(pointsOf(layout, fitted))} />
      <path className={styles.forecast} d={linePath(ahead)} />
      {!dense && known.map((point) => <Dot key={point.x} {...point} className={styles.historyPoint} />)}
      {!dense && ahead.map((point) => <Dot key={point.x} {...point} className={styles.forecastPoint} />)}
      <circle className={styles.cursorPoint} cx={x(at)} cy={y(pointed)} r={4} />
    </svg>
  );
}

function Dot({ x, y, className }: { readonly x: number; readonly y: number; readonly className: string }) {
  return <circle className={className} cx={x} cy={y} r={2} />;
}
