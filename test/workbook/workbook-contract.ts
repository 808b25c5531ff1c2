import { WorkbookError, type CellValue, type Workbook } from "../../src/workbook/workbook";

/** A fresh workbook with one sheet, Sheet1, and the user's hand on it. */
export interface Opened {
  readonly workbook: Workbook;
  /** What the user types; makes the sheet if it is new. */
  readonly type: (address: string, value: CellValue, formula?: string) => void;
  readonly selectedAreas: () => readonly string[];
  /** A formula whose answer covers the area. */
  readonly spill: (area: string, formula: string) => void;
  readonly protect: (sheet: string) => void;
}

const kindOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "done",
    (thrown: unknown) => (thrown instanceof WorkbookError ? thrown.kind : thrown),
  );

const items = {
  name: "Items",
  columns: ["Item", "Cost", "ABC"],
  formats: ["@", "0.00", "General"],
  rows: [
    ["007", 5, "A"],
    ["A-1", 2.5, ""],
    ["1E5", 0, "C"],
  ],
};

/** Text that a spreadsheet would turn into something else if it could. */
const traps = [
  "007",
  "1E5",
  "3-4",
  "Dec-5",
  "=A1",
  "-",
  "+x",
  "@x",
  "TRUE",
  "5%",
  "2026-03-01",
  "'x",
  " 1",
  "(5)",
];

/** Calls until the expectation holds: events arrive a little later. */
export async function eventually(expectation: () => void): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      expectation();
      return;
    } catch (thrown) {
      if (tries >= 40) throw thrown;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
}

