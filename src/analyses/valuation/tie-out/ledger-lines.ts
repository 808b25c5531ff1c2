import { isoTextOfSerial } from "../../../engine/calendar";
import { sumToTheCent } from "../../../engine/valuation";
import { ledgerTable, transactionsTable } from "../../../workbook/tables";
import type { LaterMovement, ReadMovements } from "../read-movements";
import type { StockSnapshot } from "../stock-snapshot";
import type { DocumentAmount, ItemValue } from "../value-item";
import { explaining, invoiceCandidates, type Candidate } from "./candidates";
import { comparison, halfCent, type TieOutLine, type TieOutState } from "./lines";
import { moneyText } from "./money-text";
import type { LedgerPosting, StockLedger } from "./read-ledger";

/** The sub-ledger beside the general ledger: by location where the ledger knows it, and the documents that explain the difference. */
export function ledgerLines(
  items: readonly ItemValue[],
  ledger: StockLedger,
  movements: ReadMovements,
  snapshot: StockSnapshot,
): TieOutLine[] {
  const byLocation = ledger.postings.length > 0 && ledger.postings.every(({ location }) => location !== "");
  const groups = new Set(byLocation ? ledger.postings.map(({ location }) => location) : [""]);
  if (byLocation)
    for (const { places } of items)
      for (const { location, value } of places) if (value !== 0) groups.add(location);
  const vendorDocuments = vendorRefs(movements);
  return [...groups].sort().flatMap((location) => {
    const here = <T extends { readonly location: string }>(all: readonly T[]): T[] =>
      byLocation ? all.filter((each) => each.location === location) : [...all];
    const ours = sumToTheCent(items.flatMap(({ places }) => here(places).map(({ value }) => value)));
    const postings = here(ledger.postings);
    const theirs = sumToTheCent(postings.map(({ amount }) => amount));
    const total = comparison("ledger", "Value, sub-ledger against ledger", [ours, theirs], {
      Location: location,
    });
    const gap = total.Difference ?? 0;
    if (Math.abs(gap) < halfCent) return [{ row: total }];
    const parts =
      ledger.documentsFrom === undefined
        ? partsOfBalance(gap, location, here(balanceCandidates(items, snapshot)))
        : partsByDocument({
            gap,
            location,
            ours: items.flatMap(({ item, documents }) =>
              here(documents).map((document) => ({ ...document, item })),
            ),
            postings,
            later: here(ledger.later),
            vendorDocuments,
            from: ledger.documentsFrom,
            laterIds: new Set(movements.later.flatMap(({ id, ref }) => [id, ref])),
            laterInvoices: movements.later.filter(({ invoice }) => invoice !== 0),
          });
    return [{ row: { ...total, State: stateOf(gap, parts) } }, ...parts];
  });
}

function stateOf(gap: number, parts: readonly TieOutLine[]): TieOutState {
  const explained = parts.filter(({ row }) => row.State === "explained");
  const sum = sumToTheCent(explained.map(({ row }) => row.Difference ?? 0));
  return Math.abs(sum - gap) < halfCent ? "explained" : "differs";
}

/** Where the ledger is a balance only: invoices and vendor-owned value that make up the difference. */
function balanceCandidates(items: readonly ItemValue[], snapshot: StockSnapshot): Candidate[] {
  const vendor = [...snapshot.lines.values()]
    .filter(({ vendorValue }) => vendorValue !== 0)
    .map(({ item, location, vendorValue, vendorRow }) => ({
      class: "consignment" as const,
      document: "",
      item,
      location,
      amount: -vendorValue,
      note: `${item} of the vendor stands in the ledger at ${moneyText(vendorValue)}`,
      row: vendorRow,
    }));
  return [...invoiceCandidates(items), ...vendor];
}

