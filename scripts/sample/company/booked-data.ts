import { uniformDraws } from "../../../src/engine/math/random";
import { BOOKED_MONTHS, MONTHS, closing, monthStart, serial } from "./calendar";
import { bookedUntil, keyOf, monthBefore, type BookedLeaf } from "./booked-leaf";
import { censored, consigned, type Company } from "./company";
import { cents } from "./items";
import type { Records } from "./records";

/** Requested quantities; where the shelf was empty for weeks only shipments are known. */
export function demandRecords(
  leaves: readonly BookedLeaf[],
  { servicePointDemand }: Company,
): Records["demand"] {
  const warehouses = leaves
    .filter(({ item }) => !item.byServicePoints)
    .flatMap((leaf) => {
      const isCensored = keyOf(leaf) === censored.leaf;
      return leaf.demand.map((quantity, month) => ({
        Item: leaf.item.item,
        Location: leaf.location,
        Date: monthStart(month),
        Qty: isCensored && month >= MONTHS - BOOKED_MONTHS ? shipped(leaf, month) : quantity,
        InStock: isCensored ? Math.round(leaf.bookings.inStock[month] * 100) / 100 : null,
        Type: isCensored ? ("ship" as const) : ("order" as const),
      }));
    })
    .filter(({ Item, Date, Qty }) => !(Item === "EL-508" && Qty === 0 && Date < serial(2026, 6, 1)));
  const points = servicePointDemand.flatMap(({ item, location, demand }) =>
    demand.map((Qty, month) => ({
      Item: item,
      Location: location,
      Date: monthStart(month),
      Qty,
      Type: "POS" as const,
    })),
  );
  return [...warehouses, ...points];
}

function shipped({ moves }: BookedLeaf, month: number): number {
  const [from, to] = [monthStart(month), monthStart(month + 1)];
  return -moves.reduce(
    (sum, { day, type, quantity }) => (type === "issue" && day >= from && day < to ? sum + quantity : sum),
    0,
  );
}

export function receiptRecords(leaves: readonly BookedLeaf[]): Records["receipts"] {
  return leaves.flatMap(({ item, location, bookings }) =>
    bookings.orders.flatMap((order) => {
      const line = {
        PO: order.order,
        Line: "10",
        Item: item.item,
        Location: location,
        Supplier: item.supplier,
        Ordered: order.ordered,
        Due: order.due,
        Dispatched: order.ordered + Math.max(1, Math.round((order.expected - order.ordered) * 0.3)),
        Qty: order.quantity,
        Cost: order.cost,
        Leg: item.supplier === "S05" ? "sea" : "road",
      };
      const rows = order.parts.map(({ day, quantity }) => ({
        ...line,
        Received: day,
        QtyReceived: quantity,
        Status: "received",
      }));
      const open = order.quantity - order.parts.reduce((sum, { quantity }) => sum + quantity, 0);
      if (open === 0) return rows;
      const sent = line.Dispatched <= closing;
      // The supplier promises what the contract says, whatever happened to the last orders.
      const promised = {
        ...line,
        Dispatched: sent ? line.Dispatched : null,
        ETA: Math.max(order.due, closing + 1),
      };
      return [...rows, { ...promised, QtyReceived: 0, Status: sent ? "in transit" : "ordered" }];
    }),
  );
}

export interface LateInvoice {
  readonly leaf: BookedLeaf;
  readonly order: string;
  readonly money: number;
}

/** Freight of a receipt of October, billed in November; the ledger accrued it in October, the stock records did not. */
export function lateInvoice(leaves: readonly BookedLeaf[]): LateInvoice {
  for (const leaf of leaves) {
    if (leaf.item.supplier !== "S06" || leaf.owner !== "own") continue;
    const order = leaf.bookings.orders.find(
      ({ parts }) => parts.length > 0 && parts[0].day > monthBefore + 5,
    );
    if (order !== undefined && leaf.onHand >= 10)
      return { leaf, order: order.order, money: cents(order.quantity * 4.5) };
  }
  throw new Error("no receipt of October suits the late invoice");
}

export function transactionRecords(
  leaves: readonly BookedLeaf[],
  late: LateInvoice,
): Records["transactions"] {
  const rows = leaves.flatMap(({ item, location, moves, owner }) =>
    moves.map(({ day, type, quantity, cost, reference }) => ({
      Date: day,
      Item: item.item,
      Location: location,
      Type: type,
      Qty: quantity,
      Cost: cost,
      Ref: reference,
      Owner: owner === "vendor" ? ("vendor" as const) : null,
    })),
  );
  rows.sort((a, b) => a.Date - b.Date);
  const invoice = {
    Date: serial(2026, 11, 4),
    Item: late.leaf.item.item,
    Location: late.leaf.location,
    Type: "invoice" as const,
    Qty: 0,
    Cost: late.money,
    Ref: late.order,
    Owner: null,
  };
  return [...rows, invoice].map((row, i) => ({ TxnId: `T${String(i + 1).padStart(6, "0")}`, ...row }));
}

