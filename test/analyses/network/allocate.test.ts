import { allocateStock, type AllocationDetails } from "../../../src/analyses/allocate-stock";
import { runAnalysis } from "../../../src/analyses/run-analysis";
import type { TableResult } from "../../../src/analyses/define-analysis";
import type { CellValue } from "../../../src/workbook/workbook";
import { tableContent } from "../table-content";

type Rows = readonly (readonly CellValue[])[];

const items: Rows = [
  ["A", 1],
  ["B", 1],
];
const orders: Rows = [
  ["SO1", "10", "A", "D1", "C1", "2026-03-01", 50, 0],
  ["SO2", "10", "A", "D1", "C2", "2026-03-02", 45, 5],
  ["SO3", "10", "A", "D1", "C3", "2026-03-03", 20, 0],
  ["SO4", "10", "B", "D1", "C1", "2026-03-01", 5, 0],
];
const stock: Rows = [
  ["A", "D1", "usable", "own", 60],
  ["A", "D1", "blocked", "own", 99],
  ["A", "D1", "usable", "vendor", 20],
  ["A", "D2", "usable", "own", 500],
  ["B", "D1", "usable", "own", 5],
];
const customers: Rows = [
  ["C1", "First Ltd", 1, ""],
  ["C2", "Second Ltd", 2, ""],
  ["C3", "Third Ltd", 2, ""],
];

interface Case {
  readonly floors?: readonly CellValue[];
  readonly options?: object;
  readonly log?: Rows;
  readonly onHand?: Rows;
  readonly open?: Rows;
  readonly customers?: Rows;
}

function allocated({
  floors = ["", "", ""],
  options = {},
  log = [],
  onHand = stock,
  open = orders,
  customers: known = customers,
}: Case = {}) {
  const outcome = runAnalysis(
    allocateStock,
    [
      tableContent(
        "OpenOrders",
        ["SO", "Line", "Item", "Location", "Customer", "Requested", "Qty", "Shipped"],
        open,
      ),
      tableContent("Stock", ["Item", "Location", "Status", "Owner", "Qty"], onHand),
      tableContent("Items", ["Item", "Cost"], items),
      tableContent(
        "Customers",
        ["Customer", "Name", "Priority", "Floor"],
        known.map(([code, name, rank], i) => [code, name, rank, floors[i]] as CellValue[]),
      ),
      tableContent("AllocationRules", ["RunId", "Method", "Multiple", "Before", "By", "Reason"], log),
    ],
    options as Record<string, unknown>,
    "run-2",
  );
  const rowsOf = (name: string) =>
    (outcome.results as readonly TableResult[]).find(({ table }) => table === name) as { rows: Rows };
  return { outcome, details: outcome.details as AllocationDetails, rowsOf };
}

const quantities = (details: AllocationDetails) => details.lines.map(({ allocated }) => allocated);

