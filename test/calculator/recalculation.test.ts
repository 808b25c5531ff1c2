import {
  ICommandService,
  mergeWorksheetSnapshotWithDefault,
  UniverInstanceType,
  type ICellData,
  type IWorkbookData,
  type Workbook,
} from "@univerjs/core";
import {
  IDefinedNamesService,
  ISuperTableService,
  SetFormulaCalculationStartMutation,
  SetFormulaCalculationStopMutation,
} from "@univerjs/engine-formula";
import { InsertRowMutation, InsertSheetMutation, SetRangeValuesMutation } from "@univerjs/sheets";
import {
  attachCalculator,
  type Calculator,
  type CalculatorOptions,
} from "../../src/calculator/attach-calculator";
import type { CallTransport, FunctionCall } from "../../src/calculator/call-transport";
import { directTransport } from "../../src/calculator/call-transport";
import { readResult } from "../../src/calculator/cell-results";
import { createHeadlessUniver } from "../../src/calculator/headless-univer";
import { evaluate } from "../../src/functions/evaluate";
import { parseCell } from "../../src/xlsx/a1";

const opened: { dispose(): void }[] = [];
afterEach(() => {
  for (const each of opened.splice(0)) each.dispose();
});

/** A sheet under edit, as in the workbench but without one. */
function open(cells: Record<string, number | string>, options: Partial<CalculatorOptions> = {}) {
  const univer = createHeadlessUniver();
  const cellData: Record<number, Record<number, ICellData>> = {};
  for (const [address, typed] of Object.entries(cells)) {
    const { row, column } = positionOf(address);
    (cellData[row] ??= {})[column] = typedCell(typed);
  }
  const workbook = univer.createUnit<IWorkbookData, Workbook>(UniverInstanceType.UNIVER_SHEET, {
    id: "book",
    sheetOrder: ["plan"],
    sheets: { plan: { id: "plan", name: "Plan", rowCount: 200, columnCount: 30, cellData } },
  });
  const injector = univer.__getInjector();
  const calculator = attachCalculator(injector, { transport: directTransport(), ...options });
  opened.push(calculator, univer);
  return {
    injector,
    calculator,
    type: (address: string, typed: number | string | null) => {
      const { row, column } = positionOf(address);
      const cell = { f: null, si: null, p: null, ...typedCell(typed) };
      const params = { unitId: "book", subUnitId: "plan", cellValue: { [row]: { [column]: cell } } };
      injector.get(ICommandService).syncExecuteCommand(SetRangeValuesMutation.id, params);
    },
    at: (address: string) => {
      const { value, spill } = readResult(injector, workbook, {
        unitId: "book",
        sheetId: "plan",
        ...positionOf(address),
      });
      return spill ?? value;
    },
  };
}

function positionOf(address: string): { row: number; column: number } {
  return parseCell(address) as { row: number; column: number };
}

function typedCell(typed: number | string | null): ICellData {
  if (typed === null) return { v: null };
  if (typeof typed === "number") return { v: typed, t: 2 };
  return typed.startsWith("=") ? { f: typed, v: null } : { v: typed, t: 1 };
}

/** Answers later, as office.js does. */
function later(delay = 0): CallTransport & { batches: FunctionCall[][] } {
  const batches: FunctionCall[][] = [];
  return {
    batches,
    send: (calls, answer) => {
      batches.push([...calls]);
      setTimeout(
        () =>
          answer(calls.map(({ key, definition, args }) => ({ key, outcome: evaluate(definition, args) }))),
        delay,
      );
    },
  };
}

