import { sumToTheCent } from "../../../engine/valuation";
import { receiptsTable, readRows, stockTable, transactionsTable } from "../../../workbook/tables";
import type { TableContent } from "../../../workbook/workbook";
import { leafId } from "../../forecast/plan-forecast";
import { narrowed } from "../../narrowed-schema";
import type { Period } from "../cut-off";
import type { ItemMovements, ReadMovements } from "../read-movements";
import type { StockLine, StockSnapshot } from "../stock-snapshot";
import type { ItemValue, PlaceValue } from "../value-item";
import { explaining, invoiceCandidates, timingCandidates, type Candidate } from "./candidates";
import { comparison, halfCent, type TieOutLine, type TieOutState } from "./lines";
import { moneyText, unitsText } from "./money-text";

const unitHair = 1e-6;

interface Pair {
  readonly item: string;
  readonly location: string;
  readonly ours?: PlaceValue;
  readonly theirs?: StockLine;
}

/** The sub-ledger beside Stock: in all, and each item and place that differs with the document that explains it. */
export function stockLines(
  items: readonly ItemValue[],
  snapshot: StockSnapshot,
  movements: ReadMovements,
  receipts: TableContent | undefined,
  period: Period,
): TieOutLine[] {
  if (snapshot.lines.size === 0) return [];
  const pairs = pairsOf(items, snapshot);
  const evidence: Evidence = {
    timing: byLeaf(timingCandidates(movements, period)),
    invoices: byLeaf(invoiceCandidates(items)),
    prices: byLeaf(receipts === undefined ? [] : priceCandidates(items, receipts)),
    movements,
  };
  const differing = pairs.flatMap((pair) => pairLines(pair, snapshot.valued, evidence));
  const ourUnits = pairs.reduce((sum, { ours }) => sum + bookUnits(ours), 0);
  const theirUnits = pairs.reduce((sum, { theirs }) => sum + (theirs?.own ?? 0), 0);
  const ourMoney = sumToTheCent(pairs.map(({ ours }) => ours?.value ?? 0));
  const theirMoney = sumToTheCent(
    pairs.map(({ theirs }) => (theirs?.value ?? 0) + (theirs?.vendorValue ?? 0)),
  );
  const units = comparison("ledger", "Own units, sub-ledger against Stock", [
    round(ourUnits),
    round(theirUnits),
  ]);
  const value = comparison("ledger", "Value, sub-ledger against Stock", [ourMoney, theirMoney]);
  const of = (what: string) => differing.filter(({ row }) => row.Line?.startsWith(what) === true);
  return [
    { row: { ...units, State: stateBy(units.Difference ?? 0, of("Units"), unitHair) } },
    ...(snapshot.valued
      ? [{ row: { ...value, State: stateBy(value.Difference ?? 0, of("Value"), halfCent) } }]
      : []),
    ...differing,
  ];
}

/** A total is explained where its parts are and add up to it. */
function stateBy(difference: number, parts: readonly TieOutLine[], within: number): TieOutState {
  if (Math.abs(difference) < within && parts.length === 0) return "ties";
  const known = parts.filter(({ row }) => row.State === "explained");
  const sum = known.reduce((total, { row }) => total + (row.Difference ?? 0), 0);
  return known.length === parts.length && Math.abs(sum - difference) < Math.max(within, 1e-4)
    ? "explained"
    : "differs";
}

interface Evidence {
  readonly timing: ReadonlyMap<string, readonly Candidate[]>;
  readonly invoices: ReadonlyMap<string, readonly Candidate[]>;
  readonly prices: ReadonlyMap<string, readonly Candidate[]>;
  readonly movements: ReadMovements;
}

