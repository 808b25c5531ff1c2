import { bridge, type BridgeDetails } from "../../../src/analyses/bridge";
import { drivers, type Driver } from "../../../src/analyses/bridge/drivers";
import { runAnalysis } from "../../../src/analyses/run-analysis";
import { uniformDraws } from "../../../src/engine/math/random";
import type { TableContent } from "../../../src/workbook/workbook";
import { day } from "../kpis/company";
import { forecastTable, last, playedCompany, type Cause, type Play } from "./played-item";

const lead = 20;
const before = day("2025-09-30");

/** Two units a day, a lot of a month, a week of safety stock. */
const play: Play = {
  item: "a",
  location: "N",
  reorderPoint: 2 * lead + 14,
  lot: 60,
  leadTime: lead,
  opening: 100,
  cost: 10,
  demand: () => 2,
};

type Effects = Record<Driver | "Start" | "End", number>;

function effectsOf(tables: readonly TableContent[], figure = "Stock value"): Effects {
  const { details } = runAnalysis(bridge, tables, { from: "2025-09-30" }, "run");
  const { rows } = details as BridgeDetails;
  const effects = Object.fromEntries(
    rows.filter(({ Figure }) => Figure === figure).map(({ Driver, Effect }) => [Driver, Effect]),
  ) as Effects;
  const told = drivers.reduce((sum, driver) => sum + effects[driver], 0);
  expect(Math.abs(effects.Start + told - effects.End)).toBeLessThan(0.01);
  return effects;
}

const usual = effectsOf(playedCompany([play], () => undefined));

/** What a cause changes, against the same item played without it; drivers that it leaves alone are left out. */
function moved(cause: Cause, item = play, without = usual): Partial<Effects> {
  const effects = effectsOf(playedCompany([item], () => cause));
  return Object.fromEntries(
    Object.entries(effects)
      .map(([name, value]) => [name, value - without[name as Driver]] as const)
      .filter(([, value]) => Math.abs(value) > 1e-6),
  );
}

test("an item that follows its policy leaves nothing for other", () => {
  expect(usual.other).toBe(0);
  expect(usual.ordering).toBe(0);
  expect(usual.End).toBeGreaterThan(0);
});

describe("one cause at a time lands in its own driver, against the same item without it", () => {
  test("forecast error: 15 of the units that were expected in the last lead time are not taken", () => {
    const demand = (at: number) => (at > last - 15 ? 1 : 2);
    expect(moved({ demand })).toEqual({
      "forecast error": expect.closeTo(150, 6),
      End: expect.closeTo(150, 6),
    });
  });

  test("forecast error: a forecast that was wrong by itself moves stock nowhere, and says so", () => {
    // 3 a day were forecast and 2 taken, before both dates alike.
    const found = moved({ tables: [forecastTable(play, () => 3)] });
    expect(found).toEqual({});
  });

  test("lead time: the last order that was due has not come", () => {
    const late = (ordered: number) => (ordered + lead > last - 30 ? 60 : 0);
    const found = moved({ late });
    expect(found).toEqual({ "lead time": expect.closeTo(-600, 6), End: expect.closeTo(-600, 6) });
  });

  test("lead time: an order of January comes in December", () => {
    const often = { ...play, lot: 20 };
    const without = effectsOf(playedCompany([often], () => undefined));
    const late = (ordered: number) => (ordered + lead > last ? last - ordered - lead : 0);
    const found = moved({ late }, often, without);
    // Two lots of 20 were under way.
    expect(found).toEqual({ "lead time": expect.closeTo(400, 6), End: expect.closeTo(400, 6) });
  });

  test("policy: the reorder point goes up by 20; what is left is where the item stands in its cycle", () => {
    const { End, policy, ...rest } = moved({ reorderPoint: [day("2025-10-10"), play.reorderPoint + 20] });
    expect(policy).toBeCloseTo(200, 6);
    expect((policy ?? 0) + (rest["order cycle"] ?? 0)).toBeCloseTo(End ?? 0, 6);
    expect(Object.keys(rest).filter((name) => name !== "order cycle")).toEqual([]);
  });

  test("lot size: lots of two months instead of one", () => {
    const { End, ...rest } = moved({ lot: [day("2025-10-02"), 120] });
    expect(rest["lot size"]).toBeCloseTo(300, 6);
    expect((rest["lot size"] ?? 0) + (rest["order cycle"] ?? 0)).toBeCloseTo(End ?? 0, 6);
    expect(Object.keys(rest).sort()).toEqual(["lot size", "order cycle"]);
  });

  test("ordering: 180 units ordered by hand, beyond what the policy calls for", () => {
    const { End, ...rest } = moved({ extra: [last - lead - 3, 180] });
    // The policy lets the position come up to a lot above the reorder point: that much is the cycle's.
    expect(rest.ordering).toBeGreaterThan(1000);
    expect((rest.ordering ?? 0) + (rest["order cycle"] ?? 0)).toBeCloseTo(End ?? 0, 6);
    expect(Object.keys(rest).filter((name) => name !== "order cycle")).toEqual(["ordering"]);
  });

  test("ordering: no order goes out since the end of November, whatever the policy says", () => {
    const { End, ...rest } = moved({ stopped: day("2025-11-28") });
    expect(rest.ordering).toBeLessThan(0);
    expect((rest.ordering ?? 0) + (rest["order cycle"] ?? 0)).toBeCloseTo(End ?? 0, 6);
    expect(Object.keys(rest).filter((name) => name !== "order cycle")).toEqual(["ordering"]);
  });

  test("mix: demand goes from 2 to 3 a day as forecast, and the reorder point stays", () => {
    const demand = (at: number) => (at > day("2025-10-31") ? 3 : 2);
    const covered = { ...play, reorderPoint: 80 };
    const without = effectsOf(
      playedCompany([covered], () => ({ tables: [forecastTable(play, play.demand)] })),
    );
    const found = moved({ demand, tables: [forecastTable(play, demand)] }, covered, without);
    // Twenty days of one unit more are under way and no longer on the shelf.
    expect(found.mix).toBeCloseTo(-200, 6);
    expect(Object.keys(found).filter((name) => !["End", "order cycle"].includes(name))).toEqual(["mix"]);
  });

  test("write-off: 9 units scrapped in the last days", () => {
    const found = moved({ booked: [{ day: last - 5, type: "scrap", units: -9 }] });
    expect(found["write-off"]).toBeCloseTo(-90, 6);
    expect(Object.keys(found).sort()).toEqual(["End", "write-off"]);
  });

  test("write-off of October that was bought again: the orders that refilled it stand beside it", () => {
    const found = moved({ booked: [{ day: day("2025-10-03"), type: "scrap", units: -9 }] });
    expect(found["write-off"]).toBeCloseTo(-90, 6);
    expect(found.ordering).toBeCloseTo(90, 6);
    expect(
      Object.keys(found)
        .filter((name) => !["End", "order cycle"].includes(name))
        .sort(),
    ).toEqual(["ordering", "write-off"]);
  });

  test("counts and moves: a count finds 4 fewer; a move between places moves the company nowhere", () => {
    expect(moved({ booked: [{ day: last - 5, type: "count", units: -4 }] })).toEqual({
      "counts and moves": expect.closeTo(-40, 6),
      End: expect.closeTo(-40, 6),
    });
    const other = { ...play, location: "S" };
    const both = effectsOf(playedCompany([play, other], () => undefined));
    const across = effectsOf(
      playedCompany([play, other], ({ location }) => ({
        booked: [{ day: last - 5, type: "transfer", units: location === "N" ? -6 : 6 }],
      })),
    );
    for (const driver of drivers) expect(across[driver]).toBeCloseTo(both[driver], 6);
  });

  test("cost: the price goes from 10 to 12", () => {
    const found = moved({ cost: [day("2025-10-05"), 12] });
    expect(found.cost).toBeGreaterThan(0);
    expect(Object.keys(found).sort()).toEqual(["End", "cost"]);
  });
});