describe.each([
  ["on the spot", () => directTransport()],
  ["later", () => later()],
])("answers that come %s", (_name, transport) => {
  test("an edit reaches what depends on it, through our functions and others", async () => {
    const { calculator, type, at } = open(
      { A1: 30.4375, B1: "=TO.PERIODS(A1)", C1: "=B1*10", D1: '=TO.PERIODS(C1,"D")' },
      { transport: transport() },
    );
    await calculator.calculateAll();
    expect([at("B1"), at("C1"), at("D1")]).toEqual([1, 10, 10]);
    type("A1", 60.875);
    await calculator.idle();
    expect([at("B1"), at("C1"), at("D1")]).toEqual([2, 20, 20]);
  });

  test("a spill grows and shrinks, and whoever reads it follows", async () => {
    const { calculator, type, at } = open(
      { A1: 4, C1: "=TO.PERIODS(SEQUENCE(A1)*30.4375)", E1: "=SUM(C1:C20)", F1: "=COUNT(C1#)", G1: "=C4" },
      { transport: transport() },
    );
    await calculator.calculateAll();
    expect([at("E1"), at("F1"), at("G1")]).toEqual([10, 4, 4]);
    type("A1", 6);
    await calculator.idle();
    expect([at("E1"), at("F1"), at("G1")]).toEqual([21, 6, 4]);
    type("A1", 2);
    await calculator.idle();
    expect(at("C1")).toEqual([[1], [2]]);
    expect([at("E1"), at("F1"), at("G1")]).toEqual([3, 2, 0]);
    type("A1", 1);
    await calculator.idle();
    expect([at("C1"), at("E1"), at("G1")]).toEqual([1, 1, 0]);
  });

  test("what stands in the way of a spill blocks it until it is gone", async () => {
    const { calculator, type, at } = open(
      { C1: "=TO.PERIODS(SEQUENCE(3)*30.4375)", C3: 99, E1: "=IFERROR(SUM(C1:C3),-1)" },
      { transport: transport() },
    );
    await calculator.calculateAll();
    expect([at("C1"), at("E1")]).toEqual([{ error: "#SPILL!" }, -1]);
    type("C3", null);
    await calculator.idle();
    expect([at("C1"), at("E1")]).toEqual([[[1], [2], [3]], 6]);
  });

  test("typing over a formula clears its spill", async () => {
    const { calculator, type, at } = open(
      { C1: "=TO.PERIODS(SEQUENCE(3)*30.4375)", E1: "=SUM(C1:C3)" },
      { transport: transport() },
    );
    await calculator.calculateAll();
    type("C1", 5);
    await calculator.idle();
    expect([at("C1"), at("E1")]).toEqual([5, 5]);
  });
});

test("while a spill waits for its answer, readers of its other cells are left alone", async () => {
  const { calculator, injector, type, at } = open(
    { A1: 1, C1: "=TO.PERIODS(SEQUENCE(3)*A1*30.4375)", E1: "=SUM(C2:C3)" },
    { transport: later(30) },
  );
  await calculator.calculateAll();
  let passes = 0;
  injector.get(ICommandService).onCommandExecuted(({ id }) => {
    if (id === SetFormulaCalculationStartMutation.id) passes++;
  });
  type("A1", 2);
  await calculator.idle();
  expect(at("C1")).toEqual([[2], [4], [6]]);
  expect(at("E1")).toBe(10);
  // One that asks, one that shows the answer; none for cells that are empty for a moment.
  expect(passes).toBe(2);
});

test("formulas that come, change, move and go are calculated where they are", async () => {
  const { calculator, injector, type, at } = open({ A1: 5, A2: 6, B1: "=A1*2", B2: 7 });
  await calculator.calculateAll();
  type("A2", 8);
  await calculator.idle();
  type("B2", "=A2*2");
  await calculator.idle();
  expect([at("B1"), at("B2")]).toEqual([10, 16]);
  type("B2", "=A2*3");
  await calculator.idle();
  expect(at("B2")).toBe(24);
  // The cells alone: that references follow is the grid's part.
  const range = { startRow: 0, endRow: 0, startColumn: 0, endColumn: 29 };
  const row = { unitId: "book", subUnitId: "plan", range };
  expect(injector.get(ICommandService).syncExecuteCommand(InsertRowMutation.id, row)).toBe(true);
  await calculator.idle();
  type("A2", 9);
  await calculator.idle();
  expect([at("A1"), at("B1"), at("B3")]).toEqual([0, 0, 27]);
  type("B3", 1);
  type("A1", 10);
  await calculator.idle();
  expect([at("B2"), at("B3")]).toEqual([20, 1]);
});