function pairLines(pair: Pair, valued: boolean, evidence: Evidence): TieOutLine[] {
  const { item, location, ours, theirs } = pair;
  const id = leafId(item, location);
  const cell = (column: string) =>
    theirs === undefined
      ? undefined
      : { table: stockTable.name, row: theirs.row || theirs.vendorRow, column };
  const lines: TieOutLine[] = [];
  const gap = round(bookUnits(ours) - (theirs?.own ?? 0));
  const cause = Math.abs(gap) < unitHair ? undefined : unitsCause(pair, gap, evidence);
  if (cause !== undefined)
    lines.push({
      row: {
        ...comparison("ledger", "Units at an item and location", [bookUnits(ours), theirs?.own ?? 0]),
        Item: item,
        Location: location,
        Document: cause.document,
        State: cause.class === "" ? "differs" : "explained",
        Class: cause.class === "" ? "quantity" : cause.class,
        Note: cause.note,
      },
      cell: cell("Qty") ?? { table: transactionsTable.name, row: cause.row, column: "Qty" },
    });
  if (theirs !== undefined && Math.abs(theirs.vendorValue) >= halfCent)
    lines.push({
      row: {
        ...comparison("ledger", "Value of stock that the vendor owns", [0, theirs.vendorValue]),
        Item: item,
        Location: location,
        State: "explained",
        Class: "consignment",
        Note: `${unitsText(theirs.vendor)} of ${item} belong to the vendor and carry ${moneyText(theirs.vendorValue)} in Stock`,
      },
      cell: { table: stockTable.name, row: theirs.vendorRow, column: "Value" },
    });
  if (!valued || theirs?.value === null) return lines;
  const money = sumToTheCent([ours?.value ?? 0, -(theirs?.value ?? 0)]);
  if (Math.abs(money) < halfCent) return lines;
  const found = cause ?? valueCause(money, evidence.invoices.get(id) ?? [], evidence.prices.get(id) ?? []);
  lines.push({
    row: {
      ...comparison("ledger", "Value at an item and location", [ours?.value ?? 0, theirs?.value ?? 0]),
      Item: item,
      Location: location,
      Document: found?.document ?? null,
      State: found === undefined || found.class === "" ? "differs" : "explained",
      Class: found?.class || "price",
      Note: found?.note ?? `${item} stands at another cost in Stock, and no document explains it`,
    },
    cell:
      found !== undefined && found.row > 0
        ? { table: transactionsTable.name, row: found.row, column: "Cost" }
        : cell("Value"),
  });
  return lines;
}

interface Cause {
  readonly class: Candidate["class"] | "";
  readonly document: string | null;
  readonly note: string;
  readonly row: number;
}

function unitsCause({ item, location, ours, theirs }: Pair, gap: number, evidence: Evidence): Cause {
  const vendorGap = round((ours?.vendorQuantity ?? 0) - (theirs?.vendor ?? 0));
  if (Math.abs(gap + vendorGap) < unitHair) {
    const row = vendorRow(item, location, evidence.movements);
    const side = vendorGap > 0 ? "stand as own in Stock" : "stand as the vendor's in Stock and as own here";
    return {
      class: "consignment",
      document: row?.document ?? null,
      note: `${unitsText(Math.abs(vendorGap))} of ${item} belong to the vendor by Transactions and ${side}`.replace(
        "belong to the vendor by Transactions and stand as the vendor's in Stock and as own here",
        "stand as the vendor's in Stock and as own in Transactions",
      ),
      row: row?.row ?? 0,
    };
  }
  const near = explaining(evidence.timing.get(leafId(item, location)) ?? [], gap, unitHair);
  if (near.length > 0) return joined(near);
  const same = sameSize(item, location, Math.abs(gap), evidence.movements);
  return {
    class: "",
    document: same?.document ?? null,
    note:
      same === undefined
        ? `${unitsText(Math.abs(gap))} of ${item} ${gap > 0 ? "are missing" : "are too many"} in Stock, and no document explains it: count`
        : `${unitsText(Math.abs(gap))} of ${item} ${gap > 0 ? "are missing" : "are too many"} in Stock; ${same.document} moved as many`,
    row: same?.row ?? 0,
  };
}

