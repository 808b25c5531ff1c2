/** @jest-environment jsdom */
import { findFunction } from "../../../src/functions/catalogue";
import { associateFunctions } from "../../../src/functions/associate";
import { evaluate, type Outcome } from "../../../src/functions/evaluate";
import type { FunctionRequest, FunctionValue, OfficeHost } from "../../../src/workbench/host";
import { MemoryHostWorkbook } from "../../../src/workbench/host/memory-host-workbook";
import { startOffice } from "./load-office";

let host: OfficeHost;
const book = new MemoryHostWorkbook();

let given = 0;
let aborted = 0;
function neverAnswered(signal: AbortSignal | undefined): Promise<Outcome> {
  given++;
  return new Promise((_resolve, reject) =>
    signal?.addEventListener("abort", () => {
      aborted++;
      reject(new Error("not needed any more"));
    }),
  );
}

beforeAll(async () => {
  host = await startOffice(book, () =>
    associateFunctions((definition, args, signal) =>
      definition.name === "FORECAST.AUTO" ? neverAnswered(signal) : evaluate(definition, args),
    ),
  );
}, 30_000);

afterAll(() => host.dispose());

describe("cells", () => {
  test("are written and read, typed entries as Excel takes them", async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      const range = sheet.getRange("B2:C3");
      range.values = [
        ["a", 1],
        ["007", "=1+1"],
      ];
      const text = sheet.getRange("E2");
      text.numberFormat = [["@"]];
      text.values = [["007"]];
      range.load("values,formulas,address,rowCount");
      text.load("values");
      await context.sync();
      expect(range.address).toBe("Sheet1!B2:C3");
      expect(range.rowCount).toBe(2);
      expect(range.values).toEqual([
        ["a", 1],
        [7, ""],
      ]);
      expect(range.formulas[1][1]).toBe("=1+1");
      expect(text.values).toEqual([["007"]]);
    });
  });
  test("a property that was not loaded is the library's own error", async () => {
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1");
      await context.sync();
      // eslint-disable-next-line office-addins/load-object-before-read -- the missing load is what is tested
      expect(() => range.values).toThrow(/not loaded|property 'values' is not available/i);
    });
  });
  test("values of the wrong size, unknown sheets and bad addresses are Excel's errors", async () => {
    const codes: string[] = [];
    const attempts: ((context: Excel.RequestContext) => void)[] = [
      (context) => (context.workbook.worksheets.getItem("Sheet1").getRange("A1:B2").values = [[1, 2, 3]]),
      (context) => context.workbook.worksheets.getItem("Nowhere").load("name"),
      (context) => context.workbook.worksheets.getItem("Sheet1").getRange("1A").load("values"),
    ];
    for (const attempt of attempts) {
      await Excel.run(async (context) => {
        attempt(context);
        await context.sync();
      }).catch((error: OfficeExtension.Error) => codes.push(error.code));
    }
    expect(codes).toEqual(["InvalidArgument", "ItemNotFound", "InvalidArgument"]);
  });
  test("more cells than the library writes at once arrive whole; of the wrong size they are refused", async () => {
    const rows = Array.from({ length: 700 }, (_, r) => [r, 2 * r, `row ${r}`]);
    const write = (address: string) =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem("Sheet1").getRange(address);
        range.values = rows;
        range.load("values");
        await context.sync();
        return range.values;
      });
    expect(await write("K1:M700")).toEqual(rows);
    await expect(write("K1:M699")).rejects.toMatchObject({ code: "InvalidArgument" });
  });
  test("a missing object is null, not an error", async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject("Nowhere");
      const table = context.workbook.tables.getItemOrNullObject("Nothing");
      await context.sync();
      expect([sheet.isNullObject, table.isNullObject]).toEqual([true, true]);
    });
  });
});

test("tables: added, named, read by column, grown by rows below", async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("Items");
    sheet.getRange("A1:B3").values = [
      ["Item", "Cost"],
      ["A-1", 5],
      ["A-2", 7],
    ];
    const table = sheet.tables.add("A1:B3", true);
    table.name = "Items";
    const cost = table.columns.getItem("cost").getDataBodyRange();
    cost.load("values,address");
    const tables = context.workbook.tables;
    tables.load("items/name,items/columns/items/name,items/rows/count");
    await context.sync();
    expect(cost.values).toEqual([[5], [7]]);
    expect(cost.address).toBe("Items!B2:B3");
    expect(tables.items[0].name).toBe("Items");
    expect(tables.items[0].columns.items.map(({ name }) => name)).toEqual(["Item", "Cost"]);
  });
});

