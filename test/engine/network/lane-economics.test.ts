import { laneEconomics, type LaneTerms } from "../../../src/engine/network";
import { random } from "../../random";

const terms: LaneTerms = {
  demand: 1000,
  departures: 250,
  freight: 3,
  smallest: 0,
  multiple: 1,
  holdingCost: 10,
};

describe("a lane to order and in lots", () => {
  test("orders of four, twelve at least: 250 times eight empty places at 3, against four units held on average", () => {
    // (12 - 4) x 3 x 250 = 6000; (12 - 4) / 2 x 10 = 40
    expect(laneEconomics({ ...terms, smallest: 12 })).toEqual({
      order: 4,
      lot: 12,
      byOrders: 6000,
      byLots: 40,
    });
  });

  test("equals a year played departure by departure", () => {
    const draw = random(12);
    for (let k = 0; k < 40; k++) {
      const order = 1 + Math.floor(10 * draw.uniform());
      const lot = order * (1 + Math.floor(6 * draw.uniform()));
      const [freight, holdingCost] = [draw.uniform(), 20 * draw.uniform()];
      const departures = (240 * lot) / order;
      let [stock, held, empty] = [0, 0, 0];
      for (let t = 0; t < departures; t++) {
        if (stock < order) stock += lot;
        stock -= order;
        held += stock;
        empty += lot - order;
      }
      const found = laneEconomics({
        demand: order * departures,
        departures,
        freight,
        smallest: lot,
        multiple: 1,
        holdingCost,
      });
      expect(found.byOrders).toBeCloseTo(freight * empty, 6);
      expect(found.byLots).toBeCloseTo((holdingCost * held) / departures, 6);
    }
  });

  test.each([
    ["large", 20, 79],
    ["small", 1, 7],
  ])("%s orders of any size in packs: what is left of the last pack", (_, least, most) => {
    const draw = random(13);
    const multiple = 12;
    let [stock, held, empty, ordered] = [0, 0, 0, 0];
    const departures = 40_000;
    for (let t = 0; t < departures; t++) {
      const order = least + Math.floor((most - least + 1) * draw.uniform());
      const packs = (units: number) => Math.max(0, Math.ceil(units / multiple)) * multiple;
      empty += packs(order) - order;
      stock += packs(order - stock) - order;
      held += stock;
      ordered += order;
    }
    const found = laneEconomics({ ...terms, demand: ordered, departures, multiple });
    // Remainders are uniform on 0 to 11, sd 3.45: a mean of 40,000 lies within 0.07 at four standard errors, twice that where they hang together.
    expect(Math.abs(found.byOrders / (3 * departures) - empty / departures)).toBeLessThan(0.14);
    expect(Math.abs(found.byLots / 10 - held / departures)).toBeLessThan(0.14);
  });

  test("without a smallest shipment lots gain nothing; but nothing smaller than a unit travels", () => {
    expect(laneEconomics(terms)).toEqual({ order: 4, lot: 1, byOrders: 0, byLots: 0 });
    expect(laneEconomics({ ...terms, demand: 10 })).toMatchObject({ order: 1, lot: 1, byOrders: 0 });
    expect(laneEconomics({ ...terms, demand: 0, smallest: 50 })).toMatchObject({ byOrders: 0, byLots: 0 });
    expect(laneEconomics({ ...terms, departures: 40, smallest: 10 })).toMatchObject({
      byOrders: 0,
      byLots: 0,
    });
  });

  test("the smallest shipment is rounded up to the multiple", () => {
    expect(laneEconomics({ ...terms, smallest: 10, multiple: 4 }).lot).toBe(12);
  });

  test("larger smallest shipments never cost less", () => {
    let before = { byOrders: 0, byLots: 0 };
    for (let smallest = 0; smallest < 40; smallest += 3) {
      const now = laneEconomics({ ...terms, smallest });
      expect(now.byOrders).toBeGreaterThanOrEqual(before.byOrders);
      expect(now.byLots).toBeGreaterThanOrEqual(before.byLots);
      before = now;
    }
  });
});
