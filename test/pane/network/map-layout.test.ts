import { networkMap } from "../../../src/analyses/network/network-map";
import { fittedLayout, nextNode, sizes } from "../../../src/pane/views/network/map-layout";
import { tableContent } from "../../analyses/table-content";

/** A supplier, four warehouses and so many shops. */
function chain(shops: number) {
  const warehouses = ["D1", "D2", "D3", "D4"];
  const stores = Array.from({ length: shops }, (_, i) => `P${String(i).padStart(3, "0")}`);
  return networkMap({
    locations: tableContent(
      "Locations",
      ["Location", "Type"],
      [["S1", "supplier"], ...warehouses.map((id) => [id, "DC"]), ...stores.map((id) => [id, "store"])],
    ),
    lanes: tableContent(
      "Lanes",
      ["From", "To"],
      [...warehouses.map((id) => ["S1", id]), ...stores.map((id, i) => [warehouses[i % 4], id])],
    ),
  });
}

test("forty places are drawn in their full size", () => {
  const { spread, width, nodes } = fittedLayout(chain(35), 326);
  expect([spread, width, nodes.length]).toEqual([1, 326, 40]);
});

test.each([326, 426, 900])(
  "400 places are seen together in a frame of %i pixels, none over another",
  (pixels) => {
    const { spread, width, height, nodes } = fittedLayout(chain(395), pixels);
    expect(height / spread).toBeLessThanOrEqual(560);
    expect(width).toBe(pixels * spread);
    expect(nodes).toHaveLength(400);
    for (const { x, y } of nodes) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + sizes.node.width).toBeLessThanOrEqual(width);
      expect(y + sizes.node.height).toBeLessThanOrEqual(height);
    }
    expect(new Set(nodes.map(({ x, y }) => `${x} ${y}`)).size).toBe(400);
  },
);

test("arrows reach every place of 400", () => {
  const { nodes } = fittedLayout(chain(395), 326);
  const seen = new Set<number>();
  for (let at = 0; !seen.has(at); at = nextNode(nodes, at, "ArrowRight")!) seen.add(at);
  expect(seen.size).toBe(400);
  let [at, rows] = [0, 1];
  for (let next = nextNode(nodes, at, "ArrowDown")!; next !== at; next = nextNode(nodes, at, "ArrowDown")!) {
    expect(nodes[next].row).toBe(nodes[at].row + 1);
    [at, rows] = [next, rows + 1];
  }
  expect(rows).toBe(1 + nodes.at(-1)!.row);
});
