import { ageStock } from "../../engine/valuation";
import { consignmentTable, contractsTable, readRows, type Issue, type Row } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";
import { leafId } from "../forecast/plan-forecast";
import type { Company } from "../health/company";
import type { Move } from "../health/leaf-moves";
import { costOfItem } from "../health/master-data";
import { monthEnd } from "../health/month-ends";

export type ConsignmentRow = Row<typeof consignmentTable.columns>;

export interface ConsignmentRules {
  /** Yearly cost of own stock as a share of its value. */
  readonly carryRate: number;
  /** Share by which the vendor's price is higher for consignment. */
  readonly premium: number;
  /** Days after which the vendor's stock must be bought. */
  readonly buyBack: number;
}

const YEAR = 12;

/**
 * Owning against consignment, for each place with stock of the vendor's: carrying that is saved, less the premium on a year's use, less
 * carrying what the buy-back clause makes us buy, less what of that will not be used within a year.
 */
export function consignmentRows(
  company: Company,
  contracts: TableContent | undefined,
  { carryRate, premium, buyBack }: ConsignmentRules,
  runId: string,
): { readonly rows: readonly ConsignmentRow[]; readonly issues: readonly Issue[] } {
  const { position, moves, master, demand, history } = company;
  const read = contracts && readRows(contractsTable, contracts.columns, contracts.rows);
  const agreed = new Map<string, number>();
  for (const { Item, Price, Consignment } of read?.rows ?? [])
    if (Price !== null && (Consignment === true || !agreed.has(Item as string)))
      agreed.set(Item as string, Price);
  const asOf = position.asOf ?? monthEnd(history.months[history.months.length - 1]);
  const issues: Issue[] = [...(read?.issues ?? [])];
  const stocks = new Map(position.leaves.map((leaf) => [leaf.id, leaf] as const));
  const ids = new Set([
    ...position.leaves.filter(({ vendor }) => vendor > 0).map(({ id }) => id),
    ...moves.vendorByLeaf.keys(),
  ]);
  const rows = [...ids].flatMap((id): ConsignmentRow[] => {
    const [item, location] = id.split("\t");
    const cost = agreed.get(item) ?? costOfItem(master.items.get(item));
    const quantity = stocks.get(leafId(item, location))?.vendor ?? 0;
    if (Number.isNaN(cost)) {
      const message = `${item} has no cost: fill Contracts[Price] or Items[Cost]`;
      issues.push({ table: "Stock", row: stocks.get(id)?.row ?? 0, column: "Item", message });
      return [];
    }
    const own = moves.vendorByLeaf.get(id) ?? [];
    const coming = demand.of(item, location).coming.slice(0, YEAR);
    const year = coming.reduce((sum, units) => sum + units, 0);
    const usage = (usedInYear(own, asOf) ?? year) * cost;
    const aged = agedUnits(own, Math.max(0, quantity), asOf, buyBack);
    const ifOwned = quantity * cost;
    const saved = ifOwned * carryRate;
    const paid = usage * premium;
    const bought = aged.units * cost;
    const unused = Math.max(0, aged.units - year) * cost;
    const beforePremium = saved - bought * carryRate - unused;
    const net = beforePremium - paid;
    return [
      {
        Item: item,
        Location: location,
        VendorQty: quantity,
        IfOwned: ifOwned,
        Usage: usage,
        CarryingSaved: saved,
        Premium: paid,
        AgedQty: aged.units,
        OldestDays: aged.oldest ?? null,
        BuyBack: bought,
        Net: net,
        BreakEven: usage > 0 ? beforePremium / usage : null,
        Better: net >= 0 ? "consign" : "own",
        RunId: runId,
      },
    ];
  });
  return { rows, issues };
}

/** Units of the vendor's issued in the year up to a day; undefined where no movement tells. */
function usedInYear(moves: readonly Move[], asOf: number): number | undefined {
  const issues = moves.filter(({ kind, day }) => kind === "issue" && day > asOf - 365 && day <= asOf);
  return issues.length === 0 ? undefined : issues.reduce((sum, { quantity }) => sum - quantity, 0);
}

/** Units older than the buy-back clause allows, by the vendor's receipts; units without a receipt are older than all. */
function agedUnits(moves: readonly Move[], quantity: number, asOf: number, buyBack: number) {
  const receipts = moves.filter(({ quantity: units }) => units > 0);
  if (receipts.length === 0) return { units: 0, oldest: undefined };
  const aged = ageStock(
    { dates: receipts.map(({ day }) => day), quantities: receipts.map((move) => move.quantity) },
    quantity,
    { bounds: [buyBack], asOf },
  );
  return { units: aged.quantities[1], oldest: aged.oldest };
}