test("a part of a line that came leaves only the rest of it late", () => {
  const tables = playedCompany([play], () => ({ late: (ordered) => (ordered + lead > last - 30 ? 60 : 0) }));
  const receipts = tables.find(({ name }) => name === "Receipts")!;
  const open = receipts.rows.find((row) => row[6] === "" && Number(row[5]) <= last)!;
  const came = last - 2;
  const partial = tables.map((table) => {
    if (table.name === "Receipts")
      return { ...table, rows: [...table.rows, [...open.slice(0, 6), came, open[7], 25]] };
    if (table.name === "Transactions")
      return { ...table, rows: [...table.rows, ["X", came, "a", "N", "receipt", 25, 10]] };
    if (table.name === "Stock")
      return {
        ...table,
        rows: table.rows.map((row) => [...row.slice(0, 5), Number(row[5]) + 25, Number(row[6]) + 250]),
      };
    return table;
  });
  expect(effectsOf(partial)["lead time"]).toBeCloseTo(usual["lead time"] - 350, 6);
});

describe("twenty items with everything going on at once", () => {
  test.each([1, 2, 3])("seed %i: it closes, and other is less than a hundredth of stock", (seed) => {
    const uniform = uniformDraws(seed);
    const plays = Array.from({ length: 20 }, (_, i): Play => {
      const rate = 1 + Math.floor(uniform() * 6);
      const leadTime = 5 + Math.floor(uniform() * 40);
      const noise = uniformDraws(1000 * seed + i);
      const daily = new Map<number, number>();
      return {
        item: `i${i}`,
        location: i % 3 === 0 ? "S" : "N",
        reorderPoint: Math.ceil(rate * leadTime * (1.2 + uniform())),
        lot: Math.ceil(rate * (10 + 50 * uniform())),
        leadTime,
        opening: Math.ceil(rate * leadTime * 2),
        cost: 1 + Math.round(500 * uniform()) / 10,
        demand: (at) => {
          if (!daily.has(at)) daily.set(at, Math.floor(2 * rate * noise() + 0.5));
          return daily.get(at)!;
        },
      };
    });
    const cause = ({ reorderPoint, lot }: Play): Cause => ({
      late: (ordered) => ((ordered * 7919) % 11) - 3,
      ...(lot % 3 === 0 && { reorderPoint: [before + 20, reorderPoint + 10] as const }),
      ...(lot % 4 === 0 && { extra: [before + 30, 3 * lot] as const }),
      ...(lot % 5 === 0 && { cost: [before + 15, 40] as const }),
      booked: lot % 2 === 0 ? [{ day: last - 40, type: "count", units: -1 }] : [],
    });
    for (const figure of ["Stock value", "Turns"]) {
      const effects = effectsOf(playedCompany(plays, cause), figure);
      expect(Math.abs(effects.other)).toBeLessThan(0.01 * effects.Start);
    }
  });
});