function partsOfBalance(gap: number, location: string, candidates: readonly Candidate[]): TieOutLine[] {
  const found = explaining(candidates, gap, halfCent);
  if (found.length === 0)
    return [
      {
        row: {
          ...comparison("ledger", "Difference that no document explains", [gap, 0]),
          Location: location,
          State: "differs",
          Class: "unexplained",
          Note: "Give the ledger's postings with their documents in Ledger to see which differ",
        },
      },
    ];
  return found.map((candidate) => ({
    row: {
      ...comparison("ledger", "Document that the ledger does not have", [candidate.amount, 0]),
      Item: candidate.item,
      Location: candidate.location,
      Document: candidate.document,
      State: "explained",
      Class: candidate.class,
      Note: candidate.note,
    },
    cell: {
      table: candidate.class === "consignment" ? "Stock" : transactionsTable.name,
      row: candidate.row,
      column: candidate.class === "consignment" ? "Value" : "Cost",
    },
  }));
}

interface ByDocument {
  readonly gap: number;
  readonly location: string;
  readonly ours: readonly (DocumentAmount & { readonly item: string })[];
  readonly postings: readonly LedgerPosting[];
  readonly later: readonly LedgerPosting[];
  readonly vendorDocuments: ReadonlySet<string>;
  readonly from: number;
  readonly laterIds: ReadonlySet<string>;
  readonly laterInvoices: readonly LaterMovement[];
}

interface Compared {
  ours: number;
  theirs: number;
  invoice: number;
  item: string;
  row: number;
  ledgerRow: number;
  date: number;
}

/** Each document on both sides, from the day after the balance carried forward. */
function partsByDocument({
  gap,
  location,
  ours,
  postings,
  later,
  vendorDocuments,
  from,
  laterIds,
  laterInvoices,
}: ByDocument): TieOutLine[] {
  const documents = new Map<string, Compared>();
  const aliases = new Map<string, string>();
  const entryOf = (document: string): Compared => {
    const key = aliases.get(document) ?? document;
    let entry = documents.get(key);
    if (entry === undefined) {
      const none = { ours: 0, theirs: 0, invoice: 0, item: "", row: 0, ledgerRow: 0, date: 0 };
      documents.set(key, (entry = none));
    }
    return entry;
  };
  for (const amount of ours) {
    if (amount.date < from) continue;
    aliases.set(amount.id, amount.document);
    const entry = entryOf(amount.document);
    entry.ours += amount.toStock;
    if (amount.invoice) entry.invoice += amount.toStock;
    entry.item ||= amount.item;
    if (amount.invoice || entry.row === 0) entry.row = amount.row;
    entry.date = Math.max(entry.date, amount.date);
  }
  for (const { ref, amount, row, item, date } of postings) {
    if (ref === "") continue;
    const entry = entryOf(ref);
    entry.theirs += amount;
    entry.ledgerRow ||= row;
    entry.item ||= item;
    entry.date = Math.max(entry.date, date);
  }
  const laterLedger = new Set(later.map(({ ref }) => aliases.get(ref) ?? ref));
  const invoiced = new Map<string, string>();
  for (const [document, { invoice, item, ours: mine, theirs }] of documents)
    if (invoice !== 0 && Math.abs(mine - theirs) >= halfCent) invoiced.set(item, document);
  const lines: TieOutLine[] = [];
  let rounding = 0;
  let told = 0;
  for (const [document, entry] of documents) {
    const difference = entry.ours - entry.theirs;
    if (Math.abs(difference) < roundingOfADocument) {
      rounding += difference;
      continue;
    }
    told += difference;
    const late = laterInvoices.find(
      ({ ref, invoice }) => ref === document && Math.abs(difference + invoice) < roundingOfADocument,
    );
    const cause =
      late === undefined
        ? causeOf(document, entry, { laterLedger, vendorDocuments, laterIds, invoiced })
        : causeOfLater(document, entry, late);
    lines.push({
      row: {
        ...comparison("ledger", cause.line, [cents(entry.ours), cents(entry.theirs)]),
        Item: entry.item,
        Location: location,
        Document: document,
        State: cause.class === "unexplained" ? "differs" : "explained",
        Class: cause.class,
        Note: cause.note,
      },
      cell:
        late !== undefined
          ? { table: transactionsTable.name, row: late.row, column: "Cost" }
          : entry.row > 0
            ? { table: transactionsTable.name, row: entry.row, column: entry.invoice !== 0 ? "Cost" : "Ref" }
            : { table: ledgerTable.name, row: entry.ledgerRow, column: "Amount" },
    });
  }
  lines.sort((a, b) => Math.abs(b.row.Difference ?? 0) - Math.abs(a.row.Difference ?? 0));
  const opening = gap - told - rounding;
  return [
    ...lines,
    ...(Math.abs(opening) < halfCent
      ? []
      : [
          {
            row: {
              ...comparison("ledger", "Balance carried forward", [cents(opening), 0]),
              Location: location,
              State: "differs" as const,
              Class: "opening",
              Note: `documents before ${isoTextOfSerial(from)} do not make up the balance carried forward`,
            },
          },
        ]),
    ...(Math.abs(rounding) < halfCent
      ? []
      : [
          {
            row: {
              ...comparison("ledger", "Rounding of documents to the cent", [cents(rounding), 0]),
              Location: location,
              State: "explained" as const,
              Class: "rounding",
            },
          },
        ]),
  ];
}

