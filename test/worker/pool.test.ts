import { findFunction } from "../../src/functions/catalogue";
import { evaluate } from "../../src/functions/evaluate";
import { createPool, type WorkPool } from "../../src/worker/pool";
import { sourceWorker } from "./start-worker";

jest.setTimeout(60_000);

let pool: WorkPool;
beforeAll(() => {
  pool = createPool({ start: sourceWorker(), size: 2 });
});
afterAll(() => pool.close());

const ets = findFunction("FORECAST.ETS")!;
const season = (row: number, length = 48) =>
  Array.from(
    { length },
    (_, t) => 100 + row + 20 * Math.sin((t * Math.PI) / 6) + ((t * 7919 + row * 104729) % 31),
  );

test("a block over the workers gives, bit for bit, what the direct call gives", async () => {
  const block = [
    Array.from({ length: 48 }, (_, t) => `M${t + 1}`),
    ...Array.from({ length: 12 }, (_, row) => season(row)),
    Array.from({ length: 48 }, () => null),
    Array.from({ length: 48 }, () => "text"),
    Array.from({ length: 48 }, () => -5),
    season(99),
    Array.from({ length: 48 }, () => null),
  ];
  for (const args of [[block], [block, 6, 12, "AUTO", null, null, true], [block, -1], [block, [[1, 2]]]]) {
    const outcome = await pool.call(ets, args);
    expect(outcome).toStrictEqual(evaluate(ets, args));
  }
  expect(pool.trouble).toBeUndefined();
});
