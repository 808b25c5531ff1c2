import { MemoryWorkbook } from "../../src/workbook/memory-workbook";
import type { CellValue } from "../../src/workbook/workbook";

const MONTHS = 24;
/** 2023-01-01. */
const FIRST_DAY = 44_927;

/** A workbook of items with two years of demand, the same each time: steady, seasonal and rare ones, cheap and dear. In families by turns, or in none. */
export async function generatedWorkbook(itemCount: number, families = 0): Promise<MemoryWorkbook> {
  const workbook = new MemoryWorkbook();
  const random = seeded(7);
  const items: CellValue[][] = [];
  const demand: CellValue[][] = [];
  for (let i = 0; i < itemCount; i++) {
    const code = `part-${String(i + 1).padStart(4, "0")}`;
    const cost = Math.round(10_000 * random() ** 6 + 1);
    const rarity = random();
    const size = 1 + 40 * random() ** 3;
    for (let month = 0; month < MONTHS; month++) {
      const quantity = random() < rarity * 0.8 ? 0 : Math.round(size * (1 + (random() - 0.5) * 2 * rarity));
      demand.push([code, "MAIN", FIRST_DAY + Math.round(month * 30.44) + 2, quantity]);
    }
    items.push([code, "EA", cost, 20 + Math.round(60 * random()), "", "", ""]);
    if (families > 0) items[i].push(`family ${1 + (i % families)}`);
  }
  await workbook.createTable({
    name: "Items",
    columns: ["Item", "UoM", "Cost", "LeadTime", "ACV", "ABC", "XYZ", ...(families > 0 ? ["Family"] : [])],
    formats: [],
    rows: items,
  });
  await workbook.createTable({
    name: "Demand",
    columns: ["Item", "Location", "Date", "Qty"],
    formats: [],
    rows: demand,
  });
  return workbook;
}

/** Numbers from 0 to 1 by the linear congruence of Numerical Recipes. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
