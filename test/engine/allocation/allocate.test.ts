import {
  allocate,
  allocationMethods,
  type AllocationMethod,
  type Claim,
} from "../../../src/engine/allocation";
import { random } from "../../random";
import reference from "../../reference/allocation.json";

const claims = (
  demand: readonly number[],
  priority?: readonly number[],
  floor?: readonly number[],
): Claim[] =>
  demand.map((units, i) => ({ demand: units, priority: priority?.[i] ?? NaN, floor: floor?.[i] ?? 0 }));
const sum = (list: readonly number[]) => list.reduce((total, units) => total + units, 0);

describe("allocate", () => {
  test("equals iterated linear programs", () => {
    for (const { method, supply, demand, priority, floor, answer } of reference.allocations) {
      const given = allocate(supply, claims(demand, priority, floor), { method: method as AllocationMethod });
      // The programs' own tolerance is 1e-7 of ratios.
      given.forEach((units, i) => expect(Math.abs(units - answer[i])).toBeLessThan(1e-5));
    }
  });

  test.each(allocationMethods)(
    "%s in whole multiples: exact sum, bounds, tiers, a share never off by a multiple",
    (method) => {
      const { uniform } = random(7);
      for (let round = 0; round < 300; round++) {
        const multiple = [1, 4, 12][round % 3];
        const demand = Array.from({ length: 2 + (round % 9) }, () => Math.floor(uniform() * 200));
        const priority = demand.map(() => 1 + Math.floor(uniform() * 3));
        const supply = Math.floor(uniform() * sum(demand) * 1.2);
        const floor = demand.map((units) =>
          uniform() < 0.3 ? Math.floor((units * uniform() * supply) / (2 * sum(demand) + 1)) : 0,
        );
        const list = claims(demand, priority, floor);
        const most = demand.map((units) => Math.floor(units / multiple) * multiple);
        const least = floor.map((units, i) => Math.min(Math.ceil(units / multiple) * multiple, most[i]));
        if (sum(least) > supply) continue;
        const given = allocate(supply, list, { method, multiple });
        expect(sum(given)).toBe(Math.min(Math.floor(supply / multiple) * multiple, sum(most)));
        given.forEach((units, i) => {
          expect(units % multiple).toBe(0);
          expect(units).toBeGreaterThanOrEqual(least[i]);
          expect(units).toBeLessThanOrEqual(most[i]);
        });
        if (method !== "PRIORITY") continue;
        // Nobody gets more than his floor while somebody of an earlier tier could take another multiple.
        given.forEach((units, i) => {
          if (units <= least[i]) return;
          const starved = given.findIndex((other, k) => priority[k] < priority[i] && other < most[k]);
          expect(starved).toBe(-1);
        });
      }
    },
  );

  test("equal claims differ by one multiple at most, the earliest first", () => {
    expect(allocate(10, claims([5, 5, 5]), { method: "FAIR", multiple: 1 })).toEqual([4, 3, 3]);
    expect(allocate(10, claims([5, 5, 5]), { method: "EQUAL", multiple: 1 })).toEqual([4, 3, 3]);
  });

  test("more supply takes nothing from anybody where nothing is rounded", () => {
    const list = claims([50, 40, 20, 5], [1, 2, 2, 3], [0, 10, 0, 5]);
    let before = allocate(15, list, { method: "PRIORITY" });
    for (let supply = 16; supply <= 120; supply++) {
      const now = allocate(supply, list, { method: "PRIORITY" });
      now.forEach((units, i) => expect(units).toBeGreaterThanOrEqual(before[i] - 1e-9));
      before = now;
    }
    expect(before).toEqual([50, 40, 20, 5]);
  });

  test("a claim without a priority comes after all others", () => {
    expect(allocate(30, claims([30, 30], [NaN, 9]), { method: "PRIORITY" })).toEqual([0, 30]);
  });

  test("a floor above the demand keeps the demand", () => {
    expect(allocate(30, claims([10, 40], [2, 1], [99, 0]), { method: "PRIORITY" })).toEqual([10, 20]);
  });

  test("nothing wanted, nothing given", () => {
    expect(allocate(30, claims([0, 0]), { method: "FAIR" })).toEqual([0, 0]);
    expect(allocate(0, claims([5, 7]), { method: "EQUAL", multiple: 2 })).toEqual([0, 0]);
  });

  test("a hundred thousand claims", () => {
    const demand = Array.from({ length: 100_000 }, (_, i) => 1 + (i % 97));
    const given = allocate(2_000_000, claims(demand), { method: "FAIR", multiple: 1 });
    expect(sum(given)).toBe(2_000_000);
  });

  test("floors beyond the supply name where they stand, and the multiple that makes them so", () => {
    const rule = { method: "FAIR", multiple: 5 } as const;
    expect(() => allocate(12, claims([50, 40, 20], [1, 1, 1], [6, 0, 6]), rule)).toThrow(
      "floor must add up to at most supply (12), got 20 in multiples of 5 at positions 1, 3",
    );
    expect(() => allocate(12, claims([50], [1], [13]), { method: "FAIR" })).toThrow(
      "floor must add up to at most supply (12), got 13 at position 1",
    );
    const many = claims(new Array(7).fill(9), new Array(7).fill(1), [2, 9, 2, 2, 2, 2, 3]);
    expect(() => allocate(12, many, { method: "FAIR" })).toThrow(
      "got 22 at positions 1, 2, 3, 4, 7 and 2 more",
    );
  });
});
