import { bufferOwner, policyList } from "../../../src/analyses/policies/policy-list";
import { tableContent } from "../table-content";

const columns = ["Segment", "Item", "ROP", "NewROP", "Cash", "StockValue", "CurrentFILL", "FILL", "CurrentCSL", "CSL", "Mean", "Cost", "DemandShare", "LeadTimeShare", "ReviewShare", "Status"]; // prettier-ignore
const { rows, totals, issues } = policyList(
  tableContent("Policies", columns, [
    ["AX", "", "", "", "", "", "", "", "", "", "", "", "", "", "", ""],
    ["", "small", 5, 6, 10, 100, 0.9, 0.95, 0.8, 0.9, 1, 10, 0.2, 0.7, 0.1, "proposed"],
    ["", "large", 5, 9, -500, 900, 0.99, 0.97, 0.95, 0.85, 3, 10, 0.6, 0.3, 0.1, "approved"],
    ["", "new", "", 7, "", 300, "", 0.95, "", 0.8, 1, 40, 0, 0, 0, "proposed"],
    ["", "no", 1, 9, 1000, 2000, 0.5, 0.9, 0.5, 0.9, 1, 10, 1, 0, 0, "rejected"],
    ["", "as is", 7, 6.5, 0, 40, 0.95, 0.95, 0.9, 0.9, 0, 10, 0, 0, 1, ""],
    ["", "idle", 5, "", "", "", "", "", "", "", "", "", "", "", "", ""],
    ["", "bad", "many", 6, "", "", "", "", "", "", "", "", "", "", "", ""],
  ]),
);

test("rows of items with a proposal, by the money they move, else the money they bind", () => {
  expect(rows.map(({ item, money, decision, row }) => [item, money, decision, row])).toEqual([
    ["no", 1000, "rejected", 4],
    ["large", -500, "approved", 2],
    ["new", 300, "proposed", 3],
    ["small", 10, "proposed", 1],
    // 6.5 rounds up to the 7 in force.
    ["as is", 0, "none", 5],
  ]);
  expect(issues.map(({ row, message }) => [row, message])).toEqual([
    [8, 'ROP must be a number, got the text "many"'],
  ]);
});

test("totals leave out what was rejected; service is weighted by the value of demand, its change over items in force", () => {
  expect(totals).toMatchObject({
    proposed: 2,
    approved: 1,
    rejected: 1,
    cash: -490,
    stockValue: 1340,
    compared: 3,
  });
  // Weights 10 (small), 30 (large), 40 (new): (9.5 + 29.1 + 38) / 80.
  expect(totals.fillRate.next).toBeCloseTo(76.6 / 80, 12);
  // Of small and large: (9.5 + 29.1 - 9 - 29.7) / 40.
  expect(totals.fillRate.change).toBeCloseTo(-0.1 / 40, 12);
  expect(totals.cycleServiceLevel.next).toBeCloseTo((9 + 25.5 + 32) / 80, 12);
  expect(totals.cycleServiceLevel.change).toBeCloseTo((9 + 25.5 - 8 - 28.5) / 40, 12);
});

test("the owner of a buffer is whoever needs most of it", () => {
  const owners = Object.fromEntries(rows.map(({ item, cells }) => [item, bufferOwner(cells)]));
  expect(owners).toEqual({
    no: "planner",
    large: "planner",
    new: undefined,
    small: "supplier",
    "as is": "buyer",
  });
});
