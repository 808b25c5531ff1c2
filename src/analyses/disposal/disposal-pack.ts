import {
  disposalPackTable,
  disposalsTable,
  readRows,
  transactionsTable,
  type Issue,
  type Row,
} from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";
import type { Company } from "../health/company";
import type { Move } from "../health/leaf-moves";
import { costOfItem } from "../health/master-data";

export type PackRow = Row<typeof disposalPackTable.columns>;
type DisposalRow = Row<typeof disposalsTable.columns>;

interface Booked {
  readonly item: string;
  readonly location: string;
  readonly move: Move;
}

/** Sums of decimal units that differ by rounding only are equal. */
const rounding = 1e-9;

/**
 * Disposals as an auditor takes them: each ties to the stock movements of its reference, has an approver who did not prepare it, and with a
 * hazard its certificate. Scrap movements without a disposal are told.
 */
export function disposalPack(
  disposals: TableContent | undefined,
  { moves, master }: Company,
  runId: string,
): { readonly rows: readonly PackRow[]; readonly issues: readonly Issue[] } {
  if (disposals === undefined) return { rows: [], issues: [] };
  const read = readRows(disposalsTable, disposals.columns, disposals.rows);
  const issues: Issue[] = [...read.issues];
  const out: Booked[] = [...moves.byLeaf].flatMap(([id, list]) => {
    const [item, location] = id.split("\t");
    return list.filter(({ quantity }) => quantity < 0).map((move) => ({ item, location, move }));
  });
  const claimed = new Set<Move>();
  const seen = new Set<string>();
  const rows: PackRow[] = [];
  read.rows.forEach((row, i) => {
    const tell = (column: string, message: string) =>
      issues.push({ table: disposalsTable.name, row: read.rowNumbers[i], column, message });
    const { Id, Item } = row;
    if (seen.has(Id as string)) return tell("Id", `Id must stand in one row only, got ${Id} again`);
    seen.add(Id as string);
    if (!master.codes.has(Item as string))
      return tell("Item", `Item must be in the table Items, got ${Item}`);
    const facts = master.items.get(Item as string);
    const hazard = row.Hazard ?? facts?.Hazard ?? null;
    const booked = bookedFor(row, out);
    for (const { move } of booked) claimed.add(move);
    const units = booked.reduce((sum, { move }) => sum - move.quantity, 0);
    const difference = (row.Qty as number) - units;
    const missing = missingIn(row, hazard, difference);
    if (Math.abs(difference) > rounding && (row.Ref !== null || row.Status === "closed")) {
      tell(
        "Qty",
        `Qty of ${Id} must tie to the movements of ${row.Ref ?? "its Ref"} (${units}), got ${row.Qty}`,
      );
    }
    if (row.Status === "closed" && isHazard(hazard) && row.Certificate === null) {
      tell(
        "Certificate",
        `Certificate must be given: ${Id} holds hazard ${hazard} and cannot be closed without one`,
      );
    }
    const cost = costOfItem(facts);
    rows.push({
      Id,
      Item,
      Location: row.Location,
      Route: row.Route,
      Qty: row.Qty,
      Booked: units,
      Difference: difference,
      Cost: Number.isNaN(cost) ? null : (row.Qty as number) * cost,
      Hazard: hazard,
      Certificate: row.Certificate,
      Approver: row.Approver,
      Status: row.Status,
      Verdict: missing.length > 0 ? missing.join("; ") : row.Status === "closed" ? "closed" : "may close",
      RunId: runId,
    });
  });
  for (const { item, move } of out) {
    if (move.kind !== "scrap" || claimed.has(move)) continue;
    const message = `Ref of ${item} must belong to a row of Disposals: ${-move.quantity} units were scrapped without one`;
    issues.push({ table: transactionsTable.name, row: move.row, column: "Ref", message });
  }
  return { rows, issues };
}

const isHazard = (hazard: string | null): boolean =>
  hazard !== null && !/^(none|no|-)?$/i.test(hazard.trim());

/** Movements of the reference of a disposal; without one what was scrapped of its item and place on its day. */
function bookedFor({ Item, Location, Ref, Date }: DisposalRow, out: readonly Booked[]): readonly Booked[] {
  return out.filter(({ item, location, move }) => {
    if (item !== Item || (Location !== null && location !== Location)) return false;
    if (Ref !== null) return move.ref === Ref;
    return move.kind === "scrap" && Date !== null && move.day === Math.floor(Date);
  });
}

/** What keeps a disposal from being closed, in words. */
function missingIn(row: DisposalRow, hazard: string | null, difference: number): string[] {
  const missing: string[] = [];
  if (isHazard(hazard) && row.Certificate === null)
    missing.push("cannot close: hazard without the number of a certificate");
  if (row.Approver === null) missing.push("approver is missing");
  else if (row.Approver === row.Preparer) missing.push("approver must be somebody else than the preparer");
  if (Math.abs(difference) > rounding) {
    const more = difference > 0 ? "more than" : "less than";
    missing.push(`${Math.abs(difference).toLocaleString("en")} ${more} the stock movements`);
  }
  return missing;
}
