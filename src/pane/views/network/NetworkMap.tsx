import { Button, Select, Text, mergeClasses } from "@fluentui/react-components";
import { AddRegular, FullScreenMaximizeRegular, SubtractRegular } from "@fluentui/react-icons";
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from "react";
import type { NetworkMapModel } from "../../../analyses/network/network-map";
import { HiddenText } from "../../components/HiddenText";
import { useWidth } from "../../chart/use-width";
import { MapDrawing } from "./MapDrawing";
import { figureNames, mapFigures, type MapFigure } from "./map-figures";
import { READABLE, fittedLayout, nextNode } from "./map-layout";
import { useMapStyles } from "./map-styles";
import { placeWords } from "./names";

interface Props {
  readonly model: NetworkMapModel;
  readonly chosen: string | undefined;
  readonly figure: MapFigure;
  readonly onFigure: (figure: MapFigure) => void;
  readonly onChoose: (id: string | undefined) => void;
  /** Another number brings the focus to the map. */
  readonly focusRequest: number;
}

/** Narrowest pane less its padding, until the true width is known. */
const FIRST_WIDTH = 296;
const STEP = 1.5;
const MOST = 6;

interface Window {
  readonly scale: number;
  /** Upper left corner of what is seen, in units of the map. */
  readonly x: number;
  readonly y: number;
}

const whole: Window = { scale: 1, x: 0, y: 0 };

/**
 * The network by echelon, from suppliers at the top to shops at the bottom. One stop for the keyboard: arrows go from place to place, +, -
 * and 0 zoom, Escape lets go of the place. Zoomed, the map is dragged.
 */
