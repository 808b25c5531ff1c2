import type { ReviewedItem } from "./review-segments";

/** One field of the ABC x XYZ matrix. */
export interface MatrixSegment {
  readonly abc: string;
  readonly xyz: string;
  readonly count: number;
  readonly value: number;
  /** Of the value of all items, 0-1. */
  readonly share: number;
  /** Body rows of Items, counted from 0. */
  readonly rows: readonly number[];
}

export interface SegmentMatrix {
  /** Classes that occur, and A, B, C and X, Y, Z in any case; N and - last. */
  readonly abc: readonly string[];
  readonly xyz: readonly string[];
  readonly totalValue: number;
  readonly at: (abc: string, xyz: string) => MatrixSegment;
}

/** Items by ABC and XYZ, with their annual value. */
export function segmentMatrix(
  items: readonly Pick<ReviewedItem, "abc" | "xyz" | "row" | "value">[],
): SegmentMatrix {
  const totalValue = items.reduce((sum, { value }) => sum + (value ?? 0), 0);
  const members = new Map<string, { count: number; value: number; rows: number[] }>();
  for (const { abc, xyz, row, value } of items) {
    const key = `${abc}\n${xyz}`;
    const known = members.get(key) ?? { count: 0, value: 0, rows: [] };
    members.set(key, known);
    known.count += 1;
    known.value += value ?? 0;
    known.rows.push(row);
  }
  const occurring = (always: readonly string[], of: "abc" | "xyz") => [
    ...always,
    ...["N", "-"].filter((name) => items.some((item) => item[of] === name)),
  ];
  return {
    abc: occurring(["A", "B", "C"], "abc"),
    xyz: occurring(["X", "Y", "Z"], "xyz"),
    totalValue,
    at: (abc, xyz) => {
      const { count, value, rows } = members.get(`${abc}\n${xyz}`) ?? { count: 0, value: 0, rows: [] };
      return { abc, xyz, count, value, share: totalValue > 0 ? value / totalValue : 0, rows };
    },
  };
}
