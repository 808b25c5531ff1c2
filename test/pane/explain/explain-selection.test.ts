import { explainSelection } from "../../../src/pane/explain/explain-selection";
import { MemoryWorkbook } from "../../../src/workbook/memory-workbook";
import type { Selection } from "../../../src/workbook/workbook";

/** Items[Mean], Items[Sd] of three items in Items!B2:C4. */
async function withItems(): Promise<MemoryWorkbook> {
  const workbook = new MemoryWorkbook();
  await workbook.createTable({
    name: "Items",
    columns: ["Item", "Mean", "Sd"],
    formats: [],
    rows: [
      ["a", 50, 5],
      ["b", 20, 4],
      ["c", "many", 4],
    ],
  });
  return workbook;
}

/** As Excel tells a cell inside a spilled answer: its value, no formula of its own, and where the formula stands. */
function spilled(address: string, value: number | string, formula: string): Selection {
  return {
    address: `Plan!${address}`,
    sheet: "Plan",
    rowCount: 1,
    columnCount: 1,
    values: [[value]],
    formulas: [[value]],
    spillAnchor: { address: "Plan!D2", formula },
  };
}

async function explained(selection: Selection) {
  const explanation = await explainSelection(await withItems(), selection, "");
  if (explanation.kind !== "explained") throw new Error(`not explained: ${explanation.kind}`);
  return explanation;
}

test("an answer spilled down explains the item of its own row, with that item's cells", async () => {
  const { anchor, calls } = await explained(spilled("D3", 4, "=SAFETYSTOCK(Items[Mean],Items[Sd],1,0.9)"));
  expect(anchor).toBe("Plan!D2");
  expect(calls[0].item).toBe(2);
  expect(calls[0].lines.slice(0, 3).map(({ value, source }) => [value, source])).toEqual([
    ["20", "Items!B3"],
    ["4", "Items!C3"],
    ["1", undefined],
  ]);
  // z(0.9) = 1.2815516 (standard normal table), times 4.
  expect(calls[0].steps[calls[0].steps.length - 1].result).toBeCloseTo(5.126206, 5);
});

test("a bad row has its own error, not that of the whole answer", async () => {
  const { calls } = await explained(spilled("D4", "#VALUE!", "=SAFETYSTOCK(Items[Mean],Items[Sd],1,0.9)"));
  expect(calls[0].error?.message).toBe('mean must be a number, got the text "many"');
  expect(calls[0].lines[1].value).toBe("4");
});

test("the cell that holds the formula is no part of another's answer", async () => {
  const { anchor } = await explained(spilled("D2", 4, "=SAFETYSTOCK(Items[Mean],Items[Sd],1,0.9)"));
  expect(anchor).toBeUndefined();
});

test("[@Column] is the cell of that column in the row of the formula", async () => {
  const workbook = await withItems();
  await workbook.addColumn("Items", "Stock");
  workbook.setCell("Items!D3", 5.13, "=SAFETYSTOCK([@Mean],Items[@Sd],1,0.9)");
  await workbook.select("Items!D3");
  const explanation = await explainSelection(workbook, await workbook.selection(), "");
  const lines = explanation.kind === "explained" ? explanation.calls[0].lines : [];
  expect(lines.slice(0, 2).map(({ value, source }) => [value, source])).toEqual([
    ["20", "Items!B3"],
    ["4", "Items!C3"],
  ]);
});

test("of a large selection the first cell is explained", async () => {
  const workbook = await withItems();
  workbook.setCell("Plan!A1", 1, "=EOQ(1300,8,1.125)");
  await workbook.select("Plan!A1:B9");
  const explanation = await explainSelection(workbook, await workbook.selection(), "");
  expect(explanation).toMatchObject({ kind: "explained", address: "Plan!A1" });
});
