import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useChartStyles } from "./chart-styles";
import { linePath, niceTicks } from "./scale";
import { useWidth } from "./use-width";

const useStyles = makeStyles({
  frame: { minWidth: 0 },
  /** What is out of bounds, hatched by its opacity only: the words beside the chart say it too. */
  outside: { fill: tokens.colorNeutralForeground3, fillOpacity: 0.14 },
  chosen: {
    fill: tokens.colorPaletteDarkOrangeForeground1,
    stroke: tokens.colorNeutralBackground1,
    strokeWidth: "2px",
  },
});

export interface CurveDatum {
  readonly x: number;
  readonly y: number;
}

interface Props {
  /** Ascending in x. */
  readonly curve: readonly CurveDatum[];
  readonly chosen?: CurveDatum;
  /** Part of x that may be chosen; all where it is left out. */
  readonly allowed?: readonly [number, number];
  /** What the chart says, for those who do not see it. */
  readonly label: string;
  readonly formatX: (value: number) => string;
  readonly formatY: (value: number) => string;
}

const HEIGHT = 160;
/** Narrowest pane less its padding, until the true width is known. */
const FIRST_WIDTH = 296;
const TICKS = 4;
const TOP = 8;
const AXIS_HEIGHT = 20;
const CHARACTER = 7;
const GAP = 6;

/** A line of one value over another, with a chosen point and what is out of bounds. */
export function CurveChart({ curve, chosen, allowed, label, formatX, formatY }: Props) {
  const styles = useStyles();
  const chart = useChartStyles();
  const [frame, width] = useWidth<HTMLDivElement>(FIRST_WIDTH);
  if (curve.length === 0) return null;
  const [first, last] = [curve[0], curve[curve.length - 1]];
  const ticksY = niceTicks(0, Math.max(last.y, 1e-9), TICKS);
  const highest = ticksY[ticksY.length - 1];
  const left = Math.max(...ticksY.map((tick) => formatY(tick).length)) * CHARACTER + GAP;
  const right = width - GAP;
  const bottom = HEIGHT - AXIS_HEIGHT;
  const span = last.x - first.x || 1;
  const x = (value: number) => left + ((value - first.x) / span) * (right - left);
  const y = (value: number) => bottom - (value / highest) * (bottom - TOP);
  const outside =
    allowed === undefined ? [] : [[first.x, allowed[0]] as const, [allowed[1], last.x] as const];
  return (
    <div ref={frame} className={styles.frame}>
      <svg width={width} height={HEIGHT} role="img" aria-label={label}>
        {ticksY.map((tick) => (
          <g key={tick}>
            <line className={chart.grid} x1={left} x2={right} y1={y(tick)} y2={y(tick)} />
            <text className={chart.label} x={left - GAP} y={y(tick) + 3} textAnchor="end">
              {formatY(tick)}
            </text>
          </g>
        ))}
        {outside.map(([from, to], i) =>
          to > from ? (
            <rect
              key={i === 0 ? "below" : "above"}
              className={styles.outside}
              x={x(from)}
              width={x(to) - x(from)}
              y={TOP}
              height={bottom - TOP}
            />
          ) : null,
        )}
        <path
          className={chart.forecast}
          d={linePath(curve.map((point) => ({ x: x(point.x), y: y(point.y) })))}
        />
        {chosen !== undefined && (
          <circle className={mergeClasses(styles.chosen)} cx={x(chosen.x)} cy={y(chosen.y)} r={5} />
        )}
        <text className={chart.label} x={left} y={HEIGHT - 4} textAnchor="start">
          {formatX(first.x)}
        </text>
        <text className={chart.label} x={right} y={HEIGHT - 4} textAnchor="end">
          {formatX(last.x)}
        </text>
      </svg>
    </div>
  );
}
