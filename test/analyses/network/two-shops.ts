import type { CellValue } from "../../../src/workbook/workbook";
import { monthDate } from "../table-content";

export type Rows = readonly (readonly CellValue[])[];

/** A supplier, a plant, a warehouse and the two shops it serves: Location and Type. */
export const places: Rows = [
  ["S", "supplier"],
  ["PL", "plant"],
  ["D", "DC"],
  ["P1", "store"],
  ["P2", "store"],
];

/** From, To, LeadTime and Cost. */
export const lanes: Rows = [
  ["S", "PL", 20, 1],
  ["PL", "D", 6, 1],
  ["D", "P1", 2, 4],
  ["D", "P2", 3, 4],
];

/** Item, Location, Date and Qty: alternating months, standard deviations of 10 and 20 times sqrt(24 / 23) around a mean of 100. */
export const demand: Rows = ["P1", "P2"].flatMap((place, k) =>
  Array.from({ length: 24 }, (_, month) => [
    "A",
    place,
    monthDate(month),
    100 + (month % 2 === 0 ? 1 : -1) * 10 * (k + 1),
  ]),
);
