import { rebalanceStock, type MovesDetails } from "../../src/analyses/rebalance-stock";
import { createPool } from "../../src/worker/pool";
import { monthDate, tableContent } from "../analyses/table-content";
import { sourceWorker } from "./start-worker";

jest.setTimeout(60_000);

test("a step that hangs is given up and told, and costs no other item its plan", async () => {
  const pool = createPool({ start: sourceWorker("test/worker/stuck-entry.ts"), size: 1 });
  const items = ["A", "hangs", "B"];
  const outcome = await pool.analyse(
    { ...rebalanceStock, solverSeconds: () => 0.1 },
    [
      tableContent(
        "Items",
        ["Item", "Cost", "Price", "LeadTime"],
        items.map((item) => [item, 10, 30, 60]),
      ),
      tableContent(
        "Stock",
        ["Item", "Location", "Status", "Owner", "AsOf", "Qty"],
        items.flatMap((item) => [
          [item, "D1", "usable", "own", monthDate(11), 100],
          [item, "D2", "usable", "own", monthDate(11), 0],
        ]),
      ),
      tableContent(
        "Policies",
        ["Item", "Location", "ROP"],
        items.flatMap((item) => ["D1", "D2"].map((place) => [item, place, 25])),
      ),
      tableContent("Lanes", ["From", "To", "LeadTime", "Cost", "Use"], [["D1", "D2", 3, 1, "lateral"]]),
      tableContent(
        "Demand",
        ["Item", "Location", "Date", "Qty"],
        items.flatMap((item) =>
          ["D1", "D2"].flatMap((place) =>
            Array.from({ length: 12 }, (_, month) => [item, place, monthDate(month), 10]),
          ),
        ),
      ),
    ],
    { runId: "run-1" },
  );
  pool.close();
  const { moves } = outcome.details as MovesDetails;
  expect(moves.map(({ item }) => item).sort()).toEqual(["A", "B"]);
  expect(outcome.issues.map(({ message }) => message)).toContain(
    "hangs: no plan was found within 3.1 seconds",
  );
});
