import type { MapLink, MapPlace, NetworkMapModel } from "../../../analyses/network/network-map";

/** Sizes in units of the map; a unit is a pixel where the map is as wide as its frame. */
export const sizes = {
  node: { width: 46, height: 30 },
  gapX: 6,
  gapY: 14,
  label: 18,
  echelonGap: 22,
} as const;

/** Pixels in a unit of the map below which words in a place cannot be read. */
export const READABLE = 0.7;

export interface PlacedNode {
  readonly place: MapPlace;
  /** Left upper corner. */
  readonly x: number;
  readonly y: number;
  /** Row of nodes it stands in, from the top. */
  readonly row: number;
}

export interface MapLayout {
  readonly width: number;
  readonly height: number;
  /** Units of the map in a pixel of the frame while it is not zoomed. */
  readonly spread: number;
  readonly nodes: readonly PlacedNode[];
  readonly labels: readonly { readonly text: string; readonly y: number }[];
}

/** A map that would be taller on the screen is drawn smaller, to be zoomed into. */
const TALLEST = 560;
const WIDEST = 8;

/** The map for a frame of some pixels: hundreds of places have to be small to be seen together. */
export function fittedLayout(model: NetworkMapModel, pixels: number): MapLayout {
  let layout = mapLayout(model, pixels);
  for (let spread = 1.25; layout.height / layout.spread > TALLEST && spread <= WIDEST; spread += 0.25)
    layout = mapLayout(model, pixels * spread, spread);
  return layout;
}

/** Echelons from top to bottom, each in as many rows as the width asks for; a place stands near those that it has lanes with. */
export function mapLayout(
  { places, echelons, links }: NetworkMapModel,
  width: number,
  spread = 1,
): MapLayout {
  const { node, gapX, gapY } = sizes;
  // Words above an echelon keep their size on the screen.
  const [label, echelonGap] = [sizes.label * spread, sizes.echelonGap * spread];
  const columns = Math.max(1, Math.floor((width + gapX) / (node.width + gapX)));
  const order = orderedEchelons(places, echelons.length, links);
  const nodes: PlacedNode[] = [];
  const labels: { text: string; y: number }[] = [];
  let y = 0;
  let row = 0;
  order.forEach((members, e) => {
    labels.push({ text: `${echelons[e]} (${members.length})`, y: y + label - 6 * spread });
    y += label;
    const rows = Math.max(1, Math.ceil(members.length / columns));
    // Rows of one echelon are equally long, so that none ends in a single place.
    const inRow = Math.ceil(members.length / rows);
    members.forEach((place, k) => {
      const [r, c] = [Math.floor(k / inRow), k % inRow];
      const count = Math.min(inRow, members.length - r * inRow);
      const left = (width - count * node.width - (count - 1) * gapX) / 2;
      nodes.push({ place, x: left + c * (node.width + gapX), y: y + r * (node.height + gapY), row: row + r });
    });
    row += rows;
    y += rows * node.height + (rows - 1) * gapY + echelonGap;
  });
  return { width, height: Math.max(0, y - echelonGap + 4), spread, nodes, labels };
}

/** Places of each echelon by the mean position of their neighbours in the echelons above. */
function orderedEchelons(
  places: readonly MapPlace[],
  echelons: number,
  links: readonly MapLink[],
): MapPlace[][] {
  const order = Array.from({ length: echelons }, (_, e) => places.filter(({ echelon }) => echelon === e));
  const position = new Map<string, number>();
  const settle = (members: readonly MapPlace[]) =>
    members.forEach(({ id }, k) => position.set(id, (k + 0.5) / members.length));
  if (order.length > 0) settle(order[0]);
  for (let e = 1; e < order.length; e++) {
    const mean = new Map(
      order[e].map(({ id }) => {
        const above = links
          .filter(({ to, lateral }) => to === id && !lateral)
          .flatMap(({ from }) => position.get(from) ?? []);
        return [
          id,
          above.length === 0 ? Infinity : above.reduce((sum, one) => sum + one, 0) / above.length,
        ] as const;
      }),
    );
    order[e] = [...order[e]].sort((a, b) => mean.get(a.id)! - mean.get(b.id)! || 0);
    settle(order[e]);
  }
  return order;
}

/** The node that an arrow key leads to: along the row, or to the nearest of the row above or below. */
export function nextNode(nodes: readonly PlacedNode[], at: number, key: string): number | undefined {
  const here = nodes[at];
  if (key === "ArrowRight") return Math.min(nodes.length - 1, at + 1);
  if (key === "ArrowLeft") return Math.max(0, at - 1);
  if (key === "Home") return 0;
  if (key === "End") return nodes.length - 1;
  if (key !== "ArrowUp" && key !== "ArrowDown") return undefined;
  const row = here.row + (key === "ArrowDown" ? 1 : -1);
  const inRow = nodes.flatMap((node, i) => (node.row === row ? [i] : []));
  if (inRow.length === 0) return at;
  return inRow.reduce((best, i) =>
    Math.abs(nodes[i].x - here.x) < Math.abs(nodes[best].x - here.x) ? i : best,
  );
}
