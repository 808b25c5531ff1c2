import { CellError } from "../../src/functions/cell-error";
import { evaluate } from "../../src/functions/evaluate";
import { explainCall } from "../../src/functions/explain";
import { forecastReg } from "../../src/functions/forecast/reg";
import known from "../reference/regression.json";

const { demand, promotion, price, h } = known;
const n = demand.length;
const down = (...lists: (number | string | null)[][]) => lists[0].map((_, i) => lists.map((list) => list[i]));
const call = (...args: unknown[]) => evaluate(forecastReg, args);
const message = (outcome: unknown) => {
  const cell = (outcome as readonly (readonly unknown[])[])[0][0];
  return cell instanceof CellError ? `${cell.code} ${cell.message}` : String(cell);
};
const history = [promotion.slice(0, n), price.slice(0, n)];
const coming = [promotion.slice(n, n + h), price.slice(n, n + h)];
const [, , , both] = known.cases;

describe("orientation follows demand", () => {
  const expected = call(down(demand), down(...history), down(...coming), null, 4);
  test("down: a column each; statsmodels' numbers", () => {
    expect(expected).toHaveLength(h);
    expected.forEach(([cell], i) => expect(cell).toBeCloseTo(both.forecast[i], 9));
  });
  test("across: a row each, the same numbers across", () => {
    expect(call([demand], history, coming, null, 4)).toEqual([expected.map(([cell]) => cell)]);
  });
  test("rows below the last demand serve as future, blank demand beside them is none", () => {
    const longer = [promotion.slice(0, n + h), price.slice(0, n + h)];
    expect(call(down(demand), down(...longer), null, h, 4)).toEqual(expected);
    const withBlanks = [...demand, ...new Array<null>(h).fill(null)];
    expect(call(down(withBlanks), down(...longer), null, h, 4)).toEqual(expected);
  });
  test("headers are skipped on every block, blanks below future are no periods", () => {
    const headed = ["Units", ...demand];
    const named = [
      ["Promotion", ...history[0]],
      ["Price", ...history[1]],
    ];
    const future = [
      ["Promotion", ...coming[0], null],
      ["Price", ...coming[1], null],
    ];
    expect(call(down(headed), down(...named), down(...future), null, 4)).toEqual(expected);
    expect(call([headed], named, future, null, 4)).toEqual([expected.map(([cell]) => cell)]);
  });
  test("a lone driver's future may lie either way", () => {
    const one = call(down(demand), down(history[0]), down(coming[0]), null, 1);
    expect(one).toHaveLength(h);
    expect(call(down(demand), down(history[0]), [coming[0]], null, 1)).toEqual(one);
  });
  test("a block of demand is a series per row with the same drivers", () => {
    const block = call([demand, demand.map((value) => 2 * value)], history, coming, null, 4);
    expected.forEach(([cell], i) => {
      expect(block[0][i]).toBe(cell);
      expect(block[1][i]).toBeCloseTo(2 * (cell as number), 9);
    });
  });
});

test("without future h is 12 and demand's blanks at both ends are no history", () => {
  const plain = call(down(demand), null, null, null, 1);
  expect(plain).toHaveLength(12);
  const padded = call(down([null, null, ...demand, null]), null, null, null, 1);
  plain.forEach(([cell], i) => expect(padded[i][0]).toBeCloseTo(cell as number, 9));
});

test.each<[string, unknown[], string]>([
  [
    "too few rows",
    [down(demand), down(history[0].slice(1)), down(coming[0])],
    "#VALUE! regressors must have one row for each period of demand (40), or one column where demand runs across, got 39 rows x 1 columns",
  ],
  [
    "too many rows beside a future",
    [down(demand), down(promotion), down(coming[0])],
    "#VALUE! regressors must have one row for each period of demand (40) where future is given, got",
  ],
  [
    "future of another width",
    [down(demand), down(...history), down(coming[0])],
    "#VALUE! future must have as many columns as regressors (2), got 1",
  ],
  [
    "future of another length than h",
    [down(demand), down(history[0]), down(coming[0]), 3, 1],
    "#VALUE! future must have one value for each coming period (3), got 6",
  ],
  [
    "a blank in future",
    [down(demand), down(history[0]), down([1, null, 0]), null, 1],
    "#VALUE! future must be known in every coming period, got a blank in period 2 of regressor 1",
  ],
  [
    "no future at all",
    [down(demand), down(history[0]), null, 2, 1],
    "#VALUE! future must hold the regressors of h = 2 coming periods, got 0",
  ],
  [
    "future without regressors",
    [down(demand), null, down(coming[0])],
    "#VALUE! regressors must come with future, got a blank",
  ],
  [
    "text among drivers",
    [down([3, 5, 4, 6]), down([1, 2, "x", 4]), down([1]), null, 1],
    '#VALUE! regressors at position 3 must be a number, got the text "x"',
  ],
  [
    "a zero under log",
    [down([3, 0, 4, 6]), null, null, 2, 1, true, true],
    "#VALUE! demand must be above 0 under log, got 0 at position 2",
  ],
  ["blanks only", [down([null, null])], "#N/A demand must hold numbers, got only blanks"],
])("refusal: %s", (_, args, expected) => {
  expect(message(call(...args))).toContain(expected);
});

test("the explanation names each effect and ends with the cell's number", () => {
  const args = [down(demand), down(history[0]), down(coming[0]), null, 1];
  const steps = explainCall(forecastReg, args) ?? [];
  expect(steps.map(({ label }) => label)).toEqual([
    "Effect: level",
    "Effect: trend per period",
    "Effect: regressor 1",
    "Standard deviation of what is left",
    "Forecast of the next period",
  ]);
  expect(steps[4].result).toBe(call(...args)[0][0]);
});
