import { policyList, policyTotals } from "../../../src/analyses/policies/policy-list";
import { siteList } from "../../../src/analyses/policies/site-list";
import { runAnalysis } from "../../../src/analyses/run-analysis";
import { setPolicies } from "../../../src/analyses/set-policies";
import { normalDraws } from "../../../src/engine/math/random";
import type { CellValue } from "../../../src/workbook/workbook";
import { tableContent } from "../table-content";

const firstDay = 45_292;
const sites = ["NORTH", "SOUTH"];
const codes = Array.from({ length: 30 }, (_, i) => `i${i}`);

/** Thirty items at two sites, every third with a bound of either kind. */
function bounded(bounds: (i: number, site: string) => readonly [CellValue, CellValue]) {
  const draw = normalDraws(4);
  const items = tableContent("Items", ["Item", "Cost", "LeadTime"], codes.map((code, i) => [code, 1 + i, 10])); // prettier-ignore
  const demand = tableContent(
    "Demand",
    ["Item", "Location", "Date", "Qty"],
    sites.flatMap((site) =>
      codes.flatMap((code) =>
        Array.from({ length: 40 }, (_, t): CellValue[] => [
          code,
          site,
          firstDay + 7 * t,
          Math.max(0, Math.round(100 + 20 * draw())),
        ]),
      ),
    ),
  );
  const policies = tableContent(
    "Policies",
    ["Item", "Location", "LocalMin", "LocalMax"],
    sites.flatMap((site) => codes.map((code, i) => [code, site, ...bounds(i, site)])),
  );
  const options = { bucket: "W", autonomy: 500, carryRate: 0.2, targetType: "CSL", target: 0.98 };
  const [result] = runAnalysis(setPolicies, [items, demand, policies], options, "p-1").results;
  if (result.kind !== "rows") throw new Error("rows were expected");
  return tableContent(result.table, result.columns, result.rows);
}

const table = bounded((i, site) => (i % 3 !== 0 ? ["", ""] : site === "NORTH" ? [150, ""] : ["", 20]));
const { rows } = policyList(table);

test("the costs of the bounds sum to constrained less free carrying, within half a percent", () => {
  const free = policyList(bounded(() => ["", ""])).rows;
  const carrying = (all: typeof rows) =>
    all.reduce((sum, { cells }) => sum + (cells.NewSS ?? 0) * (cells.Cost ?? 0) * 0.2, 0);
  const listed = siteList(rows, new Map(), 500);
  const total = listed.reduce((sum, { cost }) => sum + cost, 0);
  const difference = carrying(rows) - carrying(free);
  expect(Math.abs(difference)).toBeGreaterThan(100);
  expect(Math.abs(total / difference - 1)).toBeLessThan(0.005);
  expect(listed.flatMap((site) => site.bounded).reduce((sum, { cost }) => sum + cost, 0)).toBeCloseTo(
    total,
    9,
  );
});

test("a site that adds stock uses its limit and asks beyond it; one that holds it down does not", () => {
  const [north, south] = ["NORTH", "SOUTH"].map((name) =>
    siteList(rows, new Map([["NORTH", 1000]]), 500).find(({ location }) => location === name),
  );
  expect(north).toMatchObject({ limit: 1000, policies: 30, below: 0 });
  expect(north?.used).toBeGreaterThan(1000);
  expect(north?.exceeds).toBeCloseTo((north?.used ?? 0) - 1000, 9);
  expect(south).toMatchObject({ limit: 500, used: 0, exceeds: 0, below: 10 });
  expect(south?.cost).toBeLessThan(0);
});

test("bounds typed after the proposals are pending until they are made again", () => {
  const at = table.columns.indexOf("LocalMin");
  const typed = tableContent(
    table.name,
    table.columns,
    table.rows.map((row, r) => (r === 1 ? row.map((cell, c) => (c === at ? 9999 : cell)) : row)),
  );
  const pending = siteList(policyList(typed).rows, new Map(), 0).reduce((sum, site) => sum + site.pending, 0);
  expect(pending).toBe(1);
  expect(siteList(rows, new Map(), 0).every((site) => site.pending === 0)).toBe(true);
});

test("20,000 item-locations are listed, ranked and summed", () => {
  const many = tableContent(
    table.name,
    table.columns,
    Array.from({ length: 20_000 }, (_, r) => {
      const row = [...table.rows[r % table.rows.length]];
      row[table.columns.indexOf("Item")] = `i${r}`;
      return row;
    }),
  );
  // About 0.2 s on two busy cores; a freeze would be seconds.
  const { rows: all } = policyList(many);
  expect(all).toHaveLength(20_000);
  expect(policyTotals(all).proposed).toBe(all.filter(({ decision }) => decision === "proposed").length);
  const money = all.map((row) => Math.abs(row.money));
  expect(money).toEqual([...money].sort((a, b) => b - a));
});
