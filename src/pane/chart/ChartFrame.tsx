import { Text, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useId, type KeyboardEvent, type PointerEvent, type ReactNode, type RefObject } from "react";
import { HiddenText } from "../components/HiddenText";
import { nextPlace } from "./chart-keys";

const useStyles = makeStyles({
  chart: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXS, minWidth: 0 },
  frame: {
    borderRadius: tokens.borderRadiusMedium,
    outlineStyle: "none",
    touchAction: "pan-y",
    ":focus-visible": { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  readout: {
    minHeight: tokens.lineHeightBase200,
    fontVariantNumeric: "tabular-nums",
    color: tokens.colorNeutralForeground2,
  },
});

interface Props {
  /** What the chart is of. */
  readonly title: string;
  /** What one place of it is called: bucket, step. */
  readonly place: string;
  readonly count: number;
  /** The place pointed at. */
  readonly at: number;
  readonly onAt: (at: number) => void;
  /** The place under a point of the frame. */
  readonly placeAt: (point: { readonly x: number; readonly y: number }) => number;
  /** The place pointed at, in words. */
  readonly readout: string;
  /** The whole chart in words. */
  readonly summary: string;
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly children: ReactNode;
  readonly legend?: ReactNode;
}

/** What every chart has beside its drawing: one stop for the keyboard, whose arrows, Home and End go from place to place, and words. */
export function ChartFrame({
  title,
  place,
  count,
  at,
  onAt,
  placeAt,
  readout,
  summary,
  frame,
  children,
  legend,
}: Props) {
  const styles = useStyles();
  const summaryId = useId();
  const onKeyDown = (event: KeyboardEvent) => {
    const next = nextPlace(event.key, at, count - 1);
    if (next === undefined) return;
    event.preventDefault();
    onAt(next);
  };
  const onPointer = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    onAt(placeAt({ x: event.clientX - box.left, y: event.clientY - box.top }));
  };
  return (
    <div className={styles.chart}>
      <div
        ref={frame}
        className={styles.frame}
        role="slider"
        tabIndex={0}
        aria-label={`Chart of ${title}, ${place}`}
        aria-describedby={summaryId}
        aria-valuemin={0}
        aria-valuemax={count - 1}
        aria-valuenow={at}
        aria-valuetext={readout}
        onKeyDown={onKeyDown}
        onPointerMove={onPointer}
        onPointerDown={onPointer}
      >
        {children}
      </div>
      <Text size={200} className={mergeClasses(styles.readout)} aria-hidden>
        {readout}
      </Text>
      {legend}
      <HiddenText id={summaryId}>{summary}</HiddenText>
    </div>
  );
}