test("the user's edit and selection reach the add-in's handlers", async () => {
  const changes: string[] = [];
  const selections: string[] = [];
  await Excel.run(async (context) => {
    context.workbook.worksheets.onChanged.add(
      async ({ address, source }) => void changes.push(`${source} ${address}`),
    );
    context.workbook.onSelectionChanged.add(async () => void selections.push("selected"));
    await context.sync();
  });
  const sheetId = book.sheets()[0].id;
  const cell = { sheetId, row: 4, column: 1, rows: 1, columns: 1 };
  book.setCells(cell, () => ({ value: 9 }));
  book.select([cell]);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(changes).toEqual(["Local B5"]);
  expect(selections).toEqual(["selected"]);
});

test("settings are kept in the document", async () => {
  await Excel.run(async (context) => {
    context.workbook.settings.add("view", "segments");
    await context.sync();
    const setting = context.workbook.settings.getItemOrNullObject("view");
    setting.load("value");
    await context.sync();
    expect(setting.value).toBe("segments");
  });
  expect(book.settings.get("view")).toBe('"segments"');
});

describe("custom functions, cell to library to function and back", () => {
  const call = (...requests: FunctionRequest[]): Promise<(readonly (readonly FunctionValue[])[])[]> =>
    new Promise((resolve) => {
      const answers: (readonly (readonly FunctionValue[])[])[] = [];
      let count = 0;
      host.functions.call(requests, (index, rows) => {
        answers[index] = rows;
        if (++count === requests.length) resolve(answers);
      });
    });
  const safetyStock = (...args: (number | null)[]): FunctionRequest => ({
    functionId: "SAFETYSTOCK",
    // Excel sends every declared argument, the omitted ones as null.
    args: Array.from({ length: 7 }, (_, i) =>
      args[i] === undefined || args[i] === null ? null : [[args[i] as number]],
    ),
    address: "Sheet1!A1",
  });

  test("values, errors with their messages, and spills come back", async () => {
    const block: FunctionRequest = {
      functionId: "FORECAST.NAIVE",
      args: [
        [
          [1, 2],
          [3, { error: "#N/A" }],
        ],
        [[2]],
        null,
      ],
      address: "Sheet1!A1",
    };
    const [stock, percent, omitted, spilled] = await call(
      safetyStock(50, 5, 6, 0.9, 2),
      safetyStock(50, 5, 6, 95),
      safetyStock(50, 5, 6, 0.9, null, 7),
      block,
    );
    expect(stock[0][0]).toBeCloseTo(129.1127, 4);
    expect(percent).toEqual([
      [{ error: "#VALUE!", message: "csl must be between 0 and 1 (write 0.95 or 95%), got 95" }],
    ]);
    expect(omitted[0][0]).toBeCloseTo(1.2815515655 * Math.sqrt(13 * 25), 6);
    expect(spilled[0]).toEqual([2, 2]);
    expect(spilled[1][0]).toMatchObject({ error: "#N/A" });
  });

  test("errors given to a function stay what they are, also those Office.js would make #VALUE! of", async () => {
    const given = (error: string): FunctionRequest => ({
      ...safetyStock(50, 5, 6, 0.9, 2),
      args: [[[{ error }]], ...safetyStock(50, 5, 6, 0.9, 2).args.slice(1)],
    });
    const errors = ["#REF!", "#NAME?", "#DIV/0!", "#N/A"];
    const answers = await call(...errors.map(given));
    expect(answers.map(([[cell]]) => (cell as { error: string }).error)).toEqual(errors);
  });

  test("a thousand calls travel in one message and all are answered", async () => {
    const answers = await call(...Array.from({ length: 1000 }, (_, i) => safetyStock(50 + i, 5, 6, 0.9, 2)));
    expect(answers).toHaveLength(1000);
    for (const [[value]] of answers) expect(typeof value).toBe("number");
    expect(host.functions.pending).toBe(0);
  });
});

test("a function whose answer is no longer needed hears of it, and nobody gets an answer", async () => {
  const request: FunctionRequest = {
    functionId: "FORECAST.AUTO",
    args: [[[1, 2, 3]], ...Array<null>(catalogueArity("FORECAST.AUTO") - 1).fill(null)],
    address: "Sheet1!A1",
    cancelable: true,
  };
  const answer = jest.fn();
  const ids = host.functions.call([request], answer);
  await until(() => given === 1);
  expect(host.functions.pending).toBe(1);
  host.functions.cancel(ids);
  expect(host.functions.pending).toBe(0);
  await until(() => aborted === 1);
  // Office.js sends what it has within half a second.
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(answer).not.toHaveBeenCalled();
});

function catalogueArity(name: string): number {
  return Object.keys(findFunction(name)!.args).length;
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 10));
}

test("what the add-in asks for in vain is listed", async () => {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").shapes.load("count");
    await context.sync();
  }).catch((error: OfficeExtension.Error) => expect(error.code).toBe("NotImplemented"));
  expect(host.unimplemented()).toEqual(["WorksheetObject.Shapes"]);
});
