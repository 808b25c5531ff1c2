import { mergeClasses } from "@fluentui/react-components";
import type { MapLink, MapPlace } from "../../../analyses/network/network-map";
import { formatCompact } from "../../format";
import { sizes, type MapLayout, type PlacedNode } from "./map-layout";
import { useMapStyles } from "./map-styles";
import { placeWords } from "./names";

interface Props {
  readonly layout: MapLayout;
  readonly links: readonly MapLink[];
  readonly chosen: string | undefined;
  readonly viewBox: string;
  readonly idPrefix: string;
  readonly onChoose: (id: string) => void;
}

const { width: nodeWidth, height: nodeHeight } = sizes.node;
const LONGEST_ID = 6;

/** Lines first, places on top of them. Lanes of the chosen place stand out, all others step back. */
export function MapDrawing({ layout, links, chosen, viewBox, idPrefix, onChoose }: Props) {
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
      height={layout.height}
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
        <text key={text} x={0} y={y} className={styles.echelon} aria-hidden>
          {text}
        </text>
      ))}
      {layout.nodes.map((node) => (
        <Node
          key={node.place.id}
          node={node}
          isChosen={node.place.id === chosen}
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
  readonly id: string;
  readonly onChoose: (id: string) => void;
}

function Node({ node: { place, x, y }, isChosen, id, onChoose }: NodeProps) {
  const styles = useMapStyles();
  const isFaulty = hasError(place);
  const isWeak = place.findings.some(
    ({ Finding, Location }) => Finding === "single point of failure" && Location === place.id,
  );
  const middle = x + nodeWidth / 2;
  const figure = figureOf(place);
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
        <text x={middle} y={y + (figure === "" ? 19 : 13)} className={styles.id}>
          {short}
        </text>
        <text x={middle} y={y + 25} className={styles.figure}>
          {figure}
        </text>
        {(isWeak || isFaulty) && (
          <>
            <circle
              cx={x + nodeWidth - 2}
              cy={y + 2}
              r={6}
              className={isFaulty ? styles.faultMark : styles.mark}
            />
            <text x={x + nodeWidth - 2} y={y + 5.5} className={styles.markText}>
              {isFaulty ? "×" : "!"}
            </text>
          </>
        )}
      </g>
    </>
  );
}

const hasError = ({ findings }: MapPlace) => findings.some(({ Severity }) => Severity === "ERROR");

/** Money in stock, else the margin at risk a week, else the service time. */
function figureOf({ stockValue, service, margin }: MapPlace): string {
  if (stockValue !== null && stockValue !== 0) return formatCompact(stockValue);
  if (margin !== null) return `${formatCompact(Math.round(margin))}/wk`;
  if (service === null) return "";
  return service[0] === service[1] ? `${service[0]} d` : `${service[0]}–${service[1]} d`;
}

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
