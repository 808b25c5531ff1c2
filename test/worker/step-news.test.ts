import { placeSafetyStock } from "../../src/analyses/place-safety-stock";
import type { PlacementProgress } from "../../src/analyses/network/place-item";
import { createPool, samePlacePool, type Progress, type WorkPool } from "../../src/worker/pool";
import type { CellValue } from "../../src/workbook/workbook";
import { monthDate, tableContent } from "../analyses/table-content";
import { random } from "../random";
import { sourceWorker } from "./start-worker";

jest.setTimeout(60_000);

type Rows = readonly (readonly CellValue[])[];

/** Four layers of places, each supplied by several of the layer before: too tangled to be proven in a moment. */
function tangled() {
  const draw = random(3);
  const [layers, width] = [4, 30];
  const id = (layer: number, k: number) => `L${layer}-${k}`;
  const places: Rows = Array.from({ length: layers * width }, (_, i) => [
    id(Math.floor(i / width), i % width),
    "DC",
  ]);
  const lanes: (readonly CellValue[])[] = [];
  for (let layer = 1; layer < layers; layer++)
    for (let k = 0; k < width; k++)
      for (const from of new Set(Array.from({ length: 5 }, () => Math.floor(draw.uniform() * width))))
        lanes.push([id(layer - 1, from), id(layer, k), 1 + Math.floor(draw.uniform() * 60)]);
  const demand = Array.from({ length: width }, (_, k) => id(layers - 1, k)).flatMap((place) =>
    Array.from({ length: 6 }, (_, month) => ["A", place, monthDate(month), Math.round(draw.gamma(4, 25))]),
  );
  return [
    tableContent("Locations", ["Location", "Type"], places),
    tableContent("Lanes", ["From", "To", "LeadTime"], lanes),
    tableContent("Items", ["Item", "Cost", "LeadTime"], [["A", 50, 45]]),
    tableContent("Demand", ["Item", "Location", "Date", "Qty"], demand),
  ];
}

async function newsOf(pool: WorkPool): Promise<Progress[]> {
  const told: Progress[] = [];
  await pool.analyse(placeSafetyStock, tangled(), {
    options: { seconds: 2 },
    runId: "run-1",
    onProgress: (progress) => told.push(progress),
  });
  pool.close();
  return told;
}

test.each([
  ["a thread of its own", () => createPool({ start: sourceWorker(), size: 1 })],
  ["this thread", samePlacePool],
])("a long search in %s tells its cost, bound and gap before it is done", async (_, start) => {
  const told = await newsOf(start());
  const news = told.filter(({ details }) => details !== undefined);
  expect(news.length).toBeGreaterThan(0);
  for (const { details, text, share } of news) {
    const { item, plan, cost, bound, gap } = details as PlacementProgress;
    expect([item, plan]).toEqual(["A", "CORPORATE"]);
    expect(cost).toBeGreaterThanOrEqual(bound);
    expect(gap).toBeCloseTo((cost - bound) / cost, 12);
    expect(text).toMatch(/^0 of 1, A: [\d,]+ a year, at most [\d.]+ % above the optimum$/);
    expect(share).toBeLessThan(1);
  }
  expect(told.at(-1)).toEqual({ share: 1, text: "Done" });
});
