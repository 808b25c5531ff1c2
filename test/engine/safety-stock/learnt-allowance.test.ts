import fc from "fast-check";
import { learntAllowance, shortInCycle, type ReplayedCycle } from "../../../src/engine/safety-stock";
import { uniformDraws } from "../../../src/engine/math/random";

/** Position by position: the definition. */
function shortByPosition(
  { overLeadTime, overProtection, lot, unit, least }: ReplayedCycle,
  point: number,
): number {
  const steps = Math.max(1, Math.round(lot / unit));
  let short = 0;
  for (let k = 1; k <= steps; k++) {
    const position = Math.max(least, point) + k * unit;
    short += Math.max(0, overProtection - position) - Math.max(0, overLeadTime - position);
  }
  return short / steps;
}

const cycles = fc.record({
  overLeadTime: fc.integer({ min: 0, max: 40 }),
  overProtection: fc.integer({ min: 0, max: 60 }),
  reorderPoint: fc.double({ min: -5, max: 60, noNaN: true }),
  least: fc.double({ min: 0, max: 10, noNaN: true }),
  spread: fc.double({ min: 0.1, max: 20, noNaN: true }),
  lot: fc.integer({ min: 0, max: 50 }),
  unit: fc.constantFrom(1, 2, 0.5),
  expected: fc.double({ min: 0.1, max: 60, noNaN: true }),
  target: fc.double({ min: 0.5, max: 0.99, noNaN: true }),
});

test("what is short is the mean over the positions on the lot", () => {
  fc.assert(
    fc.property(cycles, (cycle) => {
      const expected = shortByPosition(cycle, cycle.reorderPoint);
      expect(shortInCycle(cycle, cycle.reorderPoint)).toBeCloseTo(expected, 9);
    }),
  );
});

/** Demand 0 or 10 in a period, lead time 1, review 1; set as if 10 came half as often as it does. */
function misjudged(count: number): ReplayedCycle[] {
  const draw = uniformDraws(5);
  const demand = () => (draw() < 0.4 ? 10 : 0);
  return Array.from({ length: count }, () => {
    const [first, second] = [demand(), demand()];
    return {
      overLeadTime: first,
      overProtection: first + second,
      reorderPoint: 9,
      least: 0,
      spread: 6,
      lot: 0,
      unit: 1,
      expected: 8,
      target: 0.95,
    };
  });
}

test("the allowance makes the cycles together reach their target", () => {
  const cycles = misjudged(2000);
  const learnt = learntAllowance(cycles);
  expect(learnt?.cycles).toBe(2000);
  expect(learnt?.fillBefore).toBeLessThan(0.8);
  expect(learnt?.fillAfter).toBeCloseTo(0.95, 9);
  // 20 units cover two demands: 10 above the level of 10, less what 5 % of the demand may lack: 0.95 = 1 - 0.4 x gap / 10.
  expect(10 + 6 * (learnt?.factor ?? 0)).toBeCloseTo(20 - (0.05 * 10) / 0.4, 0);
});

test("each item keeps its own target: what all together may lack is the sum of what each may", () => {
  const half = misjudged(1000).map((cycle) => ({ ...cycle, target: 0.85 }));
  const mixed = learntAllowance([...misjudged(1000), ...half]);
  expect(mixed?.fillAfter).toBeCloseTo(0.9, 9);
});

test("one large item does not decide for all: cycles weigh by 1 / sqrt(expected demand)", () => {
  const large = misjudged(100).map((cycle) => ({
    ...cycle,
    overLeadTime: 100 * cycle.overLeadTime,
    overProtection: 100 * cycle.overProtection,
    reorderPoint: 3000,
    spread: 600,
    expected: 800,
  }));
  const [small, both] = [learntAllowance(misjudged(2000)), learntAllowance([...misjudged(2000), ...large])];
  expect(small?.factor).toBeGreaterThan(1);
  // The large item has ten times the units of the others together and never lacks any: by units alone the factor would fall to its least.
  expect(both?.factor).toBeGreaterThan(0.5);
  expect(both?.factor).toBeLessThan(small?.factor ?? 0);
});

test("too few cycles with demand teach nothing", () => {
  expect(learntAllowance(misjudged(60))).toBeUndefined();
  expect(learntAllowance([])).toBeUndefined();
});