function valueCause(
  money: number,
  invoices: readonly Candidate[],
  prices: readonly Candidate[],
): Candidate | Cause | undefined {
  const found = explaining([...invoices, ...prices], money, 2 * halfCent);
  return found.length === 0 ? undefined : joined(found);
}

const joined = (found: readonly Candidate[]): Cause => ({
  class: found[0].class,
  document: found.map(({ document }) => document).join(", "),
  note: found.map(({ note }) => note).join("; "),
  row: found[0].row,
});

function vendorRow(item: string, location: string, movements: ReadMovements) {
  return lastMovement(item, movements, ({ vendor, places }, k) => vendor[k] && places[k] === location);
}

/** The last movement of just as many units. */
function sameSize(item: string, location: string, units: number, movements: ReadMovements) {
  return lastMovement(
    item,
    movements,
    ({ quantities, places }, k) =>
      Math.abs(Math.abs(quantities[k]) - units) < unitHair && places[k] === location,
  );
}

function lastMovement(
  item: string,
  { byItem }: ReadMovements,
  fits: (moves: ItemMovements, k: number) => boolean,
): { readonly document: string; readonly row: number } | undefined {
  const moves = byItem.get(item);
  if (moves === undefined) return undefined;
  for (let k = moves.rows.length - 1; k >= 0; k--)
    if (fits(moves, k)) return { document: moves.refs[k] || moves.ids[k], row: moves.rows[k] };
  return undefined;
}

const priceColumns = narrowed(receiptsTable, ["PO", "Line", "Item", "QtyReceived", "Cost"]);

/** Layers whose order line says another price: an invoice may have come that Transactions do not have. */
function priceCandidates(items: readonly ItemValue[], receipts: TableContent): Candidate[] {
  const { rows } = readRows(priceColumns, receipts.columns, receipts.rows);
  const paid = new Map<string, number>();
  for (const { PO, Line, Item, Cost } of rows)
    if (Cost !== null)
      for (const ref of [`${PO}`, `${PO}-${Line}`, `${PO}/${Line}`]) paid.set(`${Item}\t${ref}`, Cost);
  return items.flatMap(({ item, layers }) =>
    layers.flatMap(({ ref, location, quantity, value, unitCost }) => {
      const cost = paid.get(`${item}\t${ref}`);
      if (cost === undefined || Math.abs(cost - unitCost) < 1e-9) return [];
      return [
        {
          class: "price" as const,
          document: ref,
          item,
          location,
          amount: sumToTheCent([value, -Math.round(cost * quantity * 100) / 100]),
          note: `Receipts has ${ref} at ${cost}, its layer here costs ${Math.round(unitCost * 1e4) / 1e4}`,
          row: 0,
        },
      ];
    }),
  );
}

function pairsOf(items: readonly ItemValue[], snapshot: StockSnapshot): Pair[] {
  const pairs: Pair[] = [];
  const seen = new Set<string>();
  for (const { item, places } of items)
    for (const ours of places) {
      const id = leafId(item, ours.location);
      seen.add(id);
      pairs.push({ item, location: ours.location, ours, theirs: snapshot.lines.get(id) });
    }
  for (const [id, theirs] of snapshot.lines)
    if (!seen.has(id)) pairs.push({ item: theirs.item, location: theirs.location, theirs });
  return pairs;
}

/** Units by the documents: what is valued, less what went out without being there, and what came in without a cost. */
const bookUnits = (ours: PlaceValue | undefined): number =>
  ours === undefined ? 0 : round(ours.quantity - ours.short + ours.unpriced);

const round = (units: number): number => Math.round(units * 1e9) / 1e9;

function byLeaf(candidates: readonly Candidate[]): Map<string, Candidate[]> {
  const found = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const id = leafId(candidate.item, candidate.location);
    const known = found.get(id);
    if (known === undefined) found.set(id, [candidate]);
    else known.push(candidate);
  }
  return found;
}
