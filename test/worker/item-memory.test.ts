import fc from "fast-check";
import { cite } from "../../src/engine/sources";
import { PlanningError } from "../../src/engine/errors";
import { choice, number, optional, series } from "../../src/functions/arguments";
import { planCall } from "../../src/functions/call-plan";
import { CellError, internalError } from "../../src/functions/cell-error";
import { findFunction } from "../../src/functions/catalogue";
import { defineFunction, valueSeries } from "../../src/functions/define";
import { evaluate, itemResults, joinItems } from "../../src/functions/evaluate";
import { ItemMemory } from "../../src/functions/item-memory";
import { localPort } from "../../src/worker/local-port";
import { createPool } from "../../src/worker/pool";
import type { Request } from "../../src/worker/requests";

const counted = () => {
  const calls: number[] = [];
  const definition = defineFunction({
    name: "TEST.RUN",
    family: "demand",
    summary: "Multiplies a run.",
    args: { demand: series("demand"), by: optional(number("by", "units"), 1) },
    vector: true,
    returns: valueSeries("run", "units"),
    source: cite("ascm-dictionary", ""),
    examples: [],
    run: ({ demand, by }) => {
      calls.push(demand[0]);
      if (demand[0] < 0) throw new PlanningError("invalid-input", "demand", "demand is negative");
      if (demand[0] === 666) throw new Error("ours");
      return [...demand].map((each) => each * by);
    },
  });
  return { calls, definition };
};

/** The call with a memory between plan and engine, and how many items were calculated for it. */
function remembering(memory: ItemMemory, definition: Parameters<typeof planCall>[0], args: unknown[]) {
  const plan = planCall(definition, args);
  const { rest, note, results } = memory.recall(plan);
  itemResults(rest, rest.from, rest.to).forEach((result, i) => note(i, result));
  return joinItems(plan, results());
}

test("after an edit of one series only that one is calculated", () => {
  const { calls, definition } = counted();
  const memory = new ItemMemory();
  const block = [
    ["Jan", "Feb"],
    [1, 2],
    [3, 4],
    [null, null],
    [5, 6],
  ];
  remembering(memory, definition, [block, 2]);
  expect(calls).toEqual([1, 3, 5]);
  block[2][1] = 9;
  expect(remembering(memory, definition, [block, 2])).toEqual([
    [2, 4],
    [6, 18],
    ["", ""],
    [10, 12],
  ]);
  expect(calls.slice(3)).toEqual([3]);
  // Another whole argument makes all of them other items.
  remembering(memory, definition, [block, 3]);
  expect(calls).toHaveLength(7);
});

test("equal series of one block are calculated once, wherever they stand", () => {
  const { calls, definition } = counted();
  const memory = new ItemMemory();
  const answer = remembering(memory, definition, [
    [
      [1, 2],
      [3, 4],
      [1, 2],
    ],
  ]);
  expect(answer).toEqual([
    [1, 2],
    [3, 4],
    [1, 2],
  ]);
  remembering(memory, definition, [
    [
      [3, 4],
      [1, 2],
    ],
  ]);
  expect(calls).toEqual([1, 3]);
});

test("an error of the input is remembered, a fault of ours is not", () => {
  const log = jest.spyOn(console, "error").mockImplementation(() => undefined);
  const { calls, definition } = counted();
  const memory = new ItemMemory();
  const block = [
    [-1, 2],
    [666, 4],
  ];
  for (let i = 0; i < 2; i++) {
    expect(remembering(memory, definition, [block])).toEqual([
      [new CellError("#VALUE!", "demand is negative"), new CellError("#VALUE!", "demand is negative")].slice(
        0,
        1,
      ),
      [internalError()],
    ]);
  }
  expect(calls).toEqual([-1, 666, 666]);
  log.mockRestore();
});

test("the memory is bounded, and the least recently wanted goes first", () => {
  const { calls, definition } = counted();
  // Each of these items counts as 2 cells and what it takes to find it.
  const memory = new ItemMemory(2 * (2 + 6));
  const ask = (...firsts: number[]) => remembering(memory, definition, [firsts.map((first) => [first, 0])]);
  ask(1, 2);
  ask(1, 3);
  ask(1, 3);
  expect(calls).toEqual([1, 2, 3]);
  ask(2, 1);
  expect(calls).toEqual([1, 2, 3, 2]);
});

test("answers are, bit for bit, those of a direct call, whatever was asked before", () => {
  const definition = defineFunction({
    ...counted().definition,
    args: {
      demand: series("demand"),
      by: optional(number("by", "units"), 1),
      how: optional(choice("how", ["KEEP", "TURN"]), "KEEP"),
    },
    run: ({ demand, by, how }) =>
      how === "TURN" ? [...demand].map((each) => -each * by).reverse() : [...demand].map((each) => each * by),
  });
  const cell = fc.oneof(
    fc.constantFrom<unknown>(0, -0, 1, "x", "", null, true, { type: "Error", basicValue: "#N/A" }),
    fc.double(),
  );
  const block = fc
    .integer({ min: 1, max: 3 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }),
    );
  const memory = new ItemMemory(60);
  fc.assert(
    fc.property(
      block,
      fc.oneof(
        cell,
        fc.array(fc.array(cell, { minLength: 1, maxLength: 1 }), { minLength: 1, maxLength: 4 }),
      ),
      fc.constantFrom("KEEP", "TURN", null),
      (demand, by, how) => {
        const args = [demand, by, how];
        const direct = evaluate(definition, args);
        let remembered = direct;
        try {
          if (planCall(definition, args).lifted.length > 0)
            remembered = remembering(memory, definition, args);
        } catch {
          return;
        }
        expect(remembered).toStrictEqual(direct);
      },
    ),
  );
});

test("the pool sends only the series that changed to its workers, also of a call that was given up", async () => {
  const sent: number[] = [];
  const pool = createPool({
    start: (events) => {
      const port = localPort(events);
      return {
        ...port,
        send: (request: Request) => {
          if (request.kind === "items") sent.push(request.count);
          port.send(request);
        },
      };
    },
    size: 1,
  });
  const theta = findFunction("FORECAST.THETA")!;
  const block = Array.from({ length: 40 }, (_, row) =>
    Array.from({ length: 36 }, (_, t) => 100 + row + 10 * Math.sin(t) + ((t * 7919 + row * 104729) % 31)),
  );
  expect(await pool.call(theta, [block, 3])).toStrictEqual(evaluate(theta, [block, 3]));
  expect(sent.reduce((a, b) => a + b)).toBe(40);
  sent.length = 0;
  block[17][5] = 250;
  expect(await pool.call(theta, [block, 3])).toStrictEqual(evaluate(theta, [block, 3]));
  expect(sent).toEqual([1]);
  expect(pool.call(theta, [block, 3])).toStrictEqual(evaluate(theta, [block, 3]));
  pool.close();
});
