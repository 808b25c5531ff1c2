import { useState } from "react";
import { useChartStyles } from "./chart-styles";
import { ChartFrame } from "./ChartFrame";
import { niceTicks } from "./scale";
import { useSeriesStyles } from "./series-styles";
import { useWidth } from "./use-width";

export interface WaterfallStep {
  readonly label: string;
  /** What the step moves; of a total the figure itself. */
  readonly effect: number;
  readonly isTotal?: boolean;
}

interface Props {
  /** What the chart is of. */
  readonly title: string;
  readonly steps: readonly WaterfallStep[];
  readonly format: (value: number) => string;
}

const ROW = 22;
const BAR = 14;
const CHARACTER = 6.2;
const GAP = 8;
const AXIS = 16;
/** Narrowest pane less its padding, until the true width is known. */
const FIRST_WIDTH = 296;

/** Steps from one figure to another, one below the other so that their names can be read in a narrow pane. Rises and falls are also told by sign. */
export function WaterfallChart({ title, steps, format }: Props) {
  const styles = useSeriesStyles();
  const axis = useChartStyles();
  const [frame, width] = useWidth<HTMLDivElement>(FIRST_WIDTH);
  const [chosen, setChosen] = useState(0);
  const at = Math.min(chosen, steps.length - 1);
  const spans = spansOf(steps);
  const told = steps.map((step) => valueTold(step, format));
  const left = Math.max(...steps.map(({ label }) => label.length)) * CHARACTER + GAP;
  const right = width - Math.max(...told.map((text) => text.length)) * CHARACTER - GAP;
  // Bars of effects would vanish beside large totals: the scale begins near them, and the totals are cut on the left.
  const ticks = niceTicks(...rangeOf(spans), 3);
  const [low, high] = [ticks[0], ticks[ticks.length - 1]];
  const x = (value: number) => left + ((Math.max(low, value) - low) / (high - low)) * (right - left);
  const height = steps.length * ROW + AXIS;
  return (
    <ChartFrame
      title={title}
      place="step"
      count={steps.length}
      at={at}
      onAt={setChosen}
      placeAt={({ y }) => Math.min(steps.length - 1, Math.max(0, Math.floor(y / ROW)))}
      readout={`${steps[at].label}: ${told[at]}`}
      summary={`${steps.map(({ label }, i) => `${label} ${told[i]}`).join(", ")}. Arrow keys go from step to step.`}
      frame={frame}
    >
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} display="block" aria-hidden>
        {ticks.map((tick) => (
          <g key={tick}>
            <line className={axis.grid} x1={x(tick)} x2={x(tick)} y1={0} y2={height - AXIS} />
            <text className={axis.label} x={x(tick)} y={height - 4} textAnchor="middle">
              {format(tick)}
            </text>
          </g>
        ))}
        {spans.map(({ from, to }, i) => {
          const top = i * ROW + (ROW - BAR) / 2;
          const { label, effect, isTotal } = steps[i];
          const kind = isTotal ? styles.total : effect >= 0 ? styles.rise : styles.fall;
          return (
            <g key={label}>
              <text className={styles.text} x={0} y={i * ROW + ROW / 2} dy="0.32em">
                {label}
              </text>
              <rect
                className={kind}
                x={Math.min(x(from), x(to))}
                width={Math.max(1, Math.abs(x(to) - x(from)))}
                y={top}
                height={BAR}
              />
              {i + 1 < spans.length && (
                <line className={styles.connector} x1={x(to)} x2={x(to)} y1={top + BAR} y2={top + ROW} />
              )}
              <text className={styles.text} x={width} y={i * ROW + ROW / 2} dy="0.32em" textAnchor="end">
                {told[i]}
              </text>
              {i === at && (
                <path
                  className={styles.pointed}
                  d={`M0 ${(i + 1) * ROW - 1}L${width} ${(i + 1) * ROW - 1}`}
                />
              )}
            </g>
          );
        })}
      </svg>
    </ChartFrame>
  );
}

function spansOf(steps: readonly WaterfallStep[]) {
  let running = 0;
  return steps.map(({ effect, isTotal }) => {
    const from = isTotal ? 0 : running;
    running = isTotal ? effect : running + effect;
    return { from, to: running };
  });
}

/** From a little below the lowest point between the totals to the highest; from 0 where that is near. */
function rangeOf(spans: readonly { readonly from: number; readonly to: number }[]): [number, number] {
  const ends = spans.map(({ to }) => to);
  const [lowest, highest] = [Math.min(...ends), Math.max(...ends)];
  const span = highest - lowest || Math.abs(highest) || 1;
  const low = lowest - span * 0.4;
  return [lowest >= 0 ? Math.max(0, low) : low, highest];
}

function valueTold({ effect, isTotal }: WaterfallStep, format: (value: number) => string): string {
  return isTotal || effect <= 0 ? format(effect) : `+${format(effect)}`;
}
