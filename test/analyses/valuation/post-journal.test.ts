import { postJournal } from "../../../src/analyses/post-journal";
import { held, ran, tableOf } from "./month-tables";

describe("post-journal", () => {
  const tables = [
    tableOf("Valuation", [held("A", 110, 1000)]),
    tableOf("Reserve", [
      {
        AsOf: "2024-12-31",
        Item: "A",
        Location: "D01",
        Prior: 500,
        Used: 250,
        Released: 100,
        New: 0,
        Currency: 0,
        Closing: 150,
      },
      {
        AsOf: "2024-12-31",
        Item: "B",
        Location: "D01",
        Prior: 0,
        Used: 0,
        Released: 0,
        New: 40.1,
        Currency: 0,
        Closing: 40.1,
      },
    ]),
    tableOf("TieOut", [
      {
        Step: "ledger",
        Line: "Late invoice",
        Location: "D01",
        Document: "PO1",
        AsOf: "2024-12-31",
        Difference: 12,
        State: "explained",
        Class: "late invoice",
      },
    ]),
  ];

  test("books what the reserve moved and what the ledger has to correct", () => {
    const { rows } = ran(postJournal, tables, { preparer: "M. Keller", approver: "A. Roth" });
    expect(
      rows("Journal").map(({ Account, Debit, Credit, Status }) => [Account, Debit, Credit, Status]),
    ).toEqual([
      ["Write-down of inventory", 40.1, undefined, "approved"],
      ["Allowance for inventory", undefined, 40.1, "approved"],
      ["Allowance for inventory", 100, undefined, "approved"],
      ["Reversal of write-down of inventory", undefined, 100, "approved"],
      ["Allowance for inventory", 250, undefined, "approved"],
      ["Cost of sales", undefined, 250, "approved"],
      ["Inventory", 12, undefined, "approved"],
      ["Goods and invoices received", undefined, 12, "approved"],
    ]);
    expect(
      rows("TieOut")
        .filter(({ Step }) => Step === "journal")
        .map(({ State }) => State),
    ).toEqual(["ties", "ties", "ties"]);
  });

  test.each([
    ["M. Keller", "m. keller ", "m. keller  prepared it and approves it"],
    ["M. Keller", "", "nobody has approved it"],
    ["", "A. Roth", "nobody is named as preparer"],
  ])("%s and %s: told, and it stays prepared", (preparer, approver, note) => {
    const { rows } = ran(postJournal, tables, { preparer, approver });
    expect(new Set(rows("Journal").map(({ Status }) => Status))).toEqual(new Set(["prepared"]));
    expect(rows("TieOut").find(({ Class }) => Class === "approval")).toMatchObject({
      State: "differs",
      Note: note,
    });
  });
});
