import type {
  ageingTable,
  ageingTotalsTable,
  exposureTable,
  exposureTotalsTable,
  Row,
} from "../../workbook/tables";
import { byAge, exposureByQuarter } from "./stock-split";

type AgeingRow = Row<typeof ageingTable.columns>;
type ExposureRow = Row<typeof exposureTable.columns>;

/** What AgeingTotals holds: each bucket once, both ways of ageing beside each other. */
export function ageingTotals(
  rows: readonly AgeingRow[],
  { asOf, runId }: { readonly asOf: number; readonly runId: string },
): Row<typeof ageingTotalsTable.columns>[] {
  const [receipt, issue] = (["receipt", "issue"] as const).map(
    (basis) => new Map(byAge(rows, [], basis).map((part) => [part.name, part])),
  );
  const buckets = new Map(rows.map(({ Bucket, From }) => [Bucket ?? "", From ?? 0]));
  return [...buckets]
    .sort(([, a], [, b]) => a - b)
    .map(([Bucket, From]) => ({
      Bucket,
      From,
      ByReceipt: receipt.get(Bucket)?.value ?? 0,
      ByLastIssue: issue.get(Bucket)?.value ?? 0,
      UnitsByReceipt: receipt.get(Bucket)?.units ?? 0,
      UnitsByLastIssue: issue.get(Bucket)?.units ?? 0,
      AsOf: asOf,
      RunId: runId,
    }));
}

/** What ExposureTotals holds. */
export function exposureTotals(
  rows: readonly ExposureRow[],
  runId: string,
): Row<typeof exposureTotalsTable.columns>[] {
  return exposureByQuarter(rows).map(({ quarter, date, byRisk, excess, reserve }) => ({
    Quarter: quarter,
    Date: date,
    ...byRisk,
    Excess: excess,
    Reserve: reserve,
    RunId: runId,
  }));
}
