import { sumToTheCent, toTheCent } from "../../engine/valuation";

/** A reserve of the month end before, in company currency as of then. */
export interface PriorReserve {
  readonly amount: number;
  readonly quantity: number;
  /** Company currency for one unit of the place's currency, then. */
  readonly rate: number;
}

export interface RolledReserve {
  readonly prior: number;
  readonly currency: number;
  readonly used: number;
  readonly released: number;
  readonly added: number;
  readonly closing: number;
}

/**
 * From the reserve before to the one now: Prior + Currency - Used - Released + New = Closing, to the cent. What went with units that left
 * is used. What is no longer needed for units still there is released under IAS 2 (2.33-34); under ASC 330 a write-down is a new cost and
 * stays until they leave (330-10-35-14).
 * @param stayed units of those of the prior month end that are still there
 */
export function rollForward(
  before: PriorReserve | undefined,
  stayed: number,
  needed: number,
  { rate, reverses }: { readonly rate: number; readonly reverses: boolean },
): RolledReserve {
  const prior = before?.amount ?? 0;
  const currency =
    before === undefined || before.rate === rate ? 0 : toTheCent(prior * (rate / before.rate - 1));
  const translated = sumToTheCent([prior, currency]);
  const gone = before === undefined || before.quantity <= 0 ? 1 : 1 - Math.min(1, stayed / before.quantity);
  const used = toTheCent(translated * gone);
  const left = sumToTheCent([translated, -used]);
  const change = sumToTheCent([needed, -left]);
  const released = reverses ? Math.max(0, -change) : 0;
  const added = Math.max(0, change);
  return { prior, currency, used, released, added, closing: sumToTheCent([left, -released, added]) };
}
