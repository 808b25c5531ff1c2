import fc from "fast-check";
import { buildTree, reconcile, shrunkCovariance, type Tree } from "../../../src/engine/reconciliation";
import known from "../../reference/reconcile.json";

const tree = buildTree(known.nodes.map((node, i) => ({ node, parent: known.parents[i] })));
const column = (values: readonly number[]) => values.map((value) => [value]);
const locksOf = (locked: object) =>
  column(known.nodes.map((node) => (locked as Record<string, number>)[node] ?? NaN));
const largestGap = (of: Tree, rows: readonly (readonly number[])[]) =>
  Math.max(
    ...of.names.flatMap((_, i) =>
      of.children[i].length === 0
        ? [0]
        : rows[i].map((value, t) => Math.abs(value - of.children[i].reduce((sum, c) => sum + rows[c][t], 0))),
    ),
  );

describe.each(["OLS", "WLS", "MINT"] as const)("%s", (method) => {
  test.each(known.cases.map((c, i) => [i, c] as const))("dense projection, case %i", (_, c) => {
    const rows = reconcile({
      tree,
      forecasts: column(c.forecast),
      method,
      locked: locksOf(c.locked),
      residuals: known.residuals,
    });
    // Absolute, of values up to 500: the reference solves dense systems.
    rows.forEach(([value], i) => expect(Math.abs(value - c[method][i])).toBeLessThanOrEqual(1e-9));
    expect(largestGap(tree, rows)).toBeLessThanOrEqual(1e-9);
    for (const [node, lock] of Object.entries(c.locked)) {
      expect(rows[known.nodes.indexOf(node)][0]).toBe(lock);
    }
  });
});

test.each(["BU", "TD"] as const)("%s without locks", (method) => {
  for (const c of known.cases) {
    const expected = c[method];
    if (expected === undefined) continue;
    const rows = reconcile({ tree, forecasts: column(c.forecast), method });
    rows.forEach(([value], i) => expect(Math.abs(value - expected[i])).toBeLessThanOrEqual(1e-9));
  }
});

test("the shrinkage intensity is that of the n x n formula", () => {
  expect(Math.abs(shrunkCovariance(known.residuals).intensity - known.intensity)).toBeLessThanOrEqual(1e-12);
});

describe("laws on random trees", () => {
  const forest = fc
    .tuple(fc.array(fc.nat(), { minLength: 2, maxLength: 40 }), fc.nat())
    .map(([above]) =>
      buildTree(above.map((a, i) => ({ node: `n${i}`, parent: i === 0 ? "" : `n${a % i}` }))),
    );
  const methods = fc.constantFrom("BU", "TD", "OLS", "WLS", "MINT" as const);
  const noise = (i: number, t: number) => Math.sin(12.9898 * (i + 1) + 78.233 * (t + 1)) * 43.7;

  test("coherent, not negative, locks kept, and nothing moves once it is coherent", () => {
    fc.assert(
      fc.property(forest, methods, fc.nat(1000), (of, method, seed) => {
        const forecasts = of.names.map((_, i) => [noise(i, seed) * 3 + 40, noise(i, seed + 1)]);
        const residuals = of.names.map((_, i) => [0, 1, 2, 3, 4].map((t) => noise(i, t + seed)));
        // One leaf and, where there is room, the top are locked.
        const leaf = of.leaves[seed % of.leaves.length];
        const locked = of.names.map((_, i) => [i === leaf ? 12.5 : i === 0 && leaf !== 0 ? 300 : NaN, NaN]);
        if (of.leaves.length === 1) locked[0] = [12.5, NaN];
        const rows = reconcile({ tree: of, forecasts, method, locked, residuals });
        expect(largestGap(of, rows)).toBeLessThanOrEqual(1e-9);
        expect(Math.min(...rows.flat())).toBeGreaterThanOrEqual(0);
        expect(rows[leaf][0]).toBe(12.5);
        const again = reconcile({ tree: of, forecasts: rows, method, locked, residuals });
        again.forEach((row, i) =>
          row.forEach((value, t) => expect(Math.abs(value - rows[i][t])).toBeLessThan(1e-6)),
        );
      }),
      { numRuns: 300 },
    );
  });

  test("no coherent plan is nearer: WLS beats its neighbours", () => {
    fc.assert(
      fc.property(forest, fc.nat(1000), (of, seed) => {
        const forecasts = of.names.map((_, i) => [noise(i, seed)]);
        const distance = (rows: readonly (readonly number[])[]) =>
          of.names.reduce(
            (sum, _, i) => sum + (rows[i][0] - forecasts[i][0]) ** 2 / (of.endLeaf[i] - of.firstLeaf[i]),
            0,
          );
        const best = reconcile({ tree: of, forecasts, method: "WLS" });
        const start = distance(best);
        for (const leaf of of.leaves) {
          for (const step of [0.01, -0.01]) {
            if (best[leaf][0] + step < 0) continue;
            const moved = best.map((row) => [...row]);
            for (let i = leaf; i !== -1; i = of.parent[i]) moved[i][0] += step;
            expect(distance(moved)).toBeGreaterThanOrEqual(start - 1e-9);
          }
        }
      }),
    );
  });
});

describe("aggregates without a forecast of their own", () => {
  test("only leaves forecast: every method but TD is bottom-up", () => {
    const c = known.cases[0];
    const forecasts = known.nodes.map((_, i) => [tree.children[i].length === 0 ? c.forecast[i] : NaN]);
    const expected = reconcile({ tree, forecasts, method: "BU" });
    for (const method of ["OLS", "WLS", "MINT"] as const) {
      const rows = reconcile({ tree, forecasts, method, residuals: known.residuals });
      rows.forEach(([value], i) => expect(Math.abs(value - expected[i][0])).toBeLessThan(1e-9));
    }
    expect(() => reconcile({ tree, forecasts, method: "TD" })).toThrow(
      'forecasts must hold a number for "Total" in period 1, got a blank',
    );
  });
});

