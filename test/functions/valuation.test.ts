import { CellError } from "../../src/functions/cell-error";
import { explainCall } from "../../src/functions/explain";
import { findFunction } from "../../src/functions/catalogue";
import { call, column, complaint } from "./call";

const error = (code: string, message: string) => new CellError(code as "#N/A", message);

test("a bad row spoils its own item, the others survive", () => {
  const dates = column(["Date", "2024-01-01", "2024-01-01", "31.01.2024", "2024-01-02", "2024-01-03"]);
  const qty = column(["Qty", 10, 4, 3, "two", -1]);
  const cost = column(["Cost", 2, 3, 5, 1, null]);
  const items = column(["Item", "A", "B", "C", "D", "A"]);
  const badDate = error(
    "#VALUE!",
    'dates at position 4 must be a date, or text such as 2024-01-31, got the text "31.01.2024"',
  );
  const badQuantity = error("#VALUE!", 'qty at position 5 must be a number, got the text "two"');
  expect(call("FIFO.VALUE", dates, qty, cost, null, items)).toEqual([
    ["A", 9, 18],
    ["B", 4, 12],
    ["C", badDate, badDate],
    ["D", badQuantity, badQuantity],
  ]);
  expect(complaint(call("FIFO.VALUE", dates, qty, cost))).toBe(badDate.message);
  expect(call("AVGCOST", dates, qty, cost, null, null, items)[0]).toEqual(["A", 9, 2, 18]);
  expect(call("FIFO.LAYERS", dates, qty, cost, null, items)[0]).toEqual(["A", 45292, 9, 2, 18]);
});

test("negative stock of one item leaves the others, and names the row as the sheet counts it", () => {
  const short = error("#N/A", "qty must not take stock below 0, got -2 on 2024-01-02 (position 3)");
  const args = [
    column(["Date", "2024-01-01", "2024-01-02", "2024-01-02"]),
    column(["Qty", 10, -12, 5]),
    column(["Cost", 2, null, 3]),
  ];
  expect(call("FIFO.COGS", ...args, null, null, column(["A", "A", "B"]))).toEqual([
    ["A", short, short],
    ["B", 0, 0],
  ]);
  expect(call("FIFO.COGS", column([1, 2, 3, 4]), column([5, -2, -4, 9]), column([1, null, null, 1]))).toEqual(
    [[2], [error("#N/A", "qty must not take stock below 0, got -1 on 1900-01-03 (position 3)")]],
  );
});

test("blank rows of whole columns do not count; asof is a day, not an instant", () => {
  const pad = (cells: readonly unknown[]) => column([...cells, ...new Array<null>(50).fill(null)]);
  const rows = [pad([45292.4, 45293.9]), pad([10, -4]), pad([2, null])];
  expect(call("FIFO.VALUE", ...rows)).toEqual([[12]]);
  expect(call("FIFO.VALUE", ...rows, 45293)).toEqual([[12]]);
  expect(call("FIFO.VALUE", ...rows, 45292)).toEqual([[20]]);
  expect(complaint(call("FIFO.VALUE", pad([]), pad([]), pad([])))).toMatch(
    /dates must hold at least one movement/,
  );
});

test("AGEING takes a block as one item a row, aged at the latest date of all", () => {
  const dates = [
    ["2024-01-01", "2024-12-31"],
    ["2024-06-01", null],
  ];
  const qty = [
    [10, 5],
    [8, null],
  ];
  expect(call("AGEING", dates, qty, column([8, 9]))).toEqual([
    [5, 0, 0, 3, 0],
    [0, 0, 8, 0, 1],
  ]);
});

test("STOCKSTATUS judges all items at the latest issue of any; a bad row survives alone", () => {
  const outcome = call("STOCKSTATUS", column([5, 5, "x"]), column([45000, 45400, 45400]), column([9, 9, 9]));
  expect(outcome.slice(0, 2)).toEqual([["Obsolete"], ["Active"]]);
  expect(outcome[2][0]).toBeInstanceOf(CellError);
});

test.each<[string, string, readonly unknown[], string]>([
  [
    "dead below slow",
    "STOCKSTATUS",
    [5, 45000, 9, 45001, 365, 180],
    "dead must be at least slow (365), got 180",
  ],
  [
    "15 for 15 %",
    "RESERVE.TIERS",
    [11, 1000, [[6, 15]]],
    "tiers in row 1 must be from 0 to 1 (write 0.15 or 15%), got 15",
  ],
  ["a type without types", "RESERVE.TIERS", [11, 1000, [[6, 0.1]], "ROH"], "tiers must have three columns"],
  ["orders not given", "FILLRATE", [[[1]], [[1]], "ORDER"], "orderId must be given where by is ORDER"],
  ["cost not given", "IRA", [[[1]], [[1]], 0, "VALUE"], "unitCost must be given where by is VALUE"],
  ["LCM without replacement", "NRV.TEST", [20, 19, 1, 0, "LCM"], "replacement must be given with LCM"],
  [
    "lists of unequal length",
    "FIFO.VALUE",
    [[[1, 2]], [[1]], [[1, 1]]],
    "qty must have as many entries as dates (2), got 1",
  ],
  ["buckets that fall", "AGEING", [[[1]], [[1]], 1, [[90, 30]]], "buckets must be ascending, got the text"],
  [
    "drivers that differ in number",
    "KPI.BRIDGE",
    [[[1], [2]], [[1]]],
    "current must have as many entries as prior (2), got 1",
  ],
])("%s", (_, name, args, message) => {
  expect(complaint(call(name, ...args))).toContain(message);
});

test("the bridge of a divisor of 0 is a division by 0", () => {
  expect((call("KPI.BRIDGE", [["/Stock", 0]], [["/Stock", 1]])[0][0] as CellError).code).toBe("#DIV/0!");
});

test("AGEING's explanation says what no receipt explains", () => {
  const definition = findFunction("AGEING");
  const steps = definition && explainCall(definition, [[[45292]], [[5]], 8]);
  expect(steps?.find(({ label }) => label === "Without a receipt")?.result).toBe(3);
});
