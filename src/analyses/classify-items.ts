import { PlanningError } from "../engine/errors";
import { abcClasses, xyzClass, type AbcClass, type AbcRule, type XyzClass } from "../engine/segmentation";
import { itemsTable, type Issue } from "../workbook/tables";
import type { ItemMeasures, MeasuredItem } from "./item-measures";

export interface ClassCuts {
  /** Shares of total value where A ends and where B ends. */
  readonly abc: readonly [number, number];
  /** Coefficients of variation where X ends and where Y ends. */
  readonly xyz: readonly [number, number];
}

export const defaultCuts: ClassCuts = { abc: [0.8, 0.95], xyz: [0.5, 1] };

/** N is new or not measured: too short a history, or a value that is not known. */
export type ValueClass = AbcClass | "N";
/** "-" is none: no demand to judge. */
export type VariationClass = XyzClass | "N" | "-";

export const valueClasses: readonly ValueClass[] = ["A", "B", "C", "N"];
export const variationClasses: readonly VariationClass[] = ["X", "Y", "Z", "N", "-"];

export interface ClassifiedItem extends MeasuredItem {
  readonly abc: ValueClass;
  readonly xyz: VariationClass;
}

/** One field of the ABC x XYZ matrix. */
export interface Segment {
  readonly abc: ValueClass;
  readonly xyz: VariationClass;
  readonly count: number;
  readonly value: number;
  /** Of the value of all items, 0-1. */
  readonly share: number;
  /** Body rows of Items, counted from 0. */
  readonly rows: readonly number[];
}

export interface Classification {
  readonly items: readonly ClassifiedItem[];
  readonly segments: readonly Segment[];
  readonly totalValue: number;
  readonly issues: readonly Issue[];
}

/** A launch is not judged by its first months. */
const MONTHS_TO_JUDGE = 6;

/** ABC by annual value and XYZ by variation of monthly demand, and the matrix of both. */
export function classifyItems(measures: ItemMeasures, cuts: ClassCuts): Classification {
  const { classes, issues } = classesByValue(
    measures.items.map(({ value }) => value),
    { cuts: cuts.abc, band: 0 },
  );
  const items = measures.items.map((item, i): ClassifiedItem => ({
    ...item,
    abc: classes[i],
    xyz: classByVariation(item, cuts.xyz),
  }));
  const totalValue = items.reduce((sum, { value }) => sum + (value ?? 0), 0);
  return {
    items,
    segments: segmentsOf(items, totalValue),
    totalValue,
    issues: [...measures.issues, ...issues],
  };
}

/** Items[ABC] and Items[XYZ] as whole columns; rows that could not be used get "-". */
export function classColumns(
  { items }: Classification,
  rowCount: number,
): { readonly ABC: string[]; readonly XYZ: string[] } {
  const columns = { ABC: new Array<string>(rowCount).fill("-"), XYZ: new Array<string>(rowCount).fill("-") };
  for (const { row, abc, xyz } of items) {
    columns.ABC[row] = abc;
    columns.XYZ[row] = xyz;
  }
  return columns;
}

/** Why cuts cannot be used, in the words of the field; undefined where they can. */
export function cutsProblem({ abc, xyz }: ClassCuts): { field: "abc" | "xyz"; message: string } | undefined {
  if (!abc.every(Number.isFinite)) return { field: "abc", message: "A and B must end at a number." };
  if (!xyz.every(Number.isFinite)) return { field: "xyz", message: "X and Y must end at a number." };
  if (!(abc[0] > 0 && abc[0] < abc[1] && abc[1] <= 1)) {
    return { field: "abc", message: "A must end above 0 %, before B, and B at 100 % or before." };
  }
  if (!(xyz[0] > 0 && xyz[0] < xyz[1])) {
    return { field: "xyz", message: "X must end above 0 and before Y." };
  }
  return undefined;
}

/** ABC classes of annual values; where none is above 0, all are N and an issue says what is missing. */
export function classesByValue(
  values: readonly (number | null)[],
  rule: AbcRule,
  current?: readonly (string | null)[],
): { classes: ValueClass[]; issues: Issue[] } {
  try {
    return { classes: abcClasses(values, rule, current), issues: [] };
  } catch (thrown) {
    if (!(thrown instanceof PlanningError)) throw thrown;
    const message = "No item has an annual value above 0: fill ACV, or Cost and the table Demand";
    return {
      classes: values.map(() => "N"),
      issues: values.length === 0 ? [] : [{ table: itemsTable.name, row: 0, column: "ACV", message }],
    };
  }
}

function classByVariation(
  { variation, months }: MeasuredItem,
  cuts: readonly [number, number],
): VariationClass {
  if (months === 0) return "-";
  if (months < MONTHS_TO_JUDGE) return "N";
  return variation === null ? "-" : xyzClass(variation, cuts);
}

function segmentsOf(items: readonly ClassifiedItem[], totalValue: number): Segment[] {
  return valueClasses.flatMap((abc) =>
    variationClasses.map((xyz) => {
      const members = items.filter((item) => item.abc === abc && item.xyz === xyz);
      const value = members.reduce((sum, item) => sum + (item.value ?? 0), 0);
      return {
        abc,
        xyz,
        count: members.length,
        value,
        share: totalValue > 0 ? value / totalValue : 0,
        rows: members.map(({ row }) => row),
      };
    }),
  );
}