/** Planted: consigned seals that Stock calls own. */
export function stockRecords(leaves: readonly BookedLeaf[]): Records["stock"] {
  return leaves
    .filter(({ onHand }) => onHand !== 0)
    .flatMap((leaf): Records["stock"] => {
      const key = keyOf(leaf);
      const wrong = key === consigned.wrong;
      const row = {
        Item: leaf.item.item,
        Location: leaf.location,
        Status: "usable" as const,
        Owner: leaf.owner === "vendor" && !wrong ? ("vendor" as const) : ("own" as const),
        AsOf: closing,
        Qty: leaf.onHand,
        Value: leaf.owner === "vendor" && !wrong ? 0 : leaf.value,
      };
      if (leaf.item.family !== "Chemicals" || leaf.onHand < 40) return [row];
      const held = { ...row, Lot: `${row.Item.slice(3)}-2601`, Status: "quality" as const, Qty: 20 };
      const value = cents((leaf.value * 20) / leaf.onHand);
      const rest = {
        ...row,
        Lot: `${row.Item.slice(3)}-2607`,
        Qty: leaf.onHand - 20,
        Value: cents(leaf.value - value),
      };
      return [{ ...held, Value: value }, rest];
    });
}

/** Balances of the end of September, and October's postings, one a movement. */
export function ledgerRecords(leaves: readonly BookedLeaf[], late: LateInvoice): Records["ledger"] {
  const own = leaves.filter(({ owner }) => owner === "own");
  const balances = [...new Set(own.map(({ location }) => location))].map((location) => ({
    Date: monthBefore,
    Account: `1400-${location}`,
    Location: location,
    Amount: cents(
      own
        .filter((leaf) => leaf.location === location)
        .reduce((sum, leaf) => sum + bookedUntil(leaf, monthBefore), 0),
    ),
    Text: "Balance carried forward",
  }));
  const postings = own
    .flatMap(({ item, location, moves, amounts }) =>
      moves.map((move, i) => ({
        Date: move.day,
        Account: `1400-${location}`,
        Item: item.item,
        Location: location,
        Ref: move.reference,
        Amount: amounts[i],
        Text: move.type,
      })),
    )
    .filter(({ Date, Amount }) => Date > monthBefore && Amount !== 0)
    .sort((a, b) => a.Date - b.Date);
  const account = (location: string) => `1400-${location}`;
  const wrong = leaves.find((leaf) => keyOf(leaf) === consigned.wrong)!;
  const planted = [
    {
      Date: serial(2026, 10, 29),
      Account: account(late.leaf.location),
      Item: late.leaf.item.item,
      Location: late.leaf.location,
      Ref: late.order,
      Amount: late.money,
      Text: "Freight accrued",
    },
    {
      Date: serial(2026, 10, 5),
      Account: account(wrong.location),
      Item: wrong.item.item,
      Location: wrong.location,
      Ref: wrong.bookings.orders.filter(({ parts }) => parts.length > 0).at(-1)!.order,
      Amount: wrong.value,
      Text: "Goods receipt",
    },
  ];
  return [...balances, ...postings, ...planted].map((row, i) => ({
    Posting: `GL${String(i + 1).padStart(5, "0")}`,
    ...row,
  }));
}

/** Lines that wait since the shelf was empty, and lines for the weeks to come. */
export function openOrderRecords(leaves: readonly BookedLeaf[]): Records["openOrders"] {
  const uniform = uniformDraws(77);
  const customer = () => `C${String(1 + Math.floor(uniform() * 12)).padStart(2, "0")}`;
  const lines = leaves.flatMap(({ item, location, bookings, demand }) => {
    if (item.byServicePoints) return [];
    const line = (requested: number, quantity: number) => ({
      Item: item.item,
      Location: location,
      Customer: customer(),
      Requested: requested,
      Qty: quantity,
      Shipped: 0,
      Price: item.price,
    });
    const monthly = demand.slice(-6).reduce((sum, units) => sum + units, 0) / 6;
    const soon =
      uniform() < 0.4
        ? [
            line(
              closing + 2 + Math.floor(uniform() * 25),
              Math.max(1, Math.round(monthly * (0.1 + 0.3 * uniform()))),
            ),
          ]
        : [];
    return [...bookings.waiting.map(({ day, quantity }) => line(day, quantity)), ...soon];
  });
  const short = [
    ["C01", 20],
    ["C05", 15],
    ["C09", 12],
  ].map(([Customer, Qty]) => ({
    Item: "PU-107",
    Location: "D100",
    Customer: Customer as string,
    Requested: closing + 5,
    Qty: Qty as number,
    Shipped: 0,
    Price: leaves.find(({ item }) => item.item === "PU-107")!.item.price,
  }));
  return [...lines, ...short].map((row, i) => ({ SO: `SO${String(10_001 + i)}`, Line: "10", ...row }));
}