test("formulas about a sheet that is not there yet are calculated when it is", async () => {
  const { calculator, injector, at } = open({ A1: 2, B1: "=A1*3", C1: "='New sheet'!A1+A1" });
  await calculator.calculateAll();
  const commands = injector.get(ICommandService);
  const cell = (v: number) => ({ 0: { 0: { v, t: 2 } } });
  const sheet = mergeWorksheetSnapshotWithDefault({ id: "new", name: "New sheet", cellData: cell(5) });
  commands.syncExecuteCommand(InsertSheetMutation.id, { unitId: "book", index: 1, sheet });
  await calculator.idle();
  expect([at("B1"), at("C1")]).toEqual([6, 7]);
  const edit = { unitId: "book", subUnitId: "new", cellValue: cell(8) };
  commands.syncExecuteCommand(SetRangeValuesMutation.id, edit);
  await calculator.idle();
  expect([at("B1"), at("C1")]).toEqual([6, 10]);
});

test("a cell that waits is #BUSY!, and so is what depends on it", async () => {
  const { calculator, at } = open(
    { A1: "=TO.PERIODS(30.4375)", B1: "=A1+1", C1: "=TO.PERIODS(A1)" },
    { transport: { send: () => undefined } },
  );
  void calculator.calculateAll();
  while (calculator.passing) await new Promise((resolve) => setTimeout(resolve, 5));
  expect([at("A1"), at("B1"), at("C1")]).toEqual(Array(3).fill({ error: "#BUSY!" }));
  expect(calculator.busy).toBe(true);
  expect(calculator.unanswered().map(({ definition }) => definition.name)).toEqual(["TO.PERIODS"]);
});

describe("a call on its way", () => {
  const asked = () => {
    const cancelled: string[] = [];
    const transport: CallTransport = {
      send: () => undefined,
      cancel: (calls) => void cancelled.push(...calls.map(({ args }) => JSON.stringify(args))),
    };
    return { transport, cancelled };
  };
  /** The pass is over; answers may still be out. */
  const passed = async ({ calculator }: { calculator: Calculator }) => {
    while (calculator.passing) await new Promise((resolve) => setTimeout(resolve, 5));
  };

  test.each<[string, (book: ReturnType<typeof open>) => void]>([
    ["its cell is overwritten", ({ type }) => type("B1", 5)],
    ["another formula stands there", ({ type }) => type("B1", "=A1+1")],
    ["its cell asks for something else", ({ type }) => type("A1", 7)],
  ])("is taken back when %s", async (_name, edit) => {
    const { transport, cancelled } = asked();
    const book = open({ A1: 3, B1: "=IFERROR(TO.PERIODS(A1),0)" }, { transport });
    void book.calculator.calculateAll();
    await passed(book);
    edit(book);
    await passed(book);
    expect(cancelled).toEqual(["[[[3]]]"]);
  });

  test("stays while another cell waits for it, or its own cell is recalculated", async () => {
    const { transport, cancelled } = asked();
    const { calculator, type } = open(
      { A1: 3, B1: "=TO.PERIODS(A1)", B2: "=TO.PERIODS(A1)", B3: "=TO.PERIODS(A1)+A2" },
      { transport },
    );
    void calculator.calculateAll();
    await passed({ calculator });
    type("B1", 5);
    type("A2", 1);
    await passed({ calculator });
    expect(cancelled).toEqual([]);
    expect(calculator.unanswered()).toHaveLength(1);
    type("B2", 5);
    type("B3", 5);
    await calculator.idle();
    expect(cancelled).toEqual(["[[[3]]]"]);
  });
});

test("edits while calls are on their way are not lost", async () => {
  const transport = later(30);
  const { calculator, type, at } = open({ A1: 30.4375, B1: "=TO.PERIODS(A1)", C1: "=B1+1" }, { transport });
  void calculator.calculateAll();
  await new Promise((resolve) => setTimeout(resolve, 20));
  type("A1", 60.875);
  await calculator.idle();
  expect([at("B1"), at("C1")]).toEqual([2, 3]);
});

