import { closingProgress, tieOutFigure } from "../../../src/analyses/valuation/closing-progress";
import { frozenPack, packName } from "../../../src/analyses/valuation/frozen-pack";
import { monthEndNeeds } from "../../../src/analyses/valuation/month-end-needs";
import { tableOf } from "./month-tables";

/** 2024-12-31. */
const asOf = 45_657;

describe("how far the month end is", () => {
  test("before it, everything is to do", () => {
    const { steps, next } = closingProgress(undefined);
    expect(new Set(steps.map(({ state }) => state))).toEqual(new Set(["to do"]));
    expect(next).toBe("cut-off");
  });

  test("a step is done where its lines tie or are explained, and differs where one does", () => {
    const progress = closingProgress(
      tableOf("TieOut", [
        { Step: "cut-off", Line: "a", AsOf: asOf, State: "ties", Ours: 5 },
        { Step: "ledger", Line: "b", AsOf: asOf, State: "explained" },
        { Step: "layers", Line: "c", AsOf: asOf, State: "ties" },
        { Step: "layers", Line: "d", AsOf: asOf, State: "differs" },
      ]),
    );
    expect(progress.steps.slice(0, 4).map(({ state }) => state)).toEqual([
      "done",
      "done",
      "differs",
      "to do",
    ]);
    expect(progress.steps[1].explained).toBe(1);
    expect(progress.steps[2].lines.map(({ row }) => row)).toEqual([2, 3]);
    expect([progress.asOf, progress.next]).toEqual([asOf, "ageing"]);
    expect(tieOutFigure(progress, "cut-off", "a")).toBe(5);
  });
});

test("the pack holds values under names of the month, and its hash tells a changed cell", () => {
  const journal = (Debit: number) => tableOf("Journal", [{ Entry: "ME-2024-12-1", Line: 1, Debit }]);
  const pack = frozenPack([tableOf("Items", [{ Item: "A" }]), journal(5)], asOf);
  expect(pack.tables).toMatchObject([{ name: "Pack_2024_12_Journal", rows: [["ME-2024-12-1", 1, 5]] }]);
  expect(packName(asOf, "Reserve")).toBe("Pack_2024_12_Reserve");
  expect(frozenPack([journal(5)], asOf).hash).toBe(pack.hash);
  expect(frozenPack([journal(6)], asOf).hash).not.toBe(pack.hash);
});

test("without movements there is no month end; without a policy only no reserve", () => {
  expect(monthEndNeeds([]).map(({ table, blocking }) => [table, blocking])).toEqual([
    ["Transactions", true],
    ["ReservePolicy", false],
  ]);
});
