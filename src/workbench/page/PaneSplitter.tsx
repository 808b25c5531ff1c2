import { makeStyles, tokens } from "@fluentui/react-components";
import type { KeyboardEvent, PointerEvent } from "react";

/** Excel lets a task pane be this wide, in pixels. */
export const paneWidth = { initial: 350, least: 320, most: 450, step: 10 };

const useStyles = makeStyles({
  splitter: {
    width: tokens.spacingHorizontalXS,
    flexShrink: 0,
    cursor: "col-resize",
    touchAction: "none",
    backgroundColor: tokens.colorNeutralStroke2,
    ":hover": { backgroundColor: tokens.colorBrandBackground },
    ":focus-visible": { backgroundColor: tokens.colorBrandBackground, outline: "none" },
  },
});

interface Props {
  readonly width: number;
  readonly onWidth: (width: number) => void;
}

/** Drags with the pointer captured, so that the frame beside it does not swallow the movement. */
export function PaneSplitter({ width, onWidth }: Props) {
  const styles = useStyles();
  const resize = (wanted: number) => onWidth(Math.min(paneWidth.most, Math.max(paneWidth.least, wanted)));

  const move = (event: PointerEvent) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) resize(window.innerWidth - event.clientX);
  };
  const key = (event: KeyboardEvent) => {
    if (event.key === "ArrowLeft") resize(width + paneWidth.step);
    if (event.key === "ArrowRight") resize(width - paneWidth.step);
  };

  return (
    <div
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label="Width of the task pane"
      aria-valuenow={width}
      aria-valuemin={paneWidth.least}
      aria-valuemax={paneWidth.most}
      className={styles.splitter}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={move}
      onKeyDown={key}
    />
  );
}