/** Both sides round a document to the cent; one of several lines may be a cent off. */
const roundingOfADocument = 0.0151;
const cents = (money: number): number => Math.round(money * 100) / 100;

/** The ledger accrued what the books of stock get by an invoice dated after the cut-off. */
const causeOfLater = (document: string, { ours, theirs }: Compared, late: LaterMovement) => ({
  line: "Late invoice",
  class: "late invoice",
  note: `the invoice of ${moneyText(late.invoice)} for ${document} is dated ${isoTextOfSerial(late.date)}, after the cut-off: ${moneyText(ours)} here, ${moneyText(theirs)} in the ledger, which accrued it`,
});

interface Known {
  readonly laterLedger: ReadonlySet<string>;
  readonly vendorDocuments: ReadonlySet<string>;
  readonly laterIds: ReadonlySet<string>;
  /** Documents with a late invoice that differs, by item. */
  readonly invoiced: ReadonlyMap<string, string>;
}

function causeOf(document: string, { ours, theirs, invoice, item, date }: Compared, known: Known) {
  if (invoice !== 0)
    return {
      line: "Late invoice",
      class: "late invoice",
      note: `the invoice that came after the goods of ${document} put ${moneyText(invoice)} into stock here; the document is ${moneyText(ours)} here and ${moneyText(theirs)} in the ledger`,
    };
  if (theirs === 0 && known.laterLedger.has(document))
    return {
      line: "Posted after the cut-off in the ledger",
      class: "timing",
      note: `${document} of ${isoTextOfSerial(date)} is in the ledger after the cut-off`,
    };
  if (ours === 0 && known.vendorDocuments.has(document))
    return {
      line: "Vendor-owned stock in the ledger",
      class: "consignment",
      note: `${document} is stock of the vendor and stands in the ledger at ${moneyText(theirs)}`,
    };
  if (ours === 0 && known.laterIds.has(document))
    return {
      line: "Posted before the cut-off in the ledger",
      class: "timing",
      note: `${document} moves after the cut-off and is in the ledger already`,
    };
  const cause = known.invoiced.get(item);
  if (cause !== undefined)
    return {
      line: "Follows from a late invoice",
      class: "late invoice",
      note: `${document} took units of ${cause} at the cost with its invoice here, without it in the ledger`,
    };
  if (theirs === 0)
    return {
      line: "Not in the ledger",
      class: "missing",
      note: `${document} of ${isoTextOfSerial(date)} is not in the ledger`,
    };
  if (ours === 0)
    return {
      line: "In the ledger only",
      class: "missing",
      note: `${document} is in the ledger and moved no stock here`,
    };
  return {
    line: "Another amount in the ledger",
    class: "price",
    note: `${document} is ${moneyText(ours)} here and ${moneyText(theirs)} in the ledger`,
  };
}

function vendorRefs({ byItem }: ReadMovements): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { vendor, refs, ids } of byItem.values())
    vendor.forEach((owned, i) => {
      if (owned) found.add(refs[i]).add(ids[i]);
    });
  found.delete("");
  return found;
}