test("locks steer TD and BU: the free cells below share what is left by their forecasts", () => {
  const small = buildTree([
    { node: "T", parent: "" },
    { node: "F", parent: "T" },
    { node: "a", parent: "F" },
    { node: "b", parent: "F" },
    { node: "c", parent: "T" },
  ]);
  const forecasts = [[100], [60], [30], [10], [20]];
  const locked = [[NaN], [70], [NaN], [25], [NaN]];
  // F keeps 70: b 25, a 45; TD leaves 30 of 100 for c; BU leaves c as it is.
  expect(reconcile({ tree: small, forecasts, method: "TD", locked })).toEqual([
    [100],
    [70],
    [45],
    [25],
    [30],
  ]);
  expect(reconcile({ tree: small, forecasts, method: "BU", locked })).toEqual([[90], [70], [45], [25], [20]]);
  // TD: F's share of 100 would be 75, more than enough; with b locked at 90 it must be 90 at least, and c gets 10.
  const deep = [[NaN], [NaN], [NaN], [90], [NaN]];
  expect(reconcile({ tree: small, forecasts, method: "TD", locked: deep })).toEqual([
    [100],
    [90],
    [0],
    [90],
    [10],
  ]);
});

describe("errors", () => {
  const rows = (...pairs: [string, string][]) => pairs.map(([node, parent]) => ({ node, parent }));
  test.each([
    [rows(["a", ""], ["a", ""]), 'hierarchy must list every node once, got "a" twice'],
    [rows(["a", ""], ["b", "x"]), 'hierarchy must list every parent as a node, got "x" above "b" only'],
    [rows(["a", "b"], ["b", "a"], ["c", ""]), "hierarchy must lead from every node to a top, got a circle"],
    [rows(["", ""]), "hierarchy must name a node in every row, got a blank in row 1"],
  ])("%j", (given, message) => expect(() => buildTree(given)).toThrow(message));

  const pair = buildTree(rows(["sum", ""], ["x", "sum"], ["y", "sum"]));
  test.each([
    [[[10], [6], [5]], 'locked parts of "sum" must not exceed its own lock of 10 in period 1, got 11'],
    [
      [[20], [6], [5]],
      'locked parts of "sum", with none free, must sum to its lock of 20 in period 1, got 11',
    ],
    [[[NaN], [-1], [NaN]], 'locked must be at least 0 for "x" in period 1, got -1'],
  ])("locks %j", (locked, message) => {
    for (const method of ["BU", "TD", "OLS", "WLS"] as const) {
      expect(() => reconcile({ tree: pair, forecasts: [[9], [4], [5]], method, locked })).toThrow(message);
    }
  });

  test("MINT needs residuals; rows must be as many as nodes", () => {
    expect(() => reconcile({ tree: pair, forecasts: [[9], [4], [5]], method: "MINT" })).toThrow(
      "residuals must be given for MINT, got a blank",
    );
    expect(() => reconcile({ tree: pair, forecasts: [[9], [4]], method: "BU" })).toThrow(
      "forecasts must have one row for each node of hierarchy (3), got 2",
    );
    expect(() =>
      reconcile({
        tree: pair,
        forecasts: [[9], [4], [5]],
        method: "MINT",
        residuals: [
          [1, 2],
          [1, 2],
          [0, 0],
        ],
      }),
    ).toThrow("residuals must share at least 3 periods, got 2");
  });
});

describe("2,000 leaves, 12 periods, many of them at 0", () => {
  const rows = [{ node: "total", parent: "" }];
  for (let r = 0; r < 10; r++) {
    rows.push({ node: `r${r}`, parent: "total" });
    for (let f = 0; f < 20; f++) {
      rows.push({ node: `r${r}f${f}`, parent: `r${r}` });
      for (let s = 0; s < 10; s++) rows.push({ node: `r${r}f${f}s${s}`, parent: `r${r}f${f}` });
    }
  }
  const large = buildTree(rows);
  let state = 12345;
  const random = () => (state = (state * 1103515245 + 12345) % 2 ** 31) / 2 ** 31;
  const forecasts = rows.map((_, i) => {
    const leaves = large.endLeaf[i] - large.firstLeaf[i];
    return Array.from({ length: 12 }, () => leaves * 20 * (0.5 + random()) - (leaves === 1 ? 12 : 0));
  });
  const residuals = rows.map((_, i) => {
    const leaves = large.endLeaf[i] - large.firstLeaf[i];
    return Array.from({ length: 36 }, () => Math.sqrt(leaves) * (random() - 0.5) * 20);
  });
  const locked = rows.map(({ node }) =>
    Array.from({ length: 12 }, () => (node === "r3" ? 3000 : node === "r3f4s5" ? 17 : NaN)),
  );

  test.each(["BU", "TD", "OLS", "WLS", "MINT"] as const)("%s of 2,000 leaves and 12 periods", (method) => {
    const result = reconcile({ tree: large, forecasts, method, locked, residuals });
    expect(largestGap(large, result)).toBeLessThanOrEqual(1e-9);
    expect(Math.min(...result.flat())).toBeGreaterThanOrEqual(0);
    expect(new Set(result[rows.findIndex(({ node }) => node === "r3")])).toEqual(new Set([3000]));
  });
});
