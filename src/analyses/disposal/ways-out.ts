import type { DisposalOption } from "../../engine/lifecycle";
import { disposalOptionsTable, nrvInputsTable, readRows, type Issue, type Row } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";
import type { dispositionRoutes } from "../../workbook/tables/dispositions";

export type Route = (typeof dispositionRoutes)[number];
export type Way = DisposalOption & { readonly name: Route };

export interface WayRules {
  /** Share taken off the price, and months until the units are sold at that. */
  readonly discount: number;
  readonly discountMonths: number;
  /** Money per unit. */
  readonly scrapCost: number;
}

interface Priced {
  readonly item: string;
  readonly family: string;
  readonly cost: number;
  readonly price: number | null;
}

type OptionRow = Row<typeof disposalOptionsTable.columns>;

export interface WaysOut {
  readonly of: (item: Priced) => readonly Way[];
  /** Price at which an item sells, before any discount; null where not known. */
  readonly priceOf: (item: Priced) => number | null;
  readonly issues: readonly Issue[];
}

/**
 * What can be done with units of an item: rows of DisposalOptions for it, else for its family, else for all. Without such rows: a discount
 * on the price, rework where NRVInputs tells a cost of completion, and scrapping.
 */
export function waysOut(
  options: TableContent | undefined,
  nrvInputs: TableContent | undefined,
  rules: WayRules,
): WaysOut {
  const read = options && readRows(disposalOptionsTable, options.columns, options.rows);
  const inputs = nrvInputs && readRows(nrvInputsTable, nrvInputs.columns, nrvInputs.rows);
  const byKey = new Map<string, OptionRow[]>();
  for (const row of read?.rows ?? []) byKey.set(row.Item ?? "", [...(byKey.get(row.Item ?? "") ?? []), row]);
  const terms = new Map(inputs?.rows.map((row) => [row.Item, row] as const));
  const priceOf = ({ item, price }: Priced) => terms.get(item)?.Price ?? price;
  const of = (item: Priced): readonly Way[] => {
    const rows = [item.item, item.family, ""]
      .map((key) => byKey.get(key))
      .find((found) => found !== undefined);
    const price = priceOf(item);
    if (rows !== undefined) return rows.flatMap((row) => wayOf(row, item.cost, price));
    const { Selling, Completion } = terms.get(item.item) ?? { Selling: null, Completion: null };
    const scrap: Way = { name: "scrap", proceeds: 0, cost: rules.scrapCost, fixed: 0, months: 0 };
    if (price === null) return [scrap];
    const discount: Way = {
      name: "discount",
      proceeds: price * (1 - rules.discount),
      cost: Selling ?? 0,
      fixed: 0,
      months: rules.discountMonths,
    };
    const rework: Way[] =
      Completion === null || Completion === 0
        ? []
        : [
            {
              name: "rework",
              proceeds: price,
              cost: Completion + (Selling ?? 0),
              fixed: 0,
              months: rules.discountMonths,
            },
          ];
    return [discount, ...rework, scrap];
  };
  return { of, priceOf, issues: [...(read?.issues ?? []), ...(inputs?.issues ?? [])] };
}

function wayOf(
  { Route, Proceeds, Share, Cost, Fixed, Months }: OptionRow,
  cost: number,
  price: number | null,
): Way[] {
  if (Route === null) return [];
  const sells = Route === "discount" || Route === "rework";
  const whole = sells ? price : cost;
  // A share of a price that nobody knows is no way out.
  const proceeds = Proceeds ?? (Share === null ? 0 : whole === null ? undefined : Share * whole);
  return proceeds === undefined
    ? []
    : [{ name: Route, proceeds, cost: Cost ?? 0, fixed: Fixed ?? 0, months: Months ?? 0 }];
}
