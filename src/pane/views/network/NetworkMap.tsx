import { Button, Text } from "@fluentui/react-components";
import { AddRegular, FullScreenMaximizeRegular, SubtractRegular } from "@fluentui/react-icons";
import { useId, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from "react";
import type { NetworkMapModel } from "../../../analyses/network/network-map";
import { HiddenText } from "../../components/HiddenText";
import { useWidth } from "../../chart/use-width";
import { MapDrawing } from "./MapDrawing";
import { mapLayout, nextNode } from "./map-layout";
import { useMapStyles } from "./map-styles";
import { placeTitle, placeWords } from "./names";

interface Props {
  readonly model: NetworkMapModel;
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
}

/** Narrowest pane less its padding, until the true width is known. */
const FIRST_WIDTH = 296;
const STEP = 1.5;
const MOST = 6;

interface Window {
  readonly scale: number;
  /** Upper left corner of what is seen, in pixels of the map. */
  readonly x: number;
  readonly y: number;
}

const whole: Window = { scale: 1, x: 0, y: 0 };

/**
 * The network by echelon, from suppliers at the top to shops at the bottom. One stop for the keyboard: arrows go from place to place, +, -
 * and 0 zoom. Zoomed, the map is dragged.
 */
export function NetworkMap({ model, chosen, onChoose }: Props) {
  const styles = useMapStyles();
  const [frame, width] = useWidth<HTMLDivElement>(FIRST_WIDTH);
  const layout = useMemo(() => mapLayout(model, width), [model, width]);
  const [window, setWindow] = useState(whole);
  const drag = useRef<{ x: number; y: number; from: Window } | undefined>(undefined);
  const prefix = useId();
  const place = model.places.find(({ id }) => id === chosen);
  const at = Math.max(
    0,
    layout.nodes.findIndex(({ place }) => place.id === chosen),
  );
  const centred = (scale: number, around = middleOf(window)): Window =>
    kept({ scale, x: around.x - width / scale / 2, y: around.y - layout.height / scale / 2 });
  const kept = ({ scale, x, y }: Window): Window => ({
    scale,
    x: Math.min(Math.max(0, x), width - width / scale),
    y: Math.min(Math.max(0, y), layout.height - layout.height / scale),
  });
  function middleOf({ scale, x, y }: Window) {
    return { x: x + width / scale / 2, y: y + layout.height / scale / 2 };
  }
  const zoom = (factor: number) => setWindow(centred(Math.min(MOST, Math.max(1, window.scale * factor))));
  const onKeyDown = (event: KeyboardEvent) => {
    const zooms: Readonly<Record<string, () => void>> = {
      "+": () => zoom(STEP),
      "=": () => zoom(STEP),
      "-": () => zoom(1 / STEP),
      "0": () => setWindow(whole),
    };
    const next = nextNode(layout.nodes, at, event.key);
    if (zooms[event.key] !== undefined) zooms[event.key]();
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
        x: from.x - (event.clientX - start.x) / from.scale,
        y: from.y - (event.clientY - start.y) / from.scale,
      }),
    );
  };
  const endDrag = () => (drag.current = undefined);
  return (
    <div className={styles.map}>
      <div className={styles.tools}>
        <Text size={200} className={styles.hint}>
          {chosen === undefined ? "Choose a place for its lanes." : placeTitle(place)}
        </Text>
        <Button
          size="small"
          appearance="subtle"
          icon={<AddRegular />}
          aria-label="Zoom in"
          disabledFocusable={window.scale >= MOST}
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
        className={styles.frame}
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
          viewBox={`${window.x} ${window.y} ${width / window.scale} ${layout.height / window.scale}`}
          idPrefix={prefix}
          onChoose={onChoose}
        />
      </div>
      <HiddenText role="status">{placeWords(place)}</HiddenText>
    </div>
  );
}
