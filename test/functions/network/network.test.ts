import { call, complaint } from "../call";

const nodes = [
  ["Node", "Time", "Cost", "SD", "Max", "Inbound"],
  ["Plant", 4, 1, "", "", ""],
  ["Shop", 1, 2, 10, 0, ""],
];

describe("tables of a network as planners have them", () => {
  test("headers, blanks and any case of an option", () => {
    const lanes = [
      ["From", "To"],
      ["Plant", "Shop"],
      ["", ""],
    ];
    expect(call("GSM.OPTIMISE", nodes, lanes, 2, "paths", "summary")).toEqual([[80, 80, 0, "FOLDED"]]);
    expect(call("GSM.OPTIMISE", nodes.slice(1), [["Plant", "Shop"]], 2, null, "SUMMARY")[0][0]).toBe(80);
  });

  test("a lane between unknown nodes is no header", () => {
    const lanes = [
      ["Plnat", "Shp"],
      ["Plant", "Shop"],
    ];
    expect(complaint(call("GSM.OPTIMISE", nodes, lanes))).toBe(
      'node "Plnat" of lanes must stand in nodes, got no such row',
    );
  });

  test("a blank service time is not zero", () => {
    const result = call("GSM.EVALUATE", nodes, [["Plant", "Shop"]], [[0], [""]]);
    expect(complaint(result)).toBe(
      'serviceTimes of node "Shop" must be a whole number of at least 0, got a blank',
    );
  });

  test("the plan found, evaluated, costs what was said", () => {
    const lanes = [["Plant", "Shop"]];
    const plan = call("GSM.OPTIMISE", nodes, lanes, 2);
    const times = plan.map(([, outbound]) => [outbound]);
    expect(call("GSM.EVALUATE", nodes, lanes, times, 2)).toEqual(plan);
  });

  test("text in a row of figures is a fault to be told, not a header", () => {
    const rows = [["Plant", "four", 1, "", "", ""], ...nodes.slice(2)];
    expect(complaint(call("GSM.OPTIMISE", rows, [["Plant", "Shop"]]))).toBe(
      'nodes: processing time of node "Plant" must be a number, got the text "four"',
    );
    expect(call("NETWORK.CHECK", rows, [["Plant", "Shop"]])[0]).toEqual([
      "ERROR",
      "Plant",
      "lead time is not a number",
    ]);
  });

  test("an id that is a number comes back as one", () => {
    const rows = [
      [10, 4, 1, "", "", ""],
      ["020", 1, 2, 10, 0, ""],
    ];
    const lanes = [["10", "020"]];
    expect(call("GSM.OPTIMISE", rows, lanes).map(([id]) => id)).toEqual([10, "020"]);
    expect(call("GSM.EVALUATE", rows, lanes, [[0], [0]]).map(([id]) => id)).toEqual([10, "020"]);
    expect(call("NETWORK.CHECK", rows, lanes)).toEqual([
      ["WARNING", 10, "single point of failure: cuts off 020"],
    ]);
  });

  test.each([
    ["From", "To"],
    ["from_id", "to_id"],
    ["Source node", "Destination"],
    ["Start", "End"],
    ["FromNode", "ToNode"],
  ])("%s and %s are a header of lanes", (from, to) => {
    const lanes = [
      [from, to],
      ["Plant", "Shop"],
    ];
    expect(call("GSM.OPTIMISE", nodes, lanes, 2, null, "SUMMARY")[0][0]).toBe(80);
  });

  test("a city that begins like a header is a node", () => {
    const lanes = [
      ["Frome", "Toronto"],
      ["Plant", "Shop"],
    ];
    expect(complaint(call("GSM.OPTIMISE", nodes, lanes))).toBe(
      'node "Frome" of lanes must stand in nodes, got no such row',
    );
  });

  test("half a lane is told as such", () => {
    expect(complaint(call("GSM.OPTIMISE", nodes, [["Plant", ""]]))).toBe(
      'lanes must have two ends, got "Plant" to a blank',
    );
  });

  test("blank rows below nodes and beside them in service times are left out", () => {
    const long = [...nodes, ["", "", "", "", "", ""]];
    const plan = call("GSM.EVALUATE", long, [["Plant", "Shop"]], [["S"], [0], [0], [""]], 2);
    expect(plan.map(([id, service]) => [id, service])).toEqual([
      ["Plant", 0],
      ["Shop", 0],
    ]);
    const tooMany = call("GSM.EVALUATE", long, [["Plant", "Shop"]], [[0], [0], [0]]);
    expect(complaint(tooMany)).toBe("serviceTimes must have as many entries as nodes (2), got 3");
  });
});

