import { sha256 } from "../../engine/math/sha256";
import { defaultRules, ruleFor, xyzClass, type AbcRule, type Verdict } from "../../engine/segmentation";
import type { Issue } from "../../workbook/tables";
import { classesByValue, type ClassCuts, type ValueClass, type VariationClass } from "../classify-items";
import type { ItemMeasures, MeasuredItem } from "../item-measures";
import { heldItem, type Held, type HeldBecause } from "./held-items";
import type { ItemFacts } from "./item-facts";

export interface ReviewRules extends ClassCuts {
  /** Share of value by which an item may stray over a cut and keep its class. */
  readonly band: number;
  /** Variation by which it may stray over a cut of XYZ and keep its class. */
  readonly xyzBand: number;
}

export interface ReviewedItem extends MeasuredItem {
  readonly facts: ItemFacts;
  /** Segment in Items now, such as BX; "" where there is none. */
  readonly old: string;
  readonly abc: ValueClass | string;
  readonly xyz: VariationClass | string;
  /** Why it keeps its class whatever its numbers are. */
  readonly held?: HeldBecause;
  readonly heldReason?: string;
  readonly verdict: Verdict;
}

export interface Review {
  readonly items: readonly ReviewedItem[];
  readonly issues: readonly Issue[];
}

/** An item with the class that the band holds it by. */
interface KnownItem extends MeasuredItem {
  readonly facts: ItemFacts;
  readonly base: { readonly abc: string; readonly xyz: string };
  readonly held: Held | undefined;
}

/**
 * Classes with memory: an item keeps its class while it strays over a cut by no more than the band. Launches and phase-outs are
 * ranked by nobody: they keep the class a person gave them, N and - where there is none, and their value does not move the cuts. An
 * accepted upgrade lifts a class, never lowers it.
 * @param before segment by item at the start of the quarter, where the quarter was reviewed already: a second review starts from there too
 */
export function reviewSegments(
  measures: ItemMeasures,
  facts: ReadonlyMap<number, ItemFacts>,
  { abc, xyz, band, xyzBand }: ReviewRules,
  before: ReadonlyMap<string, string> = new Map(),
): Review {
  const known = knownItems(measures, facts, before);
  const { classes, issues } = classesWithBand(
    known.map(({ item, value, held, base }) => ({
      item,
      value: held === undefined ? value : null,
      base: base.abc,
    })),
    { cuts: abc, band },
  );
  const items = known.map(({ held, base, ...item }, i): ReviewedItem => {
    const { criticality, supplyRisk, minAbc } = item.facts;
    const valueClass =
      held === undefined ? atLeast(classes[i], minAbc) : base.abc || (held.because === "launch" ? "N" : "-");
    const rule = ruleFor({ abc: valueClass, criticality, supplyRisk }, defaultRules);
    return {
      ...item,
      old: item.facts.abc + item.facts.xyz,
      abc: valueClass,
      xyz:
        held === undefined
          ? classByVariation(item, base.xyz, { xyz, xyzBand })
          : heldVariation(base.xyz, held),
      ...(held === undefined ? {} : { held: held.because, heldReason: held.reason }),
      verdict: rule?.verdict ?? "OK",
    };
  });
  return { items, issues };
}

/** ABC classes with memory, in the order given. Equal values rank by code, so that a sorted sheet changes no class. */
export function classesWithBand(
  items: readonly { readonly item: string; readonly value: number | null; readonly base: string }[],
  rule: AbcRule,
): ReturnType<typeof classesByValue> {
  const order = items.map((_, i) => i).sort((a, b) => (items[a].item < items[b].item ? -1 : 1));
  const ranked = classesByValue(
    order.map((i) => items[i].value),
    rule,
    order.map((i) => (items[i].base === "" ? null : items[i].base)),
  );
  const classes: ValueClass[] = new Array(items.length);
  order.forEach((i, place) => (classes[i] = ranked.classes[place]));
  return { classes, issues: ranked.issues };
}

/** The higher of a class and the one an item has at least; N stays N. */
export function atLeast(abc: string, minAbc: string): string {
  return "ABC".includes(abc) && minAbc !== "" && minAbc < abc ? minAbc : abc;
}

export function classByVariation(
  { variation, months }: Pick<MeasuredItem, "variation" | "months">,
  base: string,
  { xyz, xyzBand }: Pick<ReviewRules, "xyz" | "xyzBand">,
): VariationClass {
  return months === 0 || variation === null ? "-" : xyzClass(variation, xyz, base, xyzBand);
}

function heldVariation(xyz: string, { because }: Held): string {
  return xyz || (because === "launch" ? "N" : "-");
}

function knownItems(
  measures: ItemMeasures,
  facts: ReadonlyMap<number, ItemFacts>,
  before: ReadonlyMap<string, string>,
): KnownItem[] {
  return measures.items.flatMap((item) => {
    const ofItem = facts.get(item.row);
    if (ofItem === undefined) return [];
    const held = heldItem(ofItem, item);
    const old = held === undefined ? before.get(item.item) : undefined;
    const segment =
      old === undefined ? { abc: ofItem.abc, xyz: ofItem.xyz } : { abc: old.slice(0, 1), xyz: old.slice(1) };
    const base = { abc: classOrNone(segment.abc), xyz: classOrNone(segment.xyz) };
    return [{ ...item, facts: ofItem, base, held }];
  });
}

/** N and - say that there is no class. */
function classOrNone(name: string): string {
  return name === "N" || name === "-" ? "" : name;
}

/** SHA-256 of all that decides a class beside the rules: the same input gives the same hash. */
export function reviewHash(
  measures: ItemMeasures,
  facts: ReadonlyMap<number, ItemFacts>,
  before: ReadonlyMap<string, string>,
): string {
  return sha256(
    knownItems(measures, facts, before)
      .map(
        ({ item, value, variation, months, facts: ofItem, base }) =>
          `${JSON.stringify([item, value, variation, months, ...Object.values({ ...ofItem, ...base })])}\n`,
      )
      .sort()
      .join(""),
  );
}
