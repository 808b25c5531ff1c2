import { PlanningError, invalidInput } from "../../engine/errors";
import type { ItemFacts } from "./item-facts";

/** Upgrades as an option and the table Runs hold them: auto-0063:B;auto-0071:A. Signs in a code are written as in web addresses. */
export function upgradesText(upgrades: ReadonlyMap<string, string>): string {
  return [...upgrades].map(([item, abc]) => `${encodeURIComponent(item)}:${abc}`).join(";");
}

/** A cell of Excel holds no longer text. */
const longest = 32_000;

/** @throws PlanningError where a part is no item and class */
export function readUpgrades(text: string): Map<string, "A" | "B"> {
  if (text.length > longest)
    throw invalidInput(
      "upgrades",
      `must be at most ${longest} characters, some upgrades at a time`,
      text.length,
    );
  const upgrades = new Map<string, "A" | "B">();
  for (const part of text.split(";").map((piece) => piece.trim())) {
    if (part === "") continue;
    const split = part.lastIndexOf(":");
    const abc = part
      .slice(split + 1)
      .trim()
      .toUpperCase();
    if (split < 1 || (abc !== "A" && abc !== "B"))
      throw invalidInput("upgrades", "must be items with the class they get, such as P-1:B;P-2:A", part);
    upgrades.set(decoded(part.slice(0, split).trim()), abc);
  }
  return upgrades;
}

function decoded(code: string): string {
  try {
    return decodeURIComponent(code);
  } catch {
    return code;
  }
}

/** Facts with the accepted upgrades: an item has at least the higher of the class accepted now and earlier. */
export function withUpgrades(
  facts: ReadonlyMap<number, ItemFacts>,
  rows: ReadonlyMap<string, number>,
  upgrades: ReadonlyMap<string, "A" | "B">,
): ReadonlyMap<number, ItemFacts> {
  if (upgrades.size === 0) return facts;
  const lifted = new Map(facts);
  for (const [item, abc] of upgrades) {
    const row = rows.get(item);
    const before = row === undefined ? undefined : facts.get(row);
    if (row === undefined || before === undefined)
      throw new PlanningError("invalid-input", "upgrades", `upgrades must be of items in Items, got ${item}`);
    const { minAbc } = before;
    lifted.set(row, { ...before, minAbc: minAbc !== "" && minAbc < abc ? minAbc : abc });
  }
  return lifted;
}
