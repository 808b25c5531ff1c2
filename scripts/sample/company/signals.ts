import { normalDraws } from "../../../src/engine/math/random";
import { MONTHS, monthStart, serial } from "./calendar";
import { mean, type Leaf } from "./company";
import type { Records } from "./records";

/** Pumps go through wholesalers, who tell every week what they sold on, and some of them what they hold. */
const told = ["PU-101", "PU-102", "PU-103", "PU-104", "PU-105", "PU-106"];
const firstWeek = serial(2025, 9, 1);
const lastWeek = serial(2026, 11, 16);
const DAYS_IN_WEEK = 7;
const DAYS_IN_MONTH = 365.25 / 12;
/** Wholesalers order again what they have sold four weeks ago; the rest of the demand comes from others. */
const REORDER_DAYS = 28;
const SHARE_OF_WHOLESALERS = 0.6;
/** Planted: a cold spell since the end of October sells circulators in the north. */
const coldSpell = {
  items: ["PU-101", "PU-102", "PU-103"],
  location: "D100",
  from: serial(2026, 10, 26),
  rise: 1.22,
};
/** Planted: wholesalers fill their shelves with this one before a price rise; customers buy no more of it than before. */
const hoarded = { item: "PU-105", location: "D200", from: serial(2026, 10, 26), perWeek: 6 };

export function signalRecords(leaves: readonly Leaf[]): Records["signals"] {
  return leaves
    .filter(({ item }) => told.includes(item.item))
    .flatMap((leaf, i) => weeksOf(leaf, normalDraws(9_000 + i)));
}

function weeksOf({ item: { item }, location, demand }: Leaf, normal: () => number): Records["signals"] {
  const isCold = coldSpell.items.includes(item) && location === coldSpell.location;
  const isHoarded = item === hoarded.item && location === hoarded.location;
  const weeks = Array.from(
    { length: (lastWeek - firstWeek) / DAYS_IN_WEEK + 1 },
    (_, w) => firstWeek + DAYS_IN_WEEK * w,
  );
  let held = Math.round(mean(demand.slice(-12)));
  return weeks.flatMap((Date): Records["signals"] => {
    const usual =
      (SHARE_OF_WHOLESALERS * DAYS_IN_WEEK * monthlyAt(demand, Date + REORDER_DAYS)) / DAYS_IN_MONTH;
    const rise = isCold && Date >= coldSpell.from ? coldSpell.rise : 1;
    const sold = Math.max(0, Math.round(usual * rise * (1 + 0.08 * normal())));
    const row = { Item: item, Location: location, Date };
    if (!isHoarded) return [{ ...row, Source: "POS" as const, Qty: sold }];
    const stocked = Date >= hoarded.from ? hoarded.perWeek : Math.round(2 * normal());
    const growth = Math.max(-held, stocked);
    held += growth;
    return [
      { ...row, Source: "shipments" as const, Qty: Math.max(0, sold + growth) },
      { ...row, Source: "channel stock" as const, Qty: held },
    ];
  });
}

/** Units a month around a day; of the months to come as a year before, with the growth since. */
function monthlyAt(demand: readonly number[], day: number): number {
  const month = demand.findIndex((_, m) => day >= monthStart(m) && day < monthStart(m + 1));
  if (month !== -1) return demand[month];
  let ahead = MONTHS;
  while (day >= monthStart(ahead + 1)) ahead++;
  return (demand[ahead - 12] * mean(demand.slice(-12))) / Math.max(1, mean(demand.slice(-24, -12)));
}
