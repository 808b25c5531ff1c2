import { call, complaint } from "./call";

describe("SERVICE.OPTIMISE beside a table", () => {
  const items = [
    [[100], [100]],
    [[100], [50]],
    [[500], [500]],
    [[1], [1]],
  ];
  const spread = (column: readonly unknown[][]) => [column[0], [""], column[1], [""]];

  test("a blank row in between stays blank, blanks at the end are left out", () => {
    const [first, second] = call("SERVICE.OPTIMISE", ...items, 0.98);
    const [demand, sd, lot, cost] = items.map(spread);
    expect(call("SERVICE.OPTIMISE", demand, sd, lot, cost, 0.98)).toEqual([first, ["", "", ""], second]);
  });

  test("figures of one item in different rows are not put together", () => {
    const [demand, sd, lot, cost] = items.map(spread);
    const slipped = [[100], [50], [""], [""]];
    expect(complaint(call("SERVICE.OPTIMISE", demand, slipped, lot, cost, 0.98))).toBe(
      "demand at position 2 must be given where the others are, got a blank",
    );
    expect(complaint(call("SERVICE.OPTIMISE", demand, sd, lot, [[1], [""], [""], [""]], 0.98))).toBe(
      "unitCost at position 3 must be given where the others are, got a blank",
    );
  });

  test("no floor is a blank one", () => {
    const [demand, sd, lot, cost] = items;
    const none = call("SERVICE.OPTIMISE", demand, sd, lot, cost, 0.95, "FILL", [[0.97], [0]]);
    expect(call("SERVICE.OPTIMISE", demand, sd, lot, cost, 0.95, "FILL", [[0.97], [""]])).toEqual(none);
  });

  test("only blanks", () => {
    expect(complaint(call("SERVICE.OPTIMISE", [[""]], [[""]], [[""]], [[""]], 0.9))).toBe(
      "demand must hold numbers, got a blank",
    );
  });
});