test("a pass that is stopped is done again", async () => {
  const closeChannels = keepChannels();
  const { calculator, injector, at } = open({ A1: 30.4375, B1: "=TO.PERIODS(A1)", C1: "=B1+1" });
  const commands = injector.get(ICommandService);
  let stops = 0;
  commands.onCommandExecuted(({ id }) => {
    if (id === SetFormulaCalculationStartMutation.id && stops++ === 0) {
      void commands.executeCommand(SetFormulaCalculationStopMutation.id, {});
    }
  });
  await calculator.calculateAll();
  expect(stops).toBeGreaterThan(1);
  expect([at("B1"), at("C1")]).toEqual([1, 2]);
  closeChannels();
});

/** A pass of the engine that is stopped leaves its message channel open, and an open channel keeps Node alive. */
function keepChannels(): () => void {
  const Channel = globalThis.MessageChannel;
  const made: MessageChannel[] = [];
  globalThis.MessageChannel = class extends Channel {
    constructor() {
      super();
      made.push(this);
    }
  };
  return () => {
    globalThis.MessageChannel = Channel;
    for (const { port1 } of made) port1.close();
  };
}

test("tells once when a sheet at rest has work, and once when it has come to rest", async () => {
  const { calculator, type } = open(
    { A1: 30.4375, B1: "=TO.PERIODS(A1)", C1: "=TO.PERIODS(B1)" },
    { transport: later() },
  );
  const told: string[] = [];
  calculator.onBusy(() => told.push("busy"));
  calculator.onIdle(() => told.push("idle"));
  await calculator.calculateAll();
  type("A1", 60.875);
  await calculator.idle();
  expect(told).toEqual(["busy", "idle", "busy", "idle"]);
});

test("blanks can be switched, and everything is calculated anew", async () => {
  const { calculator, at } = open({ B1: "=TO.PERIODS(A1)" });
  await calculator.calculateAll();
  expect(at("B1")).toBe(0);
  await calculator.setBlanks("null");
  expect(at("B1")).toEqual({ error: "#VALUE!" });
});

test.each<[string, Partial<CalculatorOptions>, string]>([
  [
    "that fails",
    { transport: { send: () => Promise.reject(new Error("the add-in is gone")) } },
    "the function could not be called: the add-in is gone",
  ],
  [
    "that never answers",
    { transport: { send: () => undefined }, timeLimit: 30 },
    "TO.PERIODS gave no answer within 0.03 seconds",
  ],
])("a transport %s leaves #N/A with the reason", async (_name, options, message) => {
  const { calculator, at } = open({ A1: "=TO.PERIODS(1)" }, options);
  await calculator.calculateAll();
  expect(at("A1")).toEqual({ error: "#N/A" });
  expect(calculator.errorAt({ unitId: "book", sheetId: "plan", row: 0, column: 0 })?.message).toBe(message);
});

test("tables and names that change reach the formulas that use them", async () => {
  const { calculator, injector, type, at } = open({
    A1: "Days",
    A2: 10,
    A3: 20,
    A4: 40,
    C1: "=SUM(Items[Days])",
    D1: "=Rate*2",
  });
  const tables = injector.get(ISuperTableService);
  const register = (endRow: number) =>
    tables.registerTable("book", "Items", {
      sheetId: "plan",
      titleMap: new Map([["Days", 0]]),
      range: { startRow: 0, endRow, startColumn: 0, endColumn: 0 },
    });
  const name = (value: string) =>
    injector
      .get(IDefinedNamesService)
      .registerDefinedName("book", { id: "rate", name: "Rate", formulaOrRefString: value });
  register(2);
  name("=0.5");
  await calculator.calculateAll();
  expect([at("C1"), at("D1")]).toEqual([30, 1]);
  register(3);
  name("=2");
  type("H1", 1);
  await calculator.idle();
  expect([at("C1"), at("D1")]).toEqual([70, 4]);
  type("A4", 50);
  await calculator.idle();
  expect(at("C1")).toBe(80);
  register(1);
  type("H1", 2);
  await calculator.idle();
  expect([at("C1"), at("D1")]).toEqual([10, 4]);
});
