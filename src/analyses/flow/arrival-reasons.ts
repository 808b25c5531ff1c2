import type { FlowGood, FlowProblem, PlannedGood } from "../../engine/network";
import { trace } from "./stays-short";

/** Positions of safety stock and later periods among the uses. */
const [safety, early] = [3, 4];

/**
 * What each shipment of a good is for where it ends. What the site had counts first: as safety stock, then for customers who wait, for demand,
 * for what it sends on and for later periods.
 */
export function arrivalReasons(
  { periods }: FlowProblem,
  { sites, lanes }: FlowGood,
  { shipments, stock, waiting }: PlannedGood,
  fullLimit: (lane: number, period: number) => string | undefined,
): string[] {
  return shipments.map(({ lane, period, arrives }) => {
    const { to, leadTime, least, multiple, fixed } = lanes[lane];
    const start = typeof fixed?.[period] === "number" ? "fixed" : "";
    if (arrives >= periods.length) return joined(start, ["arrives after the last period"]);
    const { opening, inbound, demand, minimum } = sites[to];
    const [before, owed] = arrives === 0 ? [opening, 0] : [stock[to][arrives - 1], waiting[to][arrives - 1]];
    const served = owed + demand[arrives] - waiting[to][arrives];
    const left = stock[to][arrives];
    const sentOn = shipments.reduce(
      (sum, other) => sum + (lanes[other.lane].from === to && other.period === arrives ? other.units : 0),
      0,
    );
    const uses = [
      [Math.min(served, owed), () => "that customers wait for"],
      [Math.max(0, served - owed), () => "for demand"],
      [sentOn, () => "to send on"],
      [Math.min(left, minimum), () => "for safety stock"],
      [Math.max(0, left - minimum), ahead],
    ] as const;
    const open = uses.map(([units]) => units);
    let had = before + inbound[arrives];
    for (const use of [safety, 0, 1, 2, early]) {
      const own = Math.min(had, open[use]);
      had -= own;
      open[use] -= own;
    }
    const parts = uses.flatMap(([, words], use) =>
      open[use] > trace ? [`${shown(open[use])} ${words()}`] : [],
    );
    return joined(start, parts);

    function ahead(): string {
      const lots = "ahead: it goes in lots";
      if (open[early] < Math.max(least, multiple)) return lots;
      for (let later = period + 1; later + leadTime < periods.length; later++) {
        const limit = fullLimit(lane, later);
        if (limit !== undefined) return `ahead: no more can go ${limit} in ${periods[later]}`;
      }
      return least > 0 || multiple > 0 ? lots : "ahead";
    }
  });
}

const joined = (start: string, parts: readonly string[]) =>
  [...(start === "" ? [] : [start]), ...parts].join(", ");

const shown = (units: number) => Number(units.toPrecision(4)).toLocaleString("en");
