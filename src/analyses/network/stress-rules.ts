import { invalidInput } from "../../engine/errors";
import type { Stress } from "../../engine/network";
import type { StockingNetwork } from "./item-network";

/** What goes wrong, by the codes of places; "" and undefined for what does not. */
export interface StressRules {
  /** Both ends of a lane that is closed, such as S05 and D300. */
  readonly closed: readonly [string, string] | undefined;
  readonly late: string;
  readonly lateDays: number;
  readonly spike: string;
  readonly factor: number;
  /** First day and how many. */
  readonly from: number;
  readonly days: number;
}

interface StressOptions {
  readonly close: string;
  readonly late: string;
  readonly latedays: number;
  readonly spike: string;
  readonly factor: number;
  readonly stressfrom: number;
  readonly stressdays: number;
  /** Days of a run. */
  readonly days: number;
}

/** The rules as typed; refuses what would touch no item's network, so that nobody takes a normal year for a stressed one. */
export function stressRules(options: StressOptions, networks: readonly StockingNetwork[]): StressRules {
  const { close, late, latedays, spike, factor, stressfrom, stressdays, days } = options;
  const closed = laneOf(close);
  const some = (test: (network: StockingNetwork) => boolean) => networks.some(test);
  if (
    closed !== undefined &&
    !some(({ lanes }) => lanes.some(({ from, to }) => from === closed[0] && to === closed[1]))
  )
    throw invalidInput("close", "must be a lane that supplies a planned item", close);
  if (late !== "" && !some(({ places }) => places.some(({ id }) => id === late)))
    throw invalidInput("late", "must be a place that supplies a planned item", late);
  if (
    spike !== "" &&
    !some(({ places }) => places.some(({ id, demandMean }) => id === spike && demandMean > 0))
  )
    throw invalidInput("spike", "must be a place where customers order a planned item", spike);
  const rules = { closed, late, lateDays: latedays, spike, factor, from: stressfrom, days: stressdays };
  if (isStressed(rules) && stressfrom >= days)
    throw invalidInput("stressfrom", `must be below the days of a run (${days})`, stressfrom);
  return rules;
}

function isStressed({ closed, late, spike }: StressRules): boolean {
  return closed !== undefined || late !== "" || spike !== "";
}

/** Stresses that touch one item's network. */
export function stressesOf(rules: StressRules, { places, lanes }: StockingNetwork): Stress[] {
  const { closed, late, lateDays, spike, factor, from, days } = rules;
  const span = { first: from, last: from + days - 1 };
  const at = (id: string) => places.findIndex((place) => place.id === id);
  const stresses: Stress[] = [];
  if (closed !== undefined && lanes.some((lane) => lane.from === closed[0] && lane.to === closed[1]))
    stresses.push({ kind: "lane closed", from: at(closed[0]), to: at(closed[1]), ...span });
  if (late !== "" && lateDays > 0 && at(late) >= 0)
    stresses.push({ kind: "site late", site: at(late), periods: lateDays, ...span });
  if (spike !== "" && at(spike) >= 0) stresses.push({ kind: "demand", site: at(spike), factor, ...span });
  return stresses;
}

/** In words; "" for a normal year. */
export function stressWords(rules: StressRules): string {
  const { closed, late, lateDays, spike, factor, from, days } = rules;
  const parts = [
    ...(closed === undefined ? [] : [`${closed.join(">")} closed`]),
    ...(late === "" ? [] : [`${late} ${lateDays} days late`]),
    ...(spike === "" ? [] : [`demand at ${spike} times ${factor}`]),
  ];
  return parts.length === 0 ? "" : `${parts.join(", ")} from day ${from} for ${days}`;
}

/** A lane as typed: both codes with > between them. */
function laneOf(text: string): readonly [string, string] | undefined {
  if (text.trim() === "") return undefined;
  const [from, to, more] = text.split(">").map((part) => part.trim());
  if (from && to && more === undefined) return [from, to];
  throw invalidInput("close", "must be a lane such as S05>D300", text);
}
