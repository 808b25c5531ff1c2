import { sumToTheCent } from "../../engine/valuation";
import type { ExchangeRates } from "./exchange-rates";
import type { QuarterExposure } from "./exposure";
import type { ReserveHistory, ReserveRow } from "./reserve-history";
import { rollForward, type RolledReserve } from "./roll-forward";
import type { ValuedRow } from "./valued-stock";

/** The reserve of one item at one place. */
export interface Reserved {
  readonly row: ReserveRow;
  readonly rolled: RolledReserve;
  readonly exposure: readonly QuarterExposure[];
}

export const cells = ({ prior, currency, used, released, added, closing }: RolledReserve) => ({
  Prior: prior,
  Currency: currency,
  Used: used,
  Released: released,
  New: added,
  Closing: closing,
});

/** Reserves for stock that is not there any more: used whole. */
export function reservesOfNothing(
  history: ReserveHistory,
  rows: readonly ValuedRow[],
  {
    asOf,
    runId,
    rates,
    units,
  }: { asOf: number; runId: string; rates: ExchangeRates; units: ReadonlyMap<string, string> },
): Reserved[] {
  const there = new Set(rows.map(({ id }) => id));
  return [...history.prior].flatMap(([id, prior]) => {
    if (there.has(id) || prior.amount === 0) return [];
    const unit = units.get(prior.location) ?? "";
    const rate = rates.on(unit, asOf) ?? 1;
    const rolled = rollForward(prior, 0, 0, { rate, reverses: true });
    const row = {
      ...blankRow,
      AsOf: asOf,
      Item: prior.item,
      Location: prior.location,
      ...cells(rolled),
      Unit: unit,
      Rate: rate,
      Note: "no stock left",
      RunId: runId,
    };
    return [{ rolled, exposure: [], row }];
  });
}

const blankRow = {
  Qty: 0,
  Value: 0,
  Measure: null,
  Months: null,
  Percent: null,
  Policy: 0,
  NRV: 0,
  Override: null,
  Reason: null,
  Risk: null,
};

export function totalOf(reserved: readonly Reserved[]): RolledReserve {
  const sum = (of: (rolled: RolledReserve) => number) =>
    sumToTheCent(reserved.map(({ rolled }) => of(rolled)));
  return {
    prior: sum(({ prior }) => prior),
    currency: sum(({ currency }) => currency),
    used: sum(({ used }) => used),
    released: sum(({ released }) => released),
    added: sum(({ added }) => added),
    closing: sum(({ closing }) => closing),
  };
}

export function exposureRows({ row, exposure }: Reserved, runId: string) {
  return exposure.map((each) => ({
    Quarter: each.quarter,
    Date: each.date,
    Item: row.Item,
    Location: row.Location,
    Qty: each.quantity,
    Value: each.value,
    ExcessQty: each.excess,
    ExcessValue: each.excessValue,
    Reserve: each.reserve,
    Risk: each.risk,
    RunId: runId,
  }));
}
