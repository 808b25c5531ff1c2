import { checkNetwork, type Lane, type NetworkProblem, type SiteRow } from "../../../src/engine/network";
import { random } from "../../random";

function row(id: string, values: Partial<SiteRow> = {}): SiteRow {
  return {
    id,
    processingTime: 2,
    holdingCost: 1,
    demandSd: NaN,
    maxServiceTime: NaN,
    inboundTime: NaN,
    z: NaN,
    ...values,
  };
}

/** Two plants serve two warehouses each, these two shops each: no single point of failure. */
const soundSites = [
  row("Plant A"),
  row("Plant B"),
  row("North"),
  row("South"),
  row("Shop 1", { demandSd: 5, maxServiceTime: 0 }),
  row("Shop 2", { demandSd: 5, maxServiceTime: 0 }),
];
const soundLanes: Lane[] = ["Plant A", "Plant B"]
  .flatMap((plant) => ["North", "South"].map((to) => ({ from: plant, to })))
  .concat(["North", "South"].flatMap((from) => ["Shop 1", "Shop 2"].map((to) => ({ from, to }))));

const lane = (from: string, to: string): Lane => ({ from, to });
const without = (...gone: Lane[]) =>
  soundLanes.filter((one) => !gone.some(({ from, to }) => one.from === from && one.to === to));
const changed = (id: string, values: Partial<SiteRow>) =>
  soundSites.map((one) => (one.id === id ? { ...one, ...values } : one));

