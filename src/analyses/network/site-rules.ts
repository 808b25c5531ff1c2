import { placementTable, readRows, type Issue, type Row } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";
import { leafId } from "../forecast/plan-forecast";
import type { SiteRule } from "./stocking-task";

export type PlacementRow = Row<typeof placementTable.columns>;

export interface SiteRules {
  readonly of: (item: string, location: string) => SiteRule | undefined;
  /** Rows as they stand, by item and place. */
  readonly rows: ReadonlyMap<string, PlacementRow>;
  /** Body rows of them, counted from 1. */
  readonly rowNumbers: ReadonlyMap<string, number>;
  readonly issues: readonly Issue[];
}

/** What sites decided for themselves: for one item, or for all items where Item is blank. */
export function siteRules(placement: TableContent | undefined): SiteRules {
  if (placement === undefined)
    return { of: () => undefined, rows: new Map(), rowNumbers: new Map(), issues: [] };
  const {
    rows,
    rowNumbers,
    issues: readIssues,
  } = readRows(placementTable, placement.columns, placement.rows);
  const issues: Issue[] = [...readIssues];
  const byLeaf = new Map<string, PlacementRow>();
  const numberOf = new Map<string, number>();
  rows.forEach((row, i) => {
    const id = leafId(row.Item ?? "", row.Location as string);
    const problem =
      ruleProblem(row) ??
      (byLeaf.has(id)
        ? { column: "Location", message: "Item and Location must stand in one row only" }
        : undefined);
    if (problem === undefined) {
      byLeaf.set(id, row);
      numberOf.set(id, rowNumbers[i]);
    } else issues.push({ table: placementTable.name, row: rowNumbers[i], ...problem });
  });
  const of = (item: string, location: string): SiteRule | undefined => {
    const [own, general] = [byLeaf.get(leafId(item, location)), byLeaf.get(leafId("", location))];
    const max = own?.MaxService ?? general?.MaxService ?? null;
    const fixed = own?.FixedService ?? general?.FixedService ?? null;
    return max === null && fixed === null ? undefined : { max, fixed };
  };
  return { of, rows: byLeaf, rowNumbers: numberOf, issues };
}

function ruleProblem({ MaxService, FixedService }: PlacementRow): Omit<Issue, "table" | "row"> | undefined {
  for (const [column, time] of [["MaxService", MaxService] as const, ["FixedService", FixedService] as const])
    if (time !== null && !Number.isInteger(time))
      return { column, message: `${column} must be whole days, got ${time}` };
  if (MaxService !== null && FixedService !== null && FixedService > MaxService) {
    const message = `FixedService must be at most MaxService (${MaxService}), got ${FixedService}`;
    return { column: "FixedService", message };
  }
  return undefined;
}
