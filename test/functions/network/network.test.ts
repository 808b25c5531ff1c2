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
});