describe("allocate", () => {
  test("80 to 50, 40, 20 by priority 1, 2, 2: blocked stock and other places do not count, consigned does", () => {
    const { details, outcome } = allocated();
    expect(quantities(details)).toEqual([50, 20, 10]);
    expect(details.lines.map(({ reason }) => reason)).toEqual([
      "priority 1: in full",
      "priority 2: 30 for 60 wanted",
      "priority 2: 30 for 60 wanted",
    ]);
    expect(outcome.issues).toEqual([]);
    expect(outcome.summary).toBe(
      "1 items short; 3 order lines shared by PRIORITY, multiples of 1; 2 letters",
    );
  });

  test("fairly, unrounded", () => {
    const { details } = allocated({ options: { method: "FAIR", multiple: 0 } });
    quantities(details).forEach((units, i) => expect(units).toBeCloseTo(([50, 40, 20][i] * 80) / 110, 9));
  });

  test("a promised part comes before priorities", () => {
    expect(quantities(allocated({ floors: ["", "", 1] }).details)).toEqual([50, 10, 20]);
  });

  test("promises beyond the stock are shared by the same rule, and told", () => {
    const { details, outcome } = allocated({ floors: [1, 1, 1] });
    expect(quantities(details)).toEqual([50, 20, 10]);
    expect(outcome.issues).toMatchObject([
      {
        table: "OpenOrders",
        row: 1,
        message: "A at D1: 110 promised, 80 there: the promises were shared by the same rule",
      },
    ]);
  });

  test("letters go to those who wait, and name what they get", () => {
    const { rowsOf } = allocated();
    const letters = rowsOf("Letters").rows;
    expect(letters.map(([customer]) => customer)).toEqual(["C2", "C3"]);
    expect(letters[0][3]).toContain(
      "- order SO2, line 10: A, 40 open, asked for 2026-03-02: 20 now, 20 to follow",
    );
  });

  test("the log gets a row when the rule changes, and none when it stays", () => {
    const log: Rows = [["run-1", "FAIR", 1, "", "M. Keller", "start"]];
    const { rowsOf } = allocated({ log, options: { by: "A. Roth", reason: "contract" } });
    expect(rowsOf("AllocationRules").rows).toEqual([
      log[0],
      ["run-2", "PRIORITY", 1, "FAIR, multiples of 1", "A. Roth", "contract"],
    ]);
    const same = allocated({ log, options: { method: "FAIR" } });
    expect(same.rowsOf("AllocationRules").rows).toEqual(log);
    expect(same.outcome.issues).toEqual([]);
    expect(allocated({ log }).outcome.issues.map(({ message }) => message)).toEqual([
      "By must say who changed the rule from FAIR, multiples of 1 to PRIORITY, multiples of 1: give the option by",
    ]);
  });

  test("an unknown customer comes last and is told; shipped beyond the order is told", () => {
    const open: Rows = [
      ...orders.slice(0, 3),
      ["SO9", "10", "A", "D1", "C9", "", 30, 0],
      ["SO8", "10", "A", "D1", "C1", "", 3, 4],
    ];
    const { details, outcome } = allocated({ open });
    expect(quantities(details)).toEqual([50, 20, 10, 0]);
    expect(outcome.issues.map(({ message }) => message).sort()).toEqual([
      "Customer must have a row in Customers that can be used, got C9: served after all with a priority",
      "Shipped must be at most Qty (3), got 4",
    ]);
  });

  test("stock is given once: an order without a place takes what the places leave", () => {
    const unplaced = (units: number) => ["SO9", "10", "A", "", "C1", "", units, 0] as const;
    // 80 at D1 for 60, 500 at D2 for nobody: 520 are left of all places.
    const open: Rows = [unplaced(600), orders[0], ["SO2", "10", "A", "D1", "C2", "", 10, 0]];
    const given = allocated({ open, options: { all: true } }).details.lines;
    expect(given.map(({ order, allocated: units }) => [order, units])).toEqual([
      ["SO1", 50],
      ["SO2", 10],
      ["SO9", 520],
    ]);
    // Where stock lies at one place, that place is meant, and priority decides.
    const onHand = stock.filter(([, place]) => place === "D1");
    const one = allocated({ onHand, open: [orders[1], unplaced(70)] }).details.lines;
    expect(one.map(({ order, location, allocated: units }) => [order, location, units])).toEqual([
      ["SO2", "D1", 10],
      ["SO9", "D1", 70],
    ]);
  });

  test("a customer in two rows: the first counts and the second is told", () => {
    const twice = allocated({
      customers: [...customers, ["C1", "First again", 9, ""]],
      floors: ["", "", "", ""],
    });
    expect(quantities(twice.details)).toEqual([50, 20, 10]);
    expect(twice.outcome.issues).toMatchObject([{ table: "Customers", row: 4, column: "Customer" }]);
  });

  test("orders asked for later are left out", () => {
    expect(quantities(allocated({ options: { until: "2026-03-02" } }).details)).toEqual([50, 30]);
    expect(() => allocated({ options: { until: "soon" } })).toThrow(
      'until must be a date such as 2026-03-31, got the text "soon"',
    );
  });
});
