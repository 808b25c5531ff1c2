import { call, column, complaint } from "../call";

const steady = [52, 48, 55, 61, 47, 50, 58, 49, 53, 60, 51, 46, 57, 54, 50, 62, 48, 55];
const growing = Array.from({ length: 40 }, (_, t) => 100 + 3 * t + ((t * 7919) % 61));
const sporadic = Array.from({ length: 24 }, (_, t) => (t % 3 === 1 ? 2 + (t % 5) : 0));

describe("FORECAST.AUTO", () => {
  test("months across in, months across out; down, down; a block is one item a row", () => {
    const across = call("FORECAST.AUTO", [growing], 4);
    const down = call("FORECAST.AUTO", column(growing), 4);
    expect(across).toHaveLength(1);
    expect(down).toEqual(across[0].map((value) => [value]));
    const pad = (values: readonly number[]) => [...new Array<null>(40 - values.length).fill(null), ...values];
    const block = call("FORECAST.AUTO", [growing, pad(steady), pad(sporadic)], 4);
    expect(block[0]).toEqual(across[0]);
    expect(block[1]).toEqual(call("FORECAST.AUTO", [steady], 4)[0]);
    expect(block.map((row) => row.length)).toEqual([4, 4, 4]);
  });
  test("out tells the model, the ranking and the reasons of the same choice", () => {
    const [[model, form, error, benchmark, kind]] = call("FORECAST.AUTO", [growing], 4, 1, "WAPE", "MODEL");
    const ranking = call("FORECAST.AUTO", [growing], 4, 1, "WAPE", "RANK");
    const [why] = call("FORECAST.AUTO", [growing], 4, 1, "WAPE", "WHY");
    expect([model, kind]).toEqual(["COMB", "regular"]);
    expect(String(form)).toContain("Mean of");
    expect(Number(error)).toBeLessThan(Number(benchmark));
    expect(ranking[0].slice(0, 3)).toEqual([1, model, error]);
    expect(ranking.map(([rank]) => rank)).toEqual(ranking.map((_, i) => i + 1));
    expect(ranking.reduce((sum, row) => sum + Number(row[4]), 0)).toBeCloseTo(1, 12);
    expect(why[0]).toBe(model);
    expect(String(why[3])).toContain("NAIVE: ");
  });
  test("the members' mean, weighed as the ranking says, is the forecast", () => {
    const ranking = call("FORECAST.AUTO", [growing], 3, 1, "WAPE", "RANK");
    const members = ranking.filter((row) => Number(row[4]) > 0);
    const parts = members.map((row) => call("FORECAST.PI", [growing], 3, 0.9, row[1], 1, "MID")[0]);
    call("FORECAST.AUTO", [growing], 3, 1)[0].forEach((value, h) => {
      const mean = members.reduce((sum, row, i) => sum + Number(row[4]) * Number(parts[i][h]), 0);
      expect(Number(value)).toBeCloseTo(mean, 9);
    });
  });
  test("no history, no forecast", () => {
    expect(complaint(call("FORECAST.AUTO", [[null, null]]))).toBe(
      "demand must hold numbers, got only blanks",
    );
  });
});

describe("FORECAST.PI", () => {
  test("low, mid, high; mid is FORECAST.AUTO's; a higher level is wider", () => {
    const narrow = call("FORECAST.PI", column(growing), 3, 0.5);
    const wide = call("FORECAST.PI", column(growing), 3, 0.95);
    expect(wide.map(([, mid]) => [mid])).toEqual(call("FORECAST.AUTO", column(growing), 3));
    wide.forEach(([low, mid, high], h) => {
      const order = [low, narrow[h][0], mid, narrow[h][2], high].map(Number);
      expect(order).toEqual([...order].sort((a, b) => a - b));
    });
    expect(call("FORECAST.PI", [growing, growing], 3, 0.95, "AUTO", 12, "HIGH")[1]).toEqual(
      wide.map(([, , high]) => high),
    );
  });
  test("a method that cannot serve says why", () => {
    expect(complaint(call("FORECAST.PI", [steady], 3, 0.9, "HW"))).toBe(
      "demand must hold at least 25 periods, got 18",
    );
  });
});

describe("FORECAST.TABLE", () => {
  const lines = [
    ["A", "2024-01-10", 5, "North"],
    ["A", "2024-02-11", 7, "North"],
    ["A", "2024-02-20", 1, "North"],
    ["A", "2024-03-05", 6, "North"],
    ["B", "2024-01-31", 4, "North"],
    ["A", "2024-03-06", 9, "South"],
    ["C", "2024-02-02", null, "South"],
  ] as const;
  const of = (i: number) => column(lines.map((line) => line[i]));
  test("a row per item, place and month; a bad item has its own error", () => {
    const rows = call("FORECAST.TABLE", of(0), of(1), of(2), 2, "M", "AUTO", of(3));
    expect(
      rows.map(([item, place, date]) => [item, place, typeof date === "number" ? date : "error"]),
    ).toEqual([
      ["A", "North", 45383],
      ["A", "North", 45413],
      ["B", "North", 45383],
      ["B", "North", 45413],
      ["A", "South", 45383],
      ["A", "South", 45413],
      ["C", "South", "error"],
    ]);
    // A, North: 5, 8, 6 from January to March; B has had nothing since January
    expect(rows[0][3]).toEqual(call("FORECAST.AUTO", [[5, 8, 6]], 1)[0][0]);
    expect(rows[2][3]).toEqual(call("FORECAST.AUTO", [[4, 0, 0]], 1)[0][0]);
    expect(rows[4][6]).toBe("MEAN");
  });
});
