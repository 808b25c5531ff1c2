import { earlyWarning, type WarningDetails } from "../../../src/analyses/early-warning";
import { runAnalysis } from "../../../src/analyses/run-analysis";
import type { CellValue, TableContent } from "../../../src/workbook/workbook";
import { day, rowsOf, stockOf } from "../kpis/company";
import { madeCompany, type Fate } from "./made-company";

/** Fates whose demand ends: what is warned of and still lies then was rightly warned of. */
const ending: readonly Fate[] = [
  "dies",
  "dies at once",
  "sold off in time",
  "replaced and stranded",
  "replaced in time",
];

function lookBack(tables: readonly TableContent[]) {
  const { results, details, issues } = runAnalysis(earlyWarning, tables, { history: 60 }, "run");
  expect(issues).toEqual([]);
  return { quality: (details as WarningDetails).quality, rows: rowsOf(results, "WarningTest") };
}

describe("280 items over five years whose fate is known", () => {
  test.each([1, 2, 3])(
    "seed %i: warned two quarters ahead at the median, and at least every second warning was right",
    (seed) => {
      const { tables, fateOf } = madeCompany(seed);
      const { quality, rows } = lookBack(tables);
      expect(quality.hits + quality.falseAlarms).toBeGreaterThanOrEqual(80);
      expect(quality.medianLead).toBeGreaterThanOrEqual(2);
      expect(quality.precision).toBeGreaterThanOrEqual(0.5);
      expect(quality.missed).toBeLessThan(0.1 * quality.hits);
      // A pause of a year by chance is a write-off by the rule; by what was made up it is a false alarm.
      const judged = rows.filter(({ Outcome }) => Outcome === "hit" || Outcome === "false alarm");
      const right = judged.filter(
        ({ Item, Outcome }) => Outcome === "hit" && ending.includes(fateOf.get(String(Item))!),
      );
      expect(right.length / judged.length).toBeGreaterThanOrEqual(0.5);
      const steady = rows.filter(({ Item }) => fateOf.get(String(Item)) === "steady");
      expect(steady).toEqual([]);
    },
  );

  test("nothing that came later is looked at: the company of a year before warned of the same on the same days", () => {
    const { tables } = madeCompany(4);
    const cut = day("2024-12-31");
    const upTo = (table: TableContent) => {
      const at = table.columns.indexOf("Date");
      return at < 0 ? table : { ...table, rows: table.rows.filter((row) => Number(row[at]) <= cut) };
    };
    const whole = lookBack(tables).rows;
    const earlier = tables.map(upTo);
    const costs = new Map(earlier[0].rows.map(([item, , cost]) => [item, Number(cost)] as const));
    const held = new Map<CellValue, number>();
    const moves = earlier.find(({ name }) => name === "Transactions")!;
    for (const row of moves.rows) held.set(row[2], (held.get(row[2]) ?? 0) + Number(row[5]));
    const stock = stockOf(
      [...held].map(([item, units]) => [item, "N", "usable", "own", cut, units, units * costs.get(item)!]),
    );
    const then = lookBack(earlier.map((table) => (table.name === "Stock" ? stock : table))).rows;
    const warned = (rows: typeof whole) =>
      new Map(
        rows
          .filter(({ FirstWarning }) => FirstWarning !== "" && Number(FirstWarning) <= cut)
          .map((row) => [row.Item, row.FirstWarning]),
      );
    expect(warned(then).size).toBeGreaterThan(50);
    expect(warned(then)).toEqual(warned(whole));
  });
});
