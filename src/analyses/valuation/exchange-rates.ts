import { ratesTable, readRows, type Issue } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";

/** Rates of exchange into the company's currency, each from its day until the next. */
export class ExchangeRates {
  private readonly byCurrency = new Map<string, { readonly dates: number[]; readonly rates: number[] }>();
  readonly issues: readonly Issue[];

  constructor(
    /** "" where it is not said. */
    readonly company: string,
    rates: TableContent | undefined,
  ) {
    if (rates === undefined) {
      this.issues = [];
      return;
    }
    const { rows, issues } = readRows(ratesTable, rates.columns, rates.rows);
    this.issues = issues;
    const inOrder = [...rows].sort((a, b) => (a.Date as number) - (b.Date as number));
    for (const { Currency, Date, Rate } of inOrder) {
      const key = (Currency as string).toUpperCase();
      const known = this.byCurrency.get(key) ?? { dates: [], rates: [] };
      this.byCurrency.set(key, known);
      known.dates.push(Date as number);
      known.rates.push(Rate as number);
    }
  }

  /** Whether amounts in it need no rate. */
  isCompany(currency: string): boolean {
    return currency === "" || currency.toUpperCase() === this.company.toUpperCase();
  }

  /** Company currency for one unit, by the last rate on or before the day (IAS 21.21-22); undefined where there is none. */
  on(currency: string, date: number): number | undefined {
    if (this.isCompany(currency)) return 1;
    const known = this.byCurrency.get(currency.toUpperCase());
    if (known === undefined) return undefined;
    let [low, high] = [0, known.dates.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (known.dates[middle] <= date) low = middle + 1;
      else high = middle;
    }
    return low === 0 ? undefined : known.rates[low - 1];
  }
}
