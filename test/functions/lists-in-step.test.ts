import { call, column, complaint } from "./call";

describe("lists that keep step with each other", () => {
  test("a name on top is left out; a number or a day stored as text is not, or the rest would shift", () => {
    const named = call("ALLOCATE", 80, column(["Wanted", 50, 40, 20]), column(["Tier 1-9", 1, 2, 2]));
    expect(named).toEqual(column([50, 20, 10]));
    expect(complaint(call("ALLOCATE", 80, column(["50", 40, 20])))).toBe(
      'demand at position 1 must be a number, got the text "50"',
    );
    expect(complaint(call("ALLOCATE", 80, column(["1.234,50", 40])))).toContain("demand at position 1");
    expect(complaint(call("LEADTIME.STATS", column(["05.01.2024", 45310]), column([45300, 45320])))).toBe(
      'ordered at position 1 must be a date, or text such as 2024-01-31, got the text "05.01.2024"',
    );
  });

  test("a row with a number in it is no header of a two-column block, and a cell at fault is named", () => {
    expect(
      call("PIPELINE.ETA", 45352, [
        ["mean", "sd"],
        [10, 0],
      ]),
    ).toEqual([[45362]]);
    expect(
      complaint(
        call("PIPELINE.ETA", 45352, [
          ["sea", 2],
          [10, 0],
        ]),
      ),
    ).toBe('legs in row 1, column 1 must be a number, got the text "sea"');
    expect(
      complaint(
        call("PIPELINE.ETA", 45352, [
          [10, 0],
          [3, -1],
        ]),
      ),
    ).toBe("legs in row 2, column 2 must be at least 0, got -1");
    expect(complaint(call("PIPELINE.ETA", 45352, [[10, 2, 3]]))).toBe("legs must have two columns, got 3");
  });
});
