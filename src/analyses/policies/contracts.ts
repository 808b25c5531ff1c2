import type { PriceBreak } from "../../engine/replenishment";
import { contractsTable, readRows, type Issue } from "../../workbook/tables";
import { normalised } from "../../workbook/tables/read-table";
import type { TableContent } from "../../workbook/workbook";

export interface Contract {
  readonly supplier: string;
  readonly item: string;
  /** Body row of Contracts, counted from 1. */
  readonly row: number;
  /** Calendar days; null where not agreed. */
  readonly leadTime: number | null;
  readonly price: number | null;
  readonly moq: number;
  /** Pack size, or as much of it as fills a truck. */
  readonly multiple: number;
  readonly breaks: readonly PriceBreak[];
}

export interface Contracts {
  readonly byItem: ReadonlyMap<string, readonly Contract[]>;
  /** Whether a row of a supplier and item is there that cannot be used; it stands in `issues`. */
  readonly isUnusable: (supplier: string, item: string) => boolean;
  readonly issues: readonly Issue[];
}

/** Agreements that hold on a day. */
export function contractsOn(contracts: TableContent | undefined, day: number): Contracts {
  const byItem = new Map<string, Contract[]>();
  if (contracts === undefined) return { byItem, isUnusable: () => false, issues: [] };
  const {
    rows,
    rowNumbers,
    issues: readIssues,
  } = readRows(contractsTable, contracts.columns, contracts.rows);
  const issues: Issue[] = [...readIssues];
  rows.forEach((row, i) => {
    const { ValidFrom, ValidTo, Breaks } = row;
    if (day < (ValidFrom ?? -Infinity) || day > (ValidTo ?? Infinity)) return;
    const breaks = priceBreaks(Breaks ?? "");
    if (breaks === undefined) {
      const message = `Breaks must be quantities and prices such as 100: 9.50; 500: 9.00, got ${Breaks}`;
      issues.push({ table: contractsTable.name, row: rowNumbers[i], column: "Breaks", message });
      return;
    }
    const contract = {
      supplier: row.Supplier as string,
      item: row.Item as string,
      row: rowNumbers[i],
      leadTime: row.LeadTime,
      price: row.Price,
      moq: row.MOQ ?? 0,
      multiple: multipleOf(row.Multiple ?? 0, row.Truck ?? 0),
      breaks,
    };
    const known = byItem.get(contract.item);
    if (known === undefined) byItem.set(contract.item, [contract]);
    else known.push(contract);
  });
  const place = (name: string) => contracts.columns.findIndex((column) => normalised(column) === name);
  const codes = issues.map(({ row }) =>
    [place("supplier"), place("item")].map((at) => String(contracts.rows[row - 1]?.[at] ?? "").trim()),
  );
  const isUnusable = (supplier: string, item: string) =>
    codes.some(([ofSupplier, ofItem]) => ofSupplier === supplier && ofItem === item);
  return { byItem, isUnusable, issues };
}

/** Orders are whole packs, or full trucks of whole packs. */
function multipleOf(pack: number, truck: number): number {
  if (truck <= pack) return pack;
  return pack === 0 ? truck : Math.floor(truck / pack + 1e-9) * pack;
}

/** Undefined where the text is no list of quantities and prices. */
export function priceBreaks(text: string): PriceBreak[] | undefined {
  const parts = text.split(";").filter((part) => part.trim() !== "");
  const breaks = parts.map((part) => {
    const [from, price, ...rest] = part.split(":").map((number) => number.trim());
    const usable = rest.length === 0 && Number(from) > 0 && price !== "" && Number(price) > 0;
    return usable ? { from: Number(from), price: Number(price) } : undefined;
  });
  return breaks.every((one) => one !== undefined) ? breaks : undefined;
}