export function NetworkMap({ model, chosen, figure, onFigure, onChoose, focusRequest }: Props) {
  const styles = useMapStyles();
  const [frame, pixels] = useWidth<HTMLDivElement>(FIRST_WIDTH);
  const layout = useMemo(() => fittedLayout(model, pixels), [model, pixels]);
  const { width, height, spread } = layout;
  const [window, setWindow] = useState(whole);
  const drag = useRef<{ x: number; y: number; from: Window } | undefined>(undefined);
  const prefix = useId();
  const place = model.places.find(({ id }) => id === chosen);
  const most = MOST * spread;
  useEffect(() => {
    if (focusRequest === 0) return undefined;
    // The list behind a detail scrolls back to where it was first.
    const later = setTimeout(() => {
      frame.current?.focus();
      frame.current?.scrollIntoView?.({ block: "center" });
    }, 50);
    return () => clearTimeout(later);
  }, [frame, focusRequest]);
  const at = Math.max(
    0,
    layout.nodes.findIndex(({ place }) => place.id === chosen),
  );
  const centred = (scale: number, around = middleOf(window)): Window =>
    kept({ scale, x: around.x - width / scale / 2, y: around.y - height / scale / 2 });
  const kept = ({ scale, x, y }: Window): Window => ({
    scale,
    x: Math.min(Math.max(0, x), width - width / scale),
    y: Math.min(Math.max(0, y), height - height / scale),
  });
  function middleOf({ scale, x, y }: Window) {
    return { x: x + width / scale / 2, y: y + height / scale / 2 };
  }
  const zoom = (factor: number) =>
    setWindow(centred(Math.min(most, Math.max(1, window.scale * factor)), centre()));
  /** Zooming goes to the place that is chosen. */
  function centre() {
    const node = layout.nodes[at];
    return chosen === undefined ? middleOf(window) : { x: node.x, y: node.y };
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const zooms: Readonly<Record<string, () => void>> = {
      "+": () => zoom(STEP),
      "=": () => zoom(STEP),
      "-": () => zoom(1 / STEP),
      "0": () => setWindow(whole),
    };
    const next = nextNode(layout.nodes, at, event.key);
    if (event.key === "Escape" && chosen !== undefined) {
      onChoose(undefined);
      // Office.js would take the focus to the top of the pane.
      event.stopPropagation();
    } else if (zooms[event.key] !== undefined) zooms[event.key]();
    else if (next !== undefined && layout.nodes.length > 0) {
      const target = chosen === undefined ? layout.nodes[0] : layout.nodes[next];
      onChoose(target.place.id);
      if (window.scale > 1) setWindow(centred(window.scale, { x: target.x, y: target.y }));
    } else return;
    event.preventDefault();
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (window.scale === 1) return;
    event.currentTarget.setPointerCapture?.(event.pointerId);
    drag.current = { x: event.clientX, y: event.clientY, from: window };
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    const start = drag.current;
    if (start === undefined) return;
    const { from } = start;
    setWindow(
      kept({
        ...from,
        x: from.x - ((event.clientX - start.x) * spread) / from.scale,
        y: from.y - ((event.clientY - start.y) * spread) / from.scale,
      }),
    );
  };
  const endDrag = () => (drag.current = undefined);
  return (
    <div className={styles.map}>
      <div className={styles.tools}>
        <Select
          size="small"
          className={styles.figures}
          aria-label="Figure in each place"
          value={figure}
          onChange={(_, { value }) => onFigure(value as MapFigure)}
        >
          {mapFigures.map((one) => (
            <option key={one} value={one}>
              {figureNames[one]}
            </option>
          ))}
        </Select>
        <Button
          size="small"
          appearance="subtle"
          icon={<AddRegular />}
          aria-label="Zoom in"
          disabledFocusable={window.scale >= most}
          onClick={() => zoom(STEP)}
        />
        <Button
          size="small"
          appearance="subtle"
          icon={<SubtractRegular />}
          aria-label="Zoom out"
          disabledFocusable={window.scale === 1}
          onClick={() => zoom(1 / STEP)}
        />
        <Button
          size="small"
          appearance="subtle"
          icon={<FullScreenMaximizeRegular />}
          aria-label="Show the whole map"
          disabledFocusable={window.scale === 1}
          onClick={() => setWindow(whole)}
        />
      </div>
      <div
        ref={frame}
        className={mergeClasses(styles.frame, window.scale > 1 && styles.dragged)}
        role="listbox"
        tabIndex={0}
        aria-label={`Map of ${model.places.length} places. Arrow keys go from place to place, plus and minus zoom.`}
        aria-activedescendant={chosen === undefined ? undefined : `${prefix}${chosen}`}
        onKeyDown={onKeyDown}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={endDrag}
        onPointerCancel={endDrag}
      >
        <MapDrawing
          layout={layout}
          links={model.links}
          chosen={chosen}
          figure={figure}
          viewBox={`${window.x} ${window.y} ${width / window.scale} ${height / window.scale}`}
          scale={window.scale / spread}
          idPrefix={prefix}
          onChoose={(id) => onChoose(id === chosen ? undefined : id)}
        />
      </div>
      <Text size={200} className={styles.hint}>
        {legendOf(model, chosen, window.scale / spread)}
      </Text>
      <HiddenText role="status">{placeWords(place)}</HiddenText>
    </div>
  );
}

/** What the signs mean, and what to do next. */
function legendOf(
  { places, links, findings }: NetworkMapModel,
  chosen: string | undefined,
  pixelsInUnit: number,
): string {
  const has = (severity: "ERROR" | "WARNING") =>
    findings.some(({ Severity, Location, To }) => Severity === severity && (Location ?? To) !== null);
  return [
    ...(has("WARNING") ? ["! weak point"] : []),
    ...(has("ERROR") ? ["× error"] : []),
    ...(links.some(({ lateral, from, to }) => lateral && (from === chosen || to === chosen))
      ? ["dashed: moves between sites"]
      : []),
    pixelsInUnit < READABLE
      ? `${places.length} places: zoom in to read them`
      : chosen === undefined
        ? "choose a place for its lanes"
        : "",
  ]
    .filter((part) => part !== "")
    .join(" · ");
}
