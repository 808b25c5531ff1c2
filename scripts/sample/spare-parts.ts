import { readFileSync } from "node:fs";
import { join } from "node:path";

export interface SparePart {
  readonly item: string;
  readonly unitPrice: number;
  /** Monthly demand, oldest first. */
  readonly demand: readonly number[];
}

export const MONTHS = 24;

/** The automotive spare parts in assets/samples/source; origin and licence are in the NOTICE beside them. */
export function readSpareParts(): SparePart[] {
  const path = join(__dirname, "../../assets/samples/source/spare_parts_auto.csv");
  const [, ...lines] = readFileSync(path, "utf8").trim().split(/\r?\n/);
  return lines.map((line) => {
    const [item, unitPrice, ...demand] = line.split(",");
    const part = { item: item!, unitPrice: Number(unitPrice), demand: demand.map(Number) };
    if (part.demand.length !== MONTHS || [part.unitPrice, ...part.demand].some(Number.isNaN))
      throw new Error(`spare_parts_auto.csv: cannot read the line of ${item}`);
    return part;
  });
}

/** The source does not date its months; the sample lets them end with 2024. First of month, as Excel counts days. */
export function monthSerial(month: number): number {
  return Date.UTC(2023, month, 1) / 86_400_000 - Date.UTC(1899, 11, 30) / 86_400_000;
}
