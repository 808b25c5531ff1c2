import { sha256 } from "../../engine/math/sha256";
import { defaultRules, ruleFor, xyzClass, type Verdict } from "../../engine/segmentation";
import type { Issue } from "../../workbook/tables";
import { classesByValue, type ClassCuts, type ValueClass, type VariationClass } from "../classify-items";
import type { ItemMeasures, MeasuredItem } from "../item-measures";
import { heldBecause, type HeldBecause } from "./held-items";
import type { ItemFacts } from "./item-facts";

export interface ReviewRules extends ClassCuts {
  /** Share of value by which an item may stray over a cut and keep its class. */
  readonly band: number;
}

export interface ReviewedItem extends MeasuredItem {
  readonly facts: ItemFacts;
  /** Segment before, such as BX; "" where there was none. */
  readonly old: string;
  readonly abc: ValueClass | string;
  readonly xyz: VariationClass | string;
  /** Why it keeps its class whatever its numbers are. */
  readonly held?: HeldBecause;
  readonly verdict: Verdict;
}

export interface Review {
  readonly items: readonly ReviewedItem[];
  readonly issues: readonly Issue[];
  /** SHA-256 of all that decides a class. */
  readonly inputHash: string;
}

/**
 * Classes with memory: ABC keeps an item in its class while it strays over a cut by no more than the band. Launches and phase-outs are
 * ranked by nobody: they keep the class a person gave them, N and - where there is none, and their value does not move the cuts.
 */
export function reviewSegments(
  measures: ItemMeasures,
  facts: ReadonlyMap<number, ItemFacts>,
  { abc, xyz, band }: ReviewRules,
): Review {
  const known = measures.items.flatMap((item) => {
    const ofItem = facts.get(item.row);
    return ofItem === undefined ? [] : [{ ...item, facts: ofItem, held: heldBecause(ofItem, item.months) }];
  });
  const { classes, issues } = classesByValue(
    known.map(({ value, held }) => (held === undefined ? value : null)),
    { cuts: abc, band },
    known.map((item) => (item.facts.abc === "" ? null : item.facts.abc)),
  );
  const items = known.map(({ held, ...item }, i): ReviewedItem => {
    const { facts: before } = item;
    const valueClass = held === undefined ? classes[i] : before.abc || (held === "launch" ? "N" : "-");
    const rule = ruleFor(
      { abc: valueClass, criticality: before.criticality, supplyRisk: before.supplyRisk },
      defaultRules,
    );
    return {
      ...item,
      old: before.abc + before.xyz,
      abc: valueClass,
      xyz: variationClass(item, held, xyz),
      ...(held === undefined ? {} : { held }),
      verdict: rule?.verdict ?? "OK",
    };
  });
  return { items, issues, inputHash: hashOf(known) };
}

function variationClass(
  { variation, months, facts }: MeasuredItem & { readonly facts: ItemFacts },
  held: HeldBecause | undefined,
  cuts: ClassCuts["xyz"],
): string {
  if (held !== undefined) return facts.xyz || (held === "launch" ? "N" : "-");
  return months === 0 || variation === null ? "-" : xyzClass(variation, cuts);
}

function hashOf(items: readonly (MeasuredItem & { readonly facts: ItemFacts })[]): string {
  return sha256(
    items
      .map(
        ({ item, value, variation, months, facts }) =>
          `${JSON.stringify([item, value, variation, months, ...Object.values(facts)])}\n`,
      )
      .sort()
      .join(""),
  );
}