describe("where a blank cell arrives as 0, as from Excel on the desktop", () => {
  const asZero = (rows: readonly (readonly unknown[])[]) =>
    rows.map((row) => row.map((cell) => (cell === "" ? 0 : cell)));
  const sheet = [
    ["Plant", 4, 1, "", "FREE", "", ""],
    ["Shop", 1, 2, 10, 0, "", ""],
    ["", "", "", "", "", "", ""],
  ];
  const lanes = [
    ["Plant", "Shop"],
    ["", ""],
    ["", ""],
  ];
  const blanks = call("GSM.OPTIMISE", sheet, lanes, 2);

  test("rows and lanes below the last are left out, a z of 0 is that of the call", () => {
    expect(blanks).toEqual([
      ["Plant", 0, 0, 4, 40, 40],
      ["Shop", 0, 0, 1, 20, 40],
    ]);
    expect(call("GSM.OPTIMISE", asZero(sheet), asZero(lanes), 2)).toEqual(blanks);
    expect(call("GSM.EVALUATE", asZero(sheet), asZero(lanes), [[0], [0], [0]], 2)).toEqual(blanks);
    expect(call("NETWORK.CHECK", asZero(sheet), asZero(lanes))).toEqual(call("NETWORK.CHECK", sheet, lanes));
  });

  test("FREE is no limit where a blank would be none at all", () => {
    const cheapLate = [
      ["Plant", 4, 9, "", "free", ""],
      ["Shop", 1, 9, 10, 0, ""],
    ];
    const [[free]] = call("GSM.OPTIMISE", asZero(cheapLate), [["Plant", "Shop"]], 1, null, "SUMMARY");
    // All at the shop: 9 x 10 x sqrt(5)
    expect(free).toBeCloseTo(90 * Math.sqrt(5), 9);
    const bound = cheapLate.map((row) => row.map((cell) => (cell === "free" ? 0 : cell)));
    const [[none]] = call("GSM.OPTIMISE", bound, [["Plant", "Shop"]], 1, null, "SUMMARY");
    // 9 x 10 x (sqrt(4) + 1)
    expect(none).toBeCloseTo(270, 9);
  });

  test("a node that is called 0 stays, with or without figures", () => {
    const zeros = [
      [0, 0, 0, 0, 0, 0],
      [1, 1, 2, 10, 0, 0],
    ];
    expect(call("GSM.OPTIMISE", zeros, [[0, 1]], 2).map(([id]) => id)).toEqual([0, 1]);
    expect(complaint(call("GSM.OPTIMISE", [[0, 2, 1, 0, 0, 0]], [[0, 0]]))).toBe(
      "lanes must not run in a cycle, got 0 > 0",
    );
  });
});

describe("PUSHPULL", () => {
  const days = [[30], [12], [""], [5], [0]];

  test("a blank echelon stays blank and counts as none", () => {
    expect(call("PUSHPULL", days, 7)).toEqual([["PUSH"], ["PUSH"], [""], ["BUFFER"], ["PULL"]]);
    expect(complaint(call("PUSHPULL", [[""], [""]], 7))).toBe("cumLeadTime must hold numbers, got a blank");
  });

  test("blanks at the end are left out", () => {
    expect(call("PUSHPULL", [[12], [0], [""]], 7)).toEqual([["PUSH"], ["BUFFER"]]);
  });

  test("one cv is that of every echelon", () => {
    const worth = [[2], [10], [""], [11], [14]];
    const each = call("PUSHPULL", days, 14, [[0.3], [0.3], [""], [0.3], [0.3]], worth);
    // 10 x sqrt(18) = 42, 11 x sqrt(25) = 55, 14 x sqrt(30) = 77
    expect(each).toEqual([["PUSH"], ["BUFFER"], [""], ["PULL"], ["PULL"]]);
    expect(call("PUSHPULL", days, 14, 0.3, worth)).toEqual(each);
  });

  test("a worth that is missing is told with its place", () => {
    const result = call("PUSHPULL", days, 14, 0.3, [[2], [10], [""], [""], [14]]);
    expect(complaint(result)).toBe("value at position 4 must be given where the others are, got a blank");
  });
});

test("POOLING.SAVING: no n sites are all correlated by less than -1 / (n - 1), whatever their spread", () => {
  expect(complaint(call("POOLING.SAVING", [[100], [1], [1]], -0.6))).toBe(
    "correlation must be at least -0.5 for 3 sites, got -0.6",
  );
  // A site without spread is correlated with nothing: 1 - sqrt(25 - 2 x 0.6 x 12) / 7
  expect(call("POOLING.SAVING", [[3], [4], [0]], -0.6)[0][0]).toBeCloseTo(1 - Math.sqrt(10.6) / 7, 12);
});

describe("lists in step", () => {
  test("a blank between numbers is refused with its place: what follows would slip", () => {
    const columns = [[3], [""], [2]];
    const gap = "holdCosts at position 2 must be given, got a blank";
    expect(complaint(call("SERIAL.OPTIMISE", columns, [[1], [2], [""]], 5, 1, 37))).toBe(gap);
    expect(complaint(call("METRIC.OPTIMISE", [[1]], [[1], [2], [""]], columns, [[9]]))).toBe(gap);
    expect(complaint(call("EOQ.JOINT", [[9], [9]], 50, [[1], [1]], columns))).toBe(gap);
  });

  test("blanks at the end are left out", () => {
    const whole = call("SERIAL.OPTIMISE", [[3], [2]], [[1], [2]], 5, 1, 37);
    expect(call("SERIAL.OPTIMISE", [["h"], [3], [2], [""]], [["L"], [1], [2], [""]], 5, 1, 37)).toEqual(
      whole,
    );
  });

  test("the warehouse has no rate and no shortage cost of its own: its cells may be blank", () => {
    const lists = [
      [[2], [1], [0.5]],
      [[1], [1.5], [1.5]],
    ];
    const short = call("METRIC.OPTIMISE", [[1], [2]], ...lists, [[10], [15]]);
    expect(call("METRIC.OPTIMISE", [[""], [1], [2]], ...lists, [[""], [10], [15]])).toEqual(short);
  });
});
