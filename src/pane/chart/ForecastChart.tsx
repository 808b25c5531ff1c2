import { Text, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useId, useState, type KeyboardEvent, type PointerEvent } from "react";
import { formatUnits } from "../format";
import { HiddenText } from "../components/HiddenText";
import { ChartLegend } from "./ChartLegend";
import { nextPlace } from "./chart-keys";
import { chartLayout, type ChartData } from "./chart-layout";
import { ChartDrawing } from "./ChartDrawing";
import { useWidth } from "./use-width";

const useStyles = makeStyles({
  chart: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXS, minWidth: 0 },
  frame: {
    borderRadius: tokens.borderRadiusMedium,
    outlineStyle: "none",
    touchAction: "pan-y",
    ":focus-visible": { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  readout: { minHeight: tokens.lineHeightBase200, fontVariantNumeric: "tabular-nums" },
  muted: { color: tokens.colorNeutralForeground2 },
});

const HEIGHT = 180;
/** Narrowest pane less its padding, until the true width is known. */
const FIRST_WIDTH = 296;

interface Props {
  readonly data: ChartData;
  /** Names of the buckets, history first. */
  readonly labels: readonly string[];
  /** What the chart is of. */
  readonly title: string;
}

/**
 * History, fit, forecast and interval. One stop for the keyboard: arrows, Home and End go from bucket to bucket, each is read out.
 * Lines differ by dash and weight as well as by colour.
 */
export function ForecastChart({ data, labels, title }: Props) {
  const styles = useStyles();
  const [frame, width] = useWidth<HTMLDivElement>(FIRST_WIDTH);
  const [chosen, setChosen] = useState<number>();
  const summary = useId();
  const last = labels.length - 1;
  const at = Math.min(chosen ?? data.history.length, last);
  const layout = chartLayout(data, width, HEIGHT, formatUnits);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = nextPlace(event.key, at, last);
    if (next === undefined) return;
    event.preventDefault();
    setChosen(next);
  };
  const onPointer = (event: PointerEvent<HTMLDivElement>) =>
    setChosen(layout.indexAt(event.clientX - event.currentTarget.getBoundingClientRect().left));
  return (
    <div className={styles.chart}>
      <div
        ref={frame}
        className={styles.frame}
        role="slider"
        tabIndex={0}
        aria-label={`Chart of ${title}, bucket`}
        aria-describedby={summary}
        aria-valuemin={0}
        aria-valuemax={last}
        aria-valuenow={at}
        aria-valuetext={readout(data, labels, at)}
        onKeyDown={onKeyDown}
        onPointerMove={onPointer}
        onPointerDown={onPointer}
      >
        <ChartDrawing data={data} labels={labels} layout={layout} width={width} height={HEIGHT} at={at} />
      </div>
      <Text size={200} className={mergeClasses(styles.readout, styles.muted)} aria-hidden>
        {readout(data, labels, at)}
      </Text>
      <ChartLegend />
      <HiddenText id={summary}>{summaryOf(data, labels)}</HiddenText>
    </div>
  );
}

/** One bucket in words: what was, or what is expected. */
function readout(
  { history, fitted, forecast, low, high }: ChartData,
  labels: readonly string[],
  at: number,
): string {
  const label = labels[at];
  if (at < history.length) {
    const fit = Number.isNaN(fitted[at]) ? "" : `, fit ${formatUnits(fitted[at])}`;
    return `${label}: demand ${formatUnits(history[at])}${fit}`;
  }
  const step = at - history.length;
  return `${label}: forecast ${formatUnits(forecast[step])}, 90% between ${formatUnits(low[step])} and ${formatUnits(high[step])}`;
}

function summaryOf({ history, forecast }: ChartData, labels: readonly string[]): string {
  const span = (values: readonly number[]) =>
    `between ${formatUnits(Math.min(...values))} and ${formatUnits(Math.max(...values))}`;
  const split = history.length;
  return `Demand from ${labels[0]} to ${labels[split - 1]} ${span(history)}; forecast from ${labels[split]} to ${labels[labels.length - 1]} ${span(forecast)}. Arrow keys go from bucket to bucket.`;
}
