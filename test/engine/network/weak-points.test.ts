import { cutOff, reached } from "../../../src/engine/network";
import { random } from "../../random";

/** By taking each site away in turn. */
function byRemoval(
  roots: readonly number[],
  places: readonly number[],
  customers: readonly number[][],
): number[][] {
  const usual = reached(roots, customers);
  return customers.map((_, failed) => {
    const left = reached(
      roots.filter((root) => root !== failed),
      customers.map((list, i) => (i === failed ? [] : list.filter((customer) => customer !== failed))),
    );
    return places.filter((place) => place !== failed && usual.has(place) && !left.has(place));
  });
}

test("what is cut off when a site fails, as taking it away has it; cycles and what no root reaches included", () => {
  const { uniform } = random(29);
  let weak = 0;
  for (let round = 0; round < 400; round++) {
    const size = 1 + (round % 12);
    const share = 0.05 + 0.35 * uniform();
    const sites = Array.from({ length: size }, (_, i) => i);
    const customers = sites.map((i) => sites.filter((j) => j !== i && uniform() < share));
    const roots = sites.filter(() => uniform() < 0.25);
    const places = sites.filter(() => uniform() < 0.5);
    const lost = cutOff(roots, places, customers);
    expect(lost).toEqual(byRemoval(roots, places, customers));
    weak += lost.filter((list) => list.length > 0).length;
  }
  expect(weak).toBeGreaterThan(200);
});

test("a chain of 20,000 sites with one customer is walked once, not once a site", () => {
  const customers = Array.from({ length: 20_000 }, (_, i) => (i < 19_999 ? [i + 1] : []));
  const lost = cutOff([0], [19_999], customers);
  expect(lost.filter((list) => list.length === 1)).toHaveLength(19_999);
});
