import { UniverInstanceType, type ICellData, type IWorkbookData, type Workbook } from "@univerjs/core";
import { attachCalculator, type Calculator } from "../../src/calculator/attach-calculator";
import { directTransport, type CallTransport, type FunctionCall } from "../../src/calculator/call-transport";
import { createHeadlessUniver } from "../../src/calculator/headless-univer";
import { evaluate } from "../../src/functions/evaluate";

const cell = (row: number, column: number) => ({ unitId: "book", sheetId: "plan", row, column });

/** Answers later, as office.js does, and keeps what was sent. */
function laterTransport(): CallTransport & { readonly batches: (readonly FunctionCall[])[] } {
  const batches: (readonly FunctionCall[])[] = [];
  return {
    batches,
    send: (calls, answer) => {
      batches.push(calls);
      setTimeout(() =>
        answer(calls.map(({ key, definition, args }) => ({ key, outcome: evaluate(definition, args) }))),
      );
    },
  };
}

function open(rows: Record<number, Record<number, ICellData>>, transport: CallTransport) {
  const univer = createHeadlessUniver();
  const workbook = univer.createUnit<IWorkbookData, Workbook>(UniverInstanceType.UNIVER_SHEET, {
    id: "book",
    sheetOrder: ["plan"],
    sheets: { plan: { id: "plan", name: "Plan", rowCount: 100, columnCount: 20, cellData: rows } },
  });
  const calculator = attachCalculator(univer.__getInjector(), { transport });
  const value = (row: number, column: number) =>
    workbook.getSheetBySheetId("plan")?.getCellMatrix().getValue(row, column)?.v;
  return { univer, calculator, value };
}

const sheet = {
  0: { 0: { v: 60.875, t: 2 }, 1: { f: "=TO.PERIODS(A1)" }, 2: { f: '=TO.PERIODS(B1*30,"w")' } },
  1: { 0: { v: 60.875, t: 2 }, 1: { f: "=TO.PERIODS(A2)" }, 2: { f: "=TO.PERIODS(-1)" } },
};

describe.each<[string, () => CallTransport]>([
  ["answers on the spot", () => directTransport()],
  ["answers that come later", laterTransport],
])("with %s", (_name, transport) => {
  let opened: {
    univer: { dispose(): void };
    calculator: Calculator;
    value: (r: number, c: number) => unknown;
  };
  beforeEach(async () => {
    opened = open(sheet, transport());
    await opened.calculator.calculateAll();
  });
  afterEach(() => {
    opened.calculator.dispose();
    opened.univer.dispose();
  });

  test("cells show what the function returns, and what depends on them follows", () => {
    expect(opened.value(0, 1)).toBe(2);
    expect(opened.value(1, 1)).toBe(2);
    expect(opened.value(0, 2)).toBe(60 / 7);
    expect(opened.calculator.busy).toBe(false);
  });
  test("an error keeps its words", () => {
    expect(opened.value(1, 2)).toBe("#VALUE!");
    expect(opened.calculator.errorAt(cell(1, 2))?.message).toBe("days must be at least 0, got -1");
    expect(opened.calculator.errorAt(cell(0, 1))).toBeUndefined();
  });
});

test("equal calls travel once, and all calls of a pass together", async () => {
  const transport = laterTransport();
  const { univer, calculator } = open(sheet, transport);
  await calculator.calculateAll();
  expect(transport.batches.map((batch) => batch.map(({ args }) => args))).toEqual([
    [[[[60.875]]], [[[-1]]]],
    [[[[60]], [["w"]]]],
  ]);
  calculator.dispose();
  univer.dispose();
});
