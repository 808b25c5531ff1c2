import { findAnalysis } from "../../../src/analyses";
import { criteriaText, pairwiseMatrix, readCriteria } from "../../../src/analyses/criteria/criteria";
import { rankItems, type RankDetails } from "../../../src/analyses/rank-items";
import { runAnalysis } from "../../../src/analyses/run-analysis";
import type { CellValue, TableContent } from "../../../src/workbook/workbook";
import { monthDate, tableContent } from "../table-content";

const columns = ["Item", "ACV", "LeadTime", "ADI", "Criticality", "SupplyRisk", "SingleSource", "Substitute"];
const items = (rows: readonly (readonly CellValue[])[]) => tableContent("Items", columns, rows);
const three = items([
  ["a", 100, 10, 1, "D", 1, "", "c"],
  ["b", 50, 30, 1, "D", 1, "", "c"],
  ["c", 0, 20, 1, "V", 1, "", ""],
]);
function run(tables: readonly TableContent[], options: Record<string, unknown> = {}) {
  const outcome = runAnalysis(rankItems, tables, options, "run-1");
  const [result] = outcome.results;
  if (result.kind !== "columns") throw new Error("columns were expected");
  return { outcome, columns: result.columns, details: outcome.details as RankDetails };
}

test("known answer: 3 to 1 on annual value and lead time", () => {
  // Scaled 1, 0.5, 0 and 0, 1, 0.5; weights 0.75 and 0.25: the first example of CLASS.MULTI.
  const { columns: written, details } = run([three], { criteria: "ACV=3,LeadTime=1" });
  expect(written).toEqual({ Score: [0.75, 0.625, 0.125], Rank: [1, 2, 3], RankClass: ["A", "B", "C"] });
  expect(details.criteria.map(({ weight }) => weight)).toEqual([0.75, 0.25]);
  expect(details.consistencyRatio).toBeNull();
});

test("an item without a substitute matters more; a weight below 0 turns a criterion round", () => {
  expect(run([three], { criteria: "Substitute=1" }).details.ranked[0].item).toBe("c");
  expect(run([three], { criteria: "ACV=-1" }).columns.Rank).toEqual([3, 2, 1]);
});

test("weights from pairs: those of CLASS.AHP, with the consistency ratio", () => {
  // 4, 2, 1 of 7 without contradiction: the first example of CLASS.AHP.
  const { details } = run([three], { criteria: "ACV=1,LeadTime=1,Criticality=1", pairwise: "2,4,2" });
  [4, 2, 1].forEach((part, i) => expect(details.criteria[i].weight).toBeCloseTo(part / 7, 12));
  expect(details.consistencyRatio).toBeCloseTo(0, 12);
  expect(() => run([three], { criteria: "ACV=1,LeadTime=1,Criticality=1", pairwise: "5,0.2,5" })).toThrow(
    /^pairwise must have a consistency ratio of at most 0\.1, got/,
  );
});

test("the share that hangs on the weights is that of CLASS.MULTI", () => {
  const two = items([
    ["a", 1, 0, 1, "", "", "", ""],
    ["b", 0, 1, 1, "", "", "", ""],
  ]);
  const { details, outcome } = run([two], { criteria: "ACV=1,LeadTime=1.05", cuts: [0.5, 0.9] });
  expect(details.unstable).toBe(1);
  expect(outcome.summary).toBe(
    "2 items ranked by ACV 49%, LeadTime 51%; 100.0% change class under 10% other weights",
  );
});

test("without criteria: all in which items differ, equal; value and interval from Demand, a single source is a risk of 4", () => {
  const table = tableContent(
    "Items",
    ["Item", "Cost", "SupplyRisk", "SingleSource"],
    [
      ["often", 10, 2, ""],
      ["seldom", 10, 2, "yes"],
    ],
  );
  const demand = tableContent(
    "Demand",
    ["Item", "Date", "Qty"],
    Array.from({ length: 24 }, (_, t): CellValue[][] => [
      ["often", monthDate(t), 2],
      ["seldom", monthDate(t), t % 4 === 0 ? 9 : 0],
    ]).flat(),
  );
  const { details } = run([table, demand]);
  expect(details.criteria.map(({ name, sense }) => `${name} ${sense}`)).toEqual([
    "ACV 1",
    "ADI -1",
    "SupplyRisk 1",
  ]);
  const valuesOf = (item: string) => details.ranked.find((row) => row.item === item)?.values;
  expect(valuesOf("often")).toEqual([240, 1, 2]);
  expect(valuesOf("seldom")?.[0]).toBe(270);
  expect(valuesOf("seldom")?.[2]).toBe(4);
});

test("blank is not zero: an item without a value is listed, not ranked", () => {
  const {
    columns: written,
    outcome,
    details,
  } = run([items([...three.rows, ["d", 10, "", 1, "E", 3, "", ""]])], {
    criteria: "ACV=1,LeadTime=1",
  });
  expect(written.Rank).toEqual([2, 1, 3, ""]);
  expect(details.left).toBe(1);
  expect(outcome.issues).toEqual([
    {
      table: "Items",
      row: 4,
      column: "LeadTime",
      message: "LeadTime of d must be known for it to be ranked",
    },
  ]);
});

test.each([
  [{ criteria: "Colour=1" }, "criteria must be of ACV, LeadTime, ADI"],
  [{ criteria: "ACV" }, "criteria must give ACV a weight, such as ACV=2"],
  [{ criteria: "ACV=1,acv=2" }, "criteria must name each criterion once"],
  [{ criteria: "ACV=0" }, "criteria must name a column of Items in which items differ"],
  [{ criteria: "ACV=1,LeadTime=1", pairwise: "2,3" }, "pairwise must be 1 numbers above 0 for 2 criteria"],
  [{ cuts: [0.5, 0.2] }, "cuts must be above 0, ascending and at most 1"],
])("%j is refused", (options, message) => {
  expect(() => run([three], options)).toThrow(message);
});

test("a criterion that no item has is refused by name", () => {
  const bare = tableContent("Items", ["Item", "ACV"], [["a", 5]]);
  expect(() => run([bare], { criteria: "ACV=1,LeadTime=1" })).toThrow("no item has LeadTime");
});

test("criteria and pairs as text and back", () => {
  expect(criteriaText(readCriteria("acv=3, ADI=-0.5"))).toBe("ACV=3,ADI=-0.5");
  expect(pairwiseMatrix("2,4,0.5", 3)).toEqual([
    [1, 2, 4],
    [0.5, 1, 0.5],
    [0.25, 2, 1],
  ]);
});

test("it stands in the list of analyses", () => expect(findAnalysis("rank-items")).toBe(rankItems));