/** What every workbook must do; the same sentences for the one in memory and the one in Excel. */
export function workbookContract(open: () => Promise<Opened>): void {
  let opened: Opened;
  let workbook: Workbook;
  const rowsOf = async (name: string) => (await workbook.readTable(name))?.rows;

  beforeEach(async () => {
    opened = await open();
    workbook = opened.workbook;
  });

  describe("tables", () => {
    test("there are none at first; a new one stands on a sheet of its name", async () => {
      expect(await workbook.tables()).toEqual([]);
      const info = {
        name: "Items",
        sheet: "Items",
        columns: ["Item", "Cost", "ABC"],
        rowCount: 3,
        address: "Items!A1:C4",
      };
      expect(await workbook.createTable(items)).toEqual(info);
      expect(await workbook.tables()).toEqual([info]);
      expect(await workbook.readTable("iTEMS")).toEqual({ ...info, rows: items.rows });
      expect(await workbook.readTable("Demand")).toBeUndefined();
    });

    test("an empty one has one blank row", async () => {
      const { rowCount, address } = await workbook.createTable({ ...items, rows: [] });
      expect([rowCount, address]).toEqual([1, "Items!A1:C2"]);
      expect(await rowsOf("Items")).toEqual([["", "", ""]]);
    });

    test("a name is given once; a sheet of the same name is left alone", async () => {
      opened.type("items!A1", "mine");
      expect((await workbook.createTable(items)).sheet).toBe("Items 2");
      expect((await workbook.readRange("Items!A1")).values).toEqual([["mine"]]);
      expect(await kindOf(workbook.createTable({ ...items, name: "ITEMS" }))).toBe("invalid");
      expect(await workbook.tables()).toHaveLength(1);
    });

    test("a row of the wrong length is refused before anything is made", async () => {
      expect(await kindOf(workbook.createTable({ ...items, rows: [["only one"]] }))).toBe("invalid");
      expect(await workbook.tables()).toEqual([]);
      expect(await kindOf(workbook.select("Items!A1"))).toBe("not-found");
    });

    test("text stays text, numbers numbers, in new tables, columns and rows", async () => {
      const rows = traps.map((trap, i): CellValue[] => [trap, i, i % 2 === 0]);
      await workbook.createTable({ ...items, columns: ["Item", "2026-01", "Flag"], rows });
      expect((await workbook.tables())[0].columns).toEqual(["Item", "2026-01", "Flag"]);
      expect(await rowsOf("Items")).toEqual(rows);
      await workbook.appendRows("Items", [["0010", 1.5, "=x"]]);
      expect((await rowsOf("Items"))?.slice(-1)).toEqual([["0010", 1.5, "=x"]]);
      const reversed = [...traps].reverse();
      await workbook.writeColumns("Items", { Flag: [...traps, "x"], Item: ["", ...reversed] });
      expect(await rowsOf("Items")).toEqual(
        [...traps, "x"].map((trap, i) => [["", ...reversed][i], i < traps.length ? i : 1.5, trap]),
      );
      await workbook.writeColumns("Items", { Item: [...traps, "x"].map((_, i) => i) });
      expect((await rowsOf("Items"))?.[2][0]).toBe(2);
    });
  });

  describe("columns", () => {
    beforeEach(() => workbook.createTable(items));

    test("are written whole, their names in any capitals", async () => {
      await workbook.writeColumns("items", { abc: ["B", "", "A"], COST: [1, 2, 3] });
      expect(await rowsOf("Items")).toEqual([
        ["007", 1, "B"],
        ["A-1", 2, ""],
        ["1E5", 3, "A"],
      ]);
    });
    test.each<[string, string, Record<string, CellValue[]>, string]>([
      ["an unknown column", "Items", { ABC: ["x", "x", "x"], XYZ: ["x", "x", "x"] }, "not-found"],
      ["a column of the wrong length", "Items", { ABC: ["x", "x", "x"], Cost: [1] }, "invalid"],
      ["an unknown table", "Demand", { ABC: ["x"] }, "not-found"],
    ])("nothing is written for %s", async (_, table, columns, kind) => {
      expect(await kindOf(workbook.writeColumns(table, columns))).toBe(kind);
      expect(await rowsOf("Items")).toEqual(items.rows);
    });
    test("are added blank at the right, once", async () => {
      await workbook.addColumn("Items", "XYZ", "General");
      expect(await rowsOf("Items")).toEqual(items.rows.map((cells) => [...cells, ""]));
      expect((await workbook.tables())[0]).toMatchObject({
        columns: ["Item", "Cost", "ABC", "XYZ"],
        address: "Items!A1:D4",
      });
      expect(await kindOf(workbook.addColumn("Items", "xyz", "General"))).toBe("invalid");
    });
  });

  describe("rows", () => {
    test("are added below the last one", async () => {
      await workbook.createTable(items);
      await workbook.appendRows("Items", [["B-1", 1, "C"], ["B-2", 2, ""]]); // prettier-ignore
      await workbook.appendRows("Items", []);
      expect(await rowsOf("Items")).toEqual([...items.rows, ["B-1", 1, "C"], ["B-2", 2, ""]]);
      expect((await workbook.tables())[0].address).toBe("Items!A1:C6");
    });
    test("fill the blank row of an empty table first", async () => {
      await workbook.createTable({ ...items, rows: [] });
      await workbook.appendRows("Items", [["0012", 1, "C"]]);
      expect(await rowsOf("Items")).toEqual([["0012", 1, "C"]]);
      await workbook.appendRows("Items", [["B-2", 2, ""]]);
      expect(await rowsOf("Items")).toHaveLength(2);
    });
    test("are taken off the bottom, and the table grows again below what is left", async () => {
      await workbook.createTable(items);
      await workbook.shortenTable("Items", 5);
      expect(await rowsOf("Items")).toEqual(items.rows);
      await workbook.shortenTable("items", 1);
      expect(await rowsOf("Items")).toEqual(items.rows.slice(0, 1));
      expect((await workbook.tables())[0].address).toBe("Items!A1:C2");
      expect((await workbook.readRange("Items!A3:C4")).values.flat().join("")).toBe("");
      await workbook.appendRows("Items", [["B-1", 1, "C"]]);
      expect(await rowsOf("Items")).toEqual([items.rows[0], ["B-1", 1, "C"]]);
      await workbook.shortenTable("Items", 0);
      expect(await rowsOf("Items")).toEqual([["", "", ""]]);
      expect(await kindOf(workbook.shortenTable("Nothing", 0))).toBe("not-found");
    });
    test("of the wrong length are refused, all of them", async () => {
      await workbook.createTable(items);
      expect(await kindOf(workbook.appendRows("Items", [["B-1", 1, "C"], ["B-2"]]))).toBe("invalid");
      expect(await rowsOf("Items")).toEqual(items.rows);
    });
    test("added by two calls at once are all there", async () => {
      await workbook.createTable(items);
      await Promise.all(["C-1", "C-2", "C-3"].map((item) => workbook.appendRows("Items", [[item, 1, ""]])));
      expect((await rowsOf("Items"))?.map(([item]) => item)).toEqual([
        "007",
        "A-1",
        "1E5",
        "C-1",
        "C-2",
        "C-3",
      ]);
    });
  });

  describe("selecting", () => {
    beforeEach(() => workbook.createTable(items));

    test("scattered rows of a table", async () => {
      await workbook.selectTableRows("Items", [2, 0, 2]);
      expect(opened.selectedAreas()).toEqual(["Items!A2:C2", "Items!A4:C4"]);
      await workbook.selectTableRows("Items", [1, 2]);
      expect(opened.selectedAreas()).toEqual(["Items!A3:C4"]);
      await workbook.selectTableRows("Items", []);
      expect(opened.selectedAreas()).toEqual(["Items!A3:C4"]);
      expect(await kindOf(workbook.selectTableRows("Items", [0, 3]))).toBe("not-found");
    });
    test("one cell of a table", async () => {
      await workbook.selectTableCell("Items", 1, "abc");
      expect(opened.selectedAreas()).toEqual(["Items!C3"]);
      expect(await kindOf(workbook.selectTableCell("Items", -1, "ABC"))).toBe("not-found");
      expect(await kindOf(workbook.selectTableCell("Items", 0, "XYZ"))).toBe("not-found");
    });
    test("cells by address, told as the selection", async () => {
      opened.type("'My plan'!B2", 7, "=3+4");
      await workbook.select("'My plan'!$B$2:C3");
      expect(opened.selectedAreas()).toEqual(["'My plan'!B2:C3"]);
      expect(await workbook.selection()).toMatchObject({
        sheet: "My plan",
        address: "'My plan'!B2:C3",
        rowCount: 2,
        columnCount: 2,
        formulas: [["=3+4", ""], ["", ""]], // prettier-ignore
      });
      await workbook.select("A1");
      expect(opened.selectedAreas()).toEqual(["'My plan'!A1"]);
      expect(await kindOf(workbook.select("Nowhere!A1"))).toBe("not-found");
      expect(await kindOf(workbook.select("Items!1A"))).toBe("invalid");
    });
  });

  describe("references", () => {
    beforeEach(() => workbook.createTable(items));

    test.each([
      ["Items!A2:B3", "Items!A2:B3", [["007", 5], ["A-1", 2.5]]], // prettier-ignore
      ["items[cost]", "Items!B2:B4", [[5], [2.5], [0]]],
      ["Items[[Item]:[Cost]]", "Items!A2:B4", [["007", 5], ["A-1", 2.5], ["1E5", 0]]], // prettier-ignore
      ["Items[#Headers]", "Items!A1:C1", [["Item", "Cost", "ABC"]]],
      ["Items[[#All],[Cost]]", "Items!B1:B4", [["Cost"], [5], [2.5], [0]]],
      ["Items", "Items!A2:C4", items.rows],
    ])("%s", async (reference, address, values) => {
      expect(await workbook.readRange(reference)).toEqual({ address, values, formulas: values });
    });
    test.each([
      ["Demand[Qty]", "not-found"],
      ["Items[Qty]", "not-found"],
      ["Nowhere!A1", "not-found"],
      ["Items[[#This Row],[Cost]]", "invalid"],
      ["what is this", "invalid"],
    ])("%s is %s", async (reference, kind) => {
      expect(await kindOf(workbook.readRange(reference))).toBe(kind);
    });
  });

  describe("formulas", () => {
    test("go into one cell, which is named", async () => {
      opened.type("Plan!A1", 1);
      expect(await workbook.writeFormula("Plan!B2:C3", "=A1+1")).toBe("Plan!B2");
      expect((await workbook.readRange("Plan!B2:C2")).formulas).toEqual([["=A1+1", ""]]);
    });
    test("begin with an equals sign and go to a sheet that is there", async () => {
      opened.type("Plan!A1", "kept");
      expect(await kindOf(workbook.writeFormula("Plan!A1", "SUM(1)"))).toBe("invalid");
      expect(await kindOf(workbook.writeFormula("Nowhere!A1", "=1"))).toBe("not-found");
      expect((await workbook.readRange("Plan!A1")).values).toEqual([["kept"]]);
    });
  });

  describe("all formulas", () => {
    beforeEach(() => {
      opened.type("Plan!A1", 1);
      opened.spill("Plan!B2:C3", "=TABLE()");
      opened.type("Plan!E1", "", "=A1+1");
      opened.type("Plan!E2", "", "=A1+2");
      opened.type("'My sheet'!A1", "", "=Plan!A1");
    });

    test("are found on every sheet, and the cells their answers cover", async () => {
      const { cells } = await workbook.formulas();
      const places = Object.fromEntries(cells.map(({ address, formula }) => [address, formula]));
      expect(places).toEqual({
        "Plan!B2": "=TABLE()",
        "Plan!E1": "=A1+1",
        "Plan!E2": "=A1+2",
        "'My sheet'!A1": "=Plan!A1",
      });
      expect(await workbook.spillAreas(["Plan!E1", "Plan!B2", "'My sheet'!A1"])).toEqual([
        "Plan!E1",
        "Plan!B2:C3",
        "'My sheet'!A1",
      ]);
    });
    test("areas are read together; one on a sheet that is gone is not there", async () => {
      const read = await workbook.readAreas(["Plan!A1:B1", "Nowhere!A1", "Plan!E1"]);
      expect(read[0]).toMatchObject({ address: "Plan!A1:B1", values: [[1, ""]] });
      expect(read[1]).toBeUndefined();
      expect(read[2]?.formulas).toEqual([["=A1+1"]]);
    });
    test("are replaced by values as they are, and put back", async () => {
      const values = [
        ["007", true],
        ["", -0.1],
      ];
      await workbook.replaceAreas([
        { address: "Plan!B2:C3", values },
        { address: "Plan!E1", values: [["=x"]] },
        { address: "Plan!E2", values: [["'y"]] },
      ]);
      const [block, column] = await workbook.readAreas(["Plan!B2:C3", "Plan!E1:E2"]);
      expect(block).toMatchObject({ values, formulas: values });
      expect(column?.values).toEqual([["=x"], ["'y"]]);
      expect((await workbook.formulas()).cells.map(({ address }) => address)).toEqual(["'My sheet'!A1"]);
      await workbook.replaceAreas([
        { address: "Plan!B2:C3", formula: "=TABLE()" },
        { address: "Plan!E1", formula: "=A1+1" },
        { address: "Plan!E2", formula: "=A1+2" },
      ]);
      const [again, rest] = await workbook.readAreas(["Plan!B2:C3", "Plan!E1:E2"]);
      expect(again?.formulas).toEqual([["=TABLE()", ""], ["", ""]]); // prettier-ignore
      expect(rest?.formulas).toEqual([["=A1+1"], ["=A1+2"]]);
    });
    test("protected sheets are named", async () => {
      expect(await workbook.protectedSheets()).toEqual([]);
      opened.protect("My sheet");
      expect(await workbook.protectedSheets()).toEqual(["My sheet"]);
    });
  });

  test("preferences are kept as text", async () => {
    expect(await workbook.setting("cuts")).toBeUndefined();
    await workbook.saveSetting("cuts", "0.8 0.95");
    await workbook.saveSetting("digits", "007");
    expect([await workbook.setting("cuts"), await workbook.setting("digits")]).toEqual(["0.8 0.95", "007"]);
  });

  describe("events", () => {
    test("tell of changes by the user and by us, until stopped", async () => {
      const heard = { first: 0, second: 0 };
      const stop = workbook.onChanged(() => void heard.first++);
      const stopSecond = workbook.onChanged(() => void heard.second++);
      // Excel takes a moment to listen.
      await eventually(() => {
        opened.type("Sheet1!A1", heard.first);
        expect(Math.min(heard.first, heard.second)).toBeGreaterThan(0);
      });
      let before = { ...heard };
      await workbook.createTable(items);
      await eventually(() => expect(heard.first).toBeGreaterThan(before.first));
      stop();
      before = { ...heard };
      opened.type("Items!B2", 9);
      await eventually(() => expect(heard.second).toBeGreaterThan(before.second));
      expect(heard.first).toBe(before.first);
      stopSecond();
    });
    test("tell of selections, until stopped", async () => {
      let heard = 0;
      const stop = workbook.onSelectionChanged(() => void heard++);
      let witnessed = 0;
      workbook.onSelectionChanged(() => void witnessed++);
      const selectUntil = async (expectation: () => void) => {
        for (let tries = 0; tries < 3; tries++) await workbook.select(`Sheet1!B${tries + 2}`);
        await eventually(expectation);
      };
      await selectUntil(() => expect(heard).toBeGreaterThan(0));
      stop();
      const before = { heard, witnessed };
      await selectUntil(() => expect(witnessed).toBeGreaterThan(before.witnessed));
      expect(heard).toBe(before.heard);
    });
  });
}
