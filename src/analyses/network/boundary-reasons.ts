import type { DecoupledEchelon, DecoupledItem } from "./decouple-item";

const money = (value: number) => Math.round(value).toLocaleString("en");
const signed = (value: number) => `${value >= 0.5 ? "+" : ""}${money(value)}`;

/** Why the boundary is advised in an echelon of an item, or what it would cost there. */
export function boundaryReason(item: DecoupledItem, at: number): string {
  const { echelons, boundary } = item;
  const echelon = echelons[at];
  const { cost } = echelon;
  if (cost === null) return lateWords(echelon);
  if (at === boundary.advised) return [adviceWords(item), ...doubts(item)].join(" ");
  const best = echelons[boundary.advised];
  const [stock, transport] = [cost.stock - best.cost!.stock, cost.transport - best.cost!.transport];
  const more = stock + transport;
  return `${money(more)} a year more than at ${best.name}: safety stock ${signed(stock)}, transport ${signed(transport)}.`;
}

function adviceWords({ echelons, boundary, tolerance }: DecoupledItem): string {
  const { days, cost } = echelons[boundary.advised];
  if (cost!.holds.length === 0) return "No safety stock is needed: customers wait for all of it.";
  const where = days === 0 ? "where customers are served" : `${daysWords(days)} from customers`;
  const wait = tolerance === 0 ? "do not wait" : `wait up to ${daysWords(tolerance)}`;
  return `Stock costs least here: ${where}, and they ${wait}.`;
}

function lateWords({ late: [first, ...others] }: DecoupledEchelon): string {
  const more =
    others.length === 0
      ? ""
      : others.length === 1
        ? "; 1 more place is late too"
        : `; ${others.length} more places are late too`;
  return `Not in time: customers of ${first.location} would wait ${daysWords(first.wait)} and accept ${first.accepted}${more}.`;
}

/** What speaks against the advice. */
function doubts({ echelons, boundary }: DecoupledItem): string[] {
  const { advised, optimiser, demand, transport } = boundary;
  const at = (echelon: number) => echelons[echelon].name;
  return [
    ...(optimiser === advised
      ? []
      : [`Safety stock alone would cost least at ${at(optimiser)}; transport outweighs that.`]),
    ...(demand < advised ? [`Beyond ${at(demand)} demand is hard to foresee.`] : []),
    ...(transport > advised
      ? [`Full lots would pay as far as ${at(transport)}, but not for stock there.`]
      : []),
  ];
}

function daysWords(days: number): string {
  return `${days} ${days === 1 ? "day" : "days"}`;
}
