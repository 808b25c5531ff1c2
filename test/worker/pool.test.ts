import { findFunction } from "../../src/functions/catalogue";
import { evaluate, type Outcome } from "../../src/functions/evaluate";
import { FunctionCache, type CallRunner } from "../../src/functions/memoise";
import { CellError } from "../../src/functions/cell-error";
import { createPool, samePlacePool, WorkCancelled, type WorkPool } from "../../src/worker/pool";
import { nodePort } from "../../src/worker/node-port";
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

test("without workers the same answers come from this thread", async () => {
  const here = samePlacePool();
  const block = Array.from({ length: 5 }, (_, row) => season(row));
  expect(await here.call(ets, [block, 4])).toStrictEqual(evaluate(ets, [block, 4]));
  here.close();
});

test("a light call is answered on the spot, a light function over a large block is not, with equal answers", async () => {
  const ses = findFunction("FORECAST.SES")!;
  expect(pool.call(ses, [season(1), 3])).toStrictEqual(evaluate(ses, [season(1), 3]));
  const block = Array.from({ length: 200 }, (_, row) => season(row));
  const answer = pool.call(ses, [block, 3]);
  expect(answer).toBeInstanceOf(Promise);
  expect(await answer).toStrictEqual(evaluate(ses, [block, 3]));
});

test("small calls are not starved by a large block that came before", async () => {
  const block = Array.from({ length: 300 }, (_, row) => season(row));
  let blockDone = false;
  const large = Promise.resolve(pool.call(ets, [block])).then((outcome) => {
    blockDone = true;
    return outcome;
  });
  for (let i = 0; i < 5; i++) {
    await pool.call(ets, [season(1_000 + i)]);
    expect(blockDone).toBe(false);
  }
  expect(await large).toHaveLength(300);
});

test("cancelled work is dropped, and the next work is done", async () => {
  const abort = new AbortController();
  const block = Array.from({ length: 1_000 }, (_, row) => season(row));
  const large = pool.call(ets, [block], abort.signal);
  const rejected = expect(large).rejects.toBeInstanceOf(WorkCancelled);
  setTimeout(() => abort.abort(), 50);
  await rejected;
  expect(await pool.call(ets, [season(7)])).toStrictEqual(evaluate(ets, [season(7)]));
});

test("the calling thread may work too; others are started only where work is left after a while", async () => {
  const block = Array.from({ length: 30 }, (_, row) => season(row));
  for (const [aloneFor, others] of [
    [1e9, 0],
    [0, 1],
  ]) {
    let started = 0;
    const start = sourceWorker();
    const helping = createPool({
      start: (events) => {
        started++;
        return start(events);
      },
      size: 2,
      aloneFor,
    });
    expect(await helping.call(ets, [block, 4])).toStrictEqual(evaluate(ets, [block, 4]));
    expect(started).toBe(others);
    helping.close();
  }
});

test("equal calls are computed once; the work ends when the last who waits has left", async () => {
  let running = 0;
  let aborted = 0;
  const run: CallRunner = (_, __, signal) => {
    running++;
    return new Promise<Outcome>((resolve, reject) => {
      signal?.addEventListener("abort", () => {
        aborted++;
        reject(new WorkCancelled());
      });
      setTimeout(() => resolve([[running]]), 30);
    });
  };
  const cache = new FunctionCache<CallRunner>(run);
  const [one, other] = [new AbortController(), new AbortController()];
  const first = cache.call(ets, [[1, 2]], one.signal);
  const second = cache.call(ets, [[1, 2]], other.signal);
  one.abort();
  await expect(first).rejects.toBeInstanceOf(WorkCancelled);
  expect(await second).toEqual([[1]]);
  expect(await cache.call(ets, [[1, 2]])).toEqual([[1]]);
  const third = cache.call(ets, [[3]], (one as AbortController).signal);
  await expect(third).rejects.toBeInstanceOf(WorkCancelled);
  expect({ running, aborted }).toEqual({ running: 2, aborted: 1 });
});

describe("workers that fail", () => {
  const log = jest.spyOn(console, "error").mockImplementation(() => undefined);
  afterAll(() => log.mockRestore());
  const withFaults = () =>
    createPool({ start: sourceWorker("test/worker/stuck-entry.ts"), size: 1, grace: 50 });

  test("one that ends answers with our fault, is replaced, and the fault is not remembered", async () => {
    const faulty = withFaults();
    const cache = new FunctionCache<CallRunner>(faulty.call);
    const outcome = await cache.call(ets, [[["crash", 1, 2]], 2]);
    expect(outcome).toEqual([[new CellError("#VALUE!", "internal error")]]);
    expect(await cache.call(ets, [season(3)])).toStrictEqual(evaluate(ets, [season(3)]));
    expect(faulty.trouble).toBeUndefined();
    faulty.close();
  });

  test("one that never finishes is ended when its work is cancelled", async () => {
    const faulty = withFaults();
    await faulty.call(ets, [season(3)]);
    const abort = new AbortController();
    const stuck = expect(faulty.call(ets, [[["stick", 1, 2]], 2], abort.signal)).rejects.toBeInstanceOf(
      WorkCancelled,
    );
    setTimeout(() => abort.abort(), 20);
    await stuck;
    expect(await faulty.call(ets, [season(4)])).toStrictEqual(evaluate(ets, [season(4)]));
    faulty.close();
  });

  test("where none can start the work is done here, and the user is told why", async () => {
    const refused = createPool({
      start: nodePort(() => {
        throw new Error("not allowed");
      }),
      size: 2,
    });
    const told: string[] = [];
    refused.onTrouble((sentence) => told.push(sentence));
    expect(await refused.call(ets, [season(5)])).toStrictEqual(evaluate(ets, [season(5)]));
    expect(told).toEqual([expect.stringContaining("could not be started (not allowed)")]);
    refused.close();
  });

  test("closing settles what is not finished", async () => {
    const faulty = withFaults();
    const stuck = expect(faulty.call(ets, [[["stick", 1, 2]], 2])).rejects.toBeInstanceOf(WorkCancelled);
    faulty.close();
    await stuck;
  });
});
