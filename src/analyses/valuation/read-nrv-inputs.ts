import { nrvInputsTable, readRows, type Issue } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";
import type { ExchangeRates } from "./exchange-rates";
import type { NrvInput } from "./nrv-item";

export interface NrvEvidence {
  readonly input: NrvInput;
  readonly prior: number | null;
  /** Day of the evidence, an Excel serial; null where it is not said. */
  readonly day: number | null;
  readonly evidence: string;
  /** Body row of NRVInputs counted from 1. */
  readonly row: number;
}

/** NRVInputs by item, in company currency. A row for a whole class is refused: IAS 2.29 asks item by item. */
export function readNrvInputs(
  inputs: TableContent | undefined,
  families: ReadonlySet<string>,
  isItem: (item: string) => boolean,
  rates: ExchangeRates,
  asOf: number,
): { readonly byItem: ReadonlyMap<string, NrvEvidence>; readonly issues: readonly Issue[] } {
  const byItem = new Map<string, NrvEvidence>();
  if (inputs === undefined) return { byItem, issues: [] };
  const { rows, rowNumbers, issues: read } = readRows(nrvInputsTable, inputs.columns, inputs.rows);
  const issues: Issue[] = [...read];
  rows.forEach((cells, i) => {
    const row = rowNumbers[i];
    const item = cells.Item as string;
    const refuse = (column: string, message: string) =>
      void issues.push({ table: nrvInputsTable.name, row, column, message });
    if (!isItem(item) && (families.has(item.toLowerCase()) || /^(all|\*|any|total)$/i.test(item)))
      return refuse(
        "Item",
        `Item must be one item, got the class ${item}: losses and gains of a class are not netted (IAS 2.29)`,
      );
    if (byItem.has(item)) return refuse("Item", `Item must stand in one row only, got ${item} again`);
    if (cells.Price === null) return refuse("Price", "Price must be given, got a blank");
    if ((cells.ContractQty ?? 0) > 0 && cells.ContractPrice === null)
      return refuse("ContractPrice", "ContractPrice must be given where ContractQty is, got a blank");
    const rate = rates.on(cells.Currency ?? "", cells.AsOf ?? asOf);
    if (rate === undefined)
      return refuse("Currency", `Currency must have a rate in Rates on its day, got ${cells.Currency}`);
    byItem.set(item, {
      input: {
        price: cells.Price * rate,
        completion: (cells.Completion ?? 0) * rate,
        selling: (cells.Selling ?? 0) * rate,
        contractQuantity: cells.ContractQty ?? 0,
        contractPrice: (cells.ContractPrice ?? 0) * rate,
      },
      prior: cells.PriorWritedown,
      day: cells.AsOf,
      evidence: cells.Evidence ?? "",
      row,
    });
  });
  return { byItem, issues };
}