describe("checkNetwork", () => {
  test("a sound network has nothing but its second root to tell", () => {
    expect(checkNetwork(soundSites, soundLanes).map(({ severity, node }) => [severity, node])).toEqual([
      ["INFO", "Plant B"],
    ]);
  });

  test.each<[string, readonly SiteRow[], readonly Lane[], NetworkProblem["severity"], string, string]>([
    ["cycle", soundSites, [...soundLanes, lane("Shop 1", "Plant A")], "ERROR", "Plant A", "cycle: "],
    ["orphan", [...soundSites, row("Old depot")], soundLanes, "WARNING", "Old depot", "orphan"],
    [
      "no lead time",
      changed("North", { processingTime: NaN }),
      soundLanes,
      "ERROR",
      "North",
      "missing lead time",
    ],
    [
      "negative lead time",
      changed("North", { processingTime: -1 }),
      soundLanes,
      "ERROR",
      "North",
      "negative lead time",
    ],
    [
      "part of a period",
      changed("North", { processingTime: 1.5 }),
      soundLanes,
      "ERROR",
      "North",
      "lead time is not whole",
    ],
    [
      "unknown node",
      soundSites,
      [...soundLanes, lane("Plnt A", "North")],
      "ERROR",
      "Plnt A",
      "unknown node in lanes",
    ],
    [
      "node twice",
      [...soundSites, row("South")],
      soundLanes,
      "ERROR",
      "South",
      "node stands in the list twice",
    ],
    [
      "lane twice",
      soundSites,
      [...soundLanes, soundLanes[0]],
      "ERROR",
      "Plant A",
      "lane to North stands in the list twice",
    ],
    [
      "lane to itself",
      soundSites,
      [...soundLanes, lane("South", "South")],
      "ERROR",
      "South",
      "lane to itself",
    ],
    [
      "no holding cost",
      changed("South", { holdingCost: NaN }),
      soundLanes,
      "ERROR",
      "South",
      "missing holding cost",
    ],
    [
      "nothing asked for",
      [...soundSites, row("Show room")],
      [...soundLanes, lane("South", "Show room")],
      "WARNING",
      "Show room",
      "no demand",
    ],
    [
      "single point",
      soundSites,
      without(lane("North", "Shop 1")),
      "WARNING",
      "South",
      "single point of failure: cuts off Shop 1",
    ],
    [
      "two networks",
      [...soundSites, row("Mill"), row("Kiosk", { demandSd: 1, maxServiceTime: 0 })],
      [...soundLanes, lane("Mill", "Kiosk")],
      "WARNING",
      "Mill",
      "separate network: Mill, Kiosk",
    ],
    ["two roots", soundSites, soundLanes, "INFO", "Plant B", "one of 2 roots"],
    [
      "text for a number",
      changed("South", { holdingCost: NaN, notNumbers: ["holdingCost"] }),
      soundLanes,
      "ERROR",
      "South",
      "holding cost is not a number",
    ],
    ["negative z", changed("South", { z: -1 }), soundLanes, "ERROR", "South", "negative z"],
    [
      "times too long",
      changed("Plant A", { processingTime: 6000 }),
      soundLanes,
      "ERROR",
      "Plant A",
      "times up to it add up to 6000, more than 5000",
    ],
    [
      "unreachable",
      [...soundSites, row("Hen"), row("Egg"), row("Nest", { demandSd: 1, maxServiceTime: 0 })],
      [...soundLanes, lane("Hen", "Egg"), lane("Egg", "Hen"), lane("Egg", "Nest")],
      "WARNING",
      "Nest",
      "unreachable: only what goes round in a cycle leads to it",
    ],
    ["no nodes", [], [], "ERROR", "", "no nodes"],
    [
      "half a lane",
      soundSites,
      [...soundLanes, lane("North", "")],
      "ERROR",
      "North",
      "lane with one end blank",
    ],
  ])("finds a seeded fault: %s", (_what, sites, lanes, severity, node, problem) => {
    const found = checkNetwork(sites, lanes);
    expect(found.filter((one) => one.problem.startsWith(problem))).toEqual([
      { severity, node, problem: expect.stringContaining(problem) as string },
    ]);
  });

  test("every cycle is told once, and an unknown node once for all its lanes", () => {
    const lanes = [
      ...soundLanes,
      lane("Shop 1", "Plant A"),
      lane("Shop 2", "South"),
      lane("Mill", "North"),
      lane("Mill", "South"),
    ];
    const errors = checkNetwork(soundSites, lanes).filter(({ severity }) => severity === "ERROR");
    expect(errors).toEqual([
      { severity: "ERROR", node: "Mill", problem: "unknown node in lanes" },
      { severity: "ERROR", node: "Plant A", problem: "cycle: Plant A > North > Shop 1 > Plant A" },
      { severity: "ERROR", node: "South", problem: "cycle: South > Shop 2 > South" },
    ]);
  });

  test("single points of failure are those that lie on every path", () => {
    const draw = random(7);
    for (let k = 0; k < 60; k++) {
      const size = 3 + (k % 7);
      const sites = Array.from({ length: size }, (_, i) =>
        row(`n${i}`, { demandSd: draw.uniform() < 0.4 ? 1 : 0 }),
      );
      const lanes: Lane[] = [];
      for (let j = 1; j < size; j++)
        for (let i = 0; i < j; i++) if (draw.uniform() < 0.35) lanes.push(lane(`n${i}`, `n${j}`));
      const found = checkNetwork(sites, lanes)
        .filter(({ problem }) => problem.startsWith("single point"))
        .map(({ node }) => node);
      const onEvery = new Set(
        sites.filter(({ demandSd }) => demandSd > 0).flatMap(({ id }) => onEveryPath(id, lanes)),
      );
      expect(found.sort()).toEqual([...onEvery].sort());
    }
  });
});

/** The nodes above a place that all paths down from nodes without supplier share. */
function onEveryPath(place: string, lanes: readonly Lane[]): string[] {
  const pathsTo = (node: string): string[][] => {
    const above = lanes.filter(({ to }) => to === node);
    if (above.length === 0) return [[node]];
    return above.flatMap(({ from }) => pathsTo(from).map((path) => [...path, node]));
  };
  const [first, ...others] = pathsTo(place);
  return first.filter((node) => node !== place && others.every((path) => path.includes(node)));
}
