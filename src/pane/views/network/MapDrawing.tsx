import { mergeClasses } from "@fluentui/react-components";
import type { MapLink, MapPlace } from "../../../analyses/network/network-map";
import { figureOf, type MapFigure } from "./map-figures";
import { READABLE, sizes, type MapLayout, type PlacedNode } from "./map-layout";
import { useMapStyles } from "./map-styles";
import { placeWords } from "./names";

interface Props {
  readonly layout: MapLayout;
  readonly links: readonly MapLink[];
  readonly chosen: string | undefined;
  readonly figure: MapFigure;
  readonly viewBox: string;
  /** Pixels in a unit of the map as it is seen now. */
  readonly scale: number;
  readonly idPrefix: string;
  readonly onChoose: (id: string) => void;
}

const { width: nodeWidth, height: nodeHeight } = sizes.node;
const LONGEST_ID = 6;

/** Lines first, places on top of them. Lanes of the chosen place stand out, all others step back. */
export function MapDrawing({ layout, links, chosen, figure, viewBox, scale, idPrefix, onChoose }: Props) {
  const styles = useMapStyles();
  const nodeOf = new Map(layout.nodes.map((node) => [node.place.id, node]));
  const isOf = ({ from, to }: MapLink) => from === chosen || to === chosen;
  // A lane for moves between sites is drawn for the chosen place only.
  const drawn = [...links]
    .filter((link) => !link.lateral || isOf(link))
    .sort((a, b) => Number(isOf(a)) - Number(isOf(b)));
  return (
    <svg
      className={styles.drawing}
      width="100%"
      height={layout.height / layout.spread}
      viewBox={viewBox}
      preserveAspectRatio="xMidYMin meet"
      role="presentation"
    >
      {drawn.map((link) => (
        <path
          key={`${link.from} ${link.to} ${link.lateral}`}
          d={pathBetween(nodeOf.get(link.from), nodeOf.get(link.to))}
          aria-hidden
          className={mergeClasses(
            styles.link,
            link.lateral && styles.lateral,
            chosen !== undefined && !isOf(link) && styles.faint,
            isOf(link) && styles.strong,
          )}
        />
      ))}
      {layout.labels.map(({ text, y }) => (
        <text
          key={text}
          transform={`translate(0 ${y}) scale(${layout.spread})`}
          className={styles.echelon}
          aria-hidden
        >
          {text}
        </text>
      ))}
      {layout.nodes.map((node) => (
        <Node
          key={node.place.id}
          node={node}
          isChosen={node.place.id === chosen}
          figure={figure}
          scale={scale}
          id={`${idPrefix}${node.place.id}`}
          onChoose={onChoose}
        />
      ))}
    </svg>
  );
}

interface NodeProps {
  readonly node: PlacedNode;
  readonly isChosen: boolean;
  readonly figure: MapFigure;
  readonly scale: number;
  readonly id: string;
  readonly onChoose: (id: string) => void;
}

function Node({ node: { place, x, y }, isChosen, figure: shown, scale, id, onChoose }: NodeProps) {
  const styles = useMapStyles();
  const isFaulty = hasError(place);
  const isWeak = place.findings.some(
    ({ Severity, Location }) => Severity === "WARNING" && Location === place.id,
  );
  const middle = x + nodeWidth / 2;
  const figure = figureOf(place, shown);
  const isReadable = scale >= READABLE;
  const short = place.id.length > LONGEST_ID ? `${place.id.slice(0, LONGEST_ID - 1)}…` : place.id;
  return (
    <>
      <g
        id={id}
        role="option"
        aria-selected={isChosen}
        aria-label={placeWords(place)}
        className={styles.node}
        onClick={() => onChoose(place.id)}
      >
        <title>{placeWords(place)}</title>
        <rect
          x={x}
          y={y}
          width={nodeWidth}
          height={nodeHeight}
          rx={4}
          className={mergeClasses(
            styles.box,
            isWeak && styles.weak,
            isFaulty && styles.faulty,
            isChosen && styles.chosen,
          )}
        />
      </g>
      <g aria-hidden className={styles.labels}>
        {isReadable && (
          <>
            <text x={middle} y={y + (figure === "" ? 19 : 13)} className={styles.id}>
              {short}
            </text>
            <text x={middle} y={y + 25} className={styles.figure}>
              {figure}
            </text>
          </>
        )}
        {(isWeak || isFaulty) && (
          <g transform={`translate(${x + nodeWidth - 2} ${y + 2}) scale(${1 / Math.min(1, scale)})`}>
            <circle r={isReadable ? 6 : 4} className={isFaulty ? styles.faultMark : styles.mark} />
            {isReadable && (
              <text y={3.5} className={styles.markText}>
                {isFaulty ? "×" : "!"}
              </text>
            )}
          </g>
        )}
      </g>
    </>
  );
}

const hasError = ({ findings }: MapPlace) => findings.some(({ Severity }) => Severity === "ERROR");

/** From the bottom of one to the top of the other; beside each other, an arc below. */
function pathBetween(from: PlacedNode | undefined, to: PlacedNode | undefined): string {
  if (from === undefined || to === undefined) return "";
  const [x1, x2] = [from.x + nodeWidth / 2, to.x + nodeWidth / 2];
  if (from.y === to.y) {
    const bottom = from.y + nodeHeight;
    const depth = 8 + Math.min(12, Math.abs(x2 - x1) / 12);
    return `M${x1} ${bottom} C${x1} ${bottom + depth} ${x2} ${bottom + depth} ${x2} ${bottom}`;
  }
  const down = to.y > from.y;
  const [y1, y2] = down ? [from.y + nodeHeight, to.y] : [from.y, to.y + nodeHeight];
  const bend = (y2 - y1) / 2;
  return `M${x1} ${y1} C${x1} ${y1 + bend} ${x2} ${y2 - bend} ${x2} ${y2}`;
}
