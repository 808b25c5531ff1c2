import type { ModelBuilder } from "../../optimise";
import type { FlowGood } from "./problem";
import { mostUseful } from "./useful-units";

/** Doubles a hair below a whole number of multiples count as that number. */
const hair = 1e-9;

/** What may leave on a lane in a period: so many times `unit` as its column says. */
export interface ShipColumn {
  readonly lane: number;
  readonly period: number;
  readonly column: number;
  readonly unit: number;
}

/** Units as messages show them. */
export const shown = (units: number) => String(Number(units.toPrecision(6)));

/**
 * Shipments of a good, at most so much by lane and period, taken from and added to the rules of its goods by site and period. A lane with a
 * multiple counts in whole lots.
 */
export function addShips(
  model: ModelBuilder,
  periods: readonly string[],
  good: FlowGood,
  most: readonly (readonly number[])[],
  goods: readonly (readonly number[])[],
): ShipColumn[] {
  const { sites, lanes } = good;
  const useful = mostUseful(good);
  return lanes.flatMap((lane, k) => {
    const { from, to, leadTime, least, multiple, fixed = [] } = lane;
    return periods.flatMap((period, t): ShipColumn[] => {
      const arrives = t + leadTime;
      const given = fixed[t] ?? null;
      if (given === null && arrives >= periods.length) return [];
      const name = `${sites[from].id} to ${sites[to].id} in ${period}`;
      const cost = lane.cost + lane.transitCost;
      const bound = Math.min(most[k][t], useful[k]);
      const ship =
        given !== null
          ? { unit: 1, column: fixedUnits(model, name, cost, given) }
          : multiple > 0
            ? { unit: multiple, column: wholeLots(model, name, cost, { least, multiple, most: bound }) }
            : { unit: 1, column: anyUnits(model, name, cost, { least, most: bound }) };
      model.add(goods[from][t], ship.column, ship.unit);
      if (arrives < periods.length) model.add(goods[to][arrives], ship.column, -ship.unit);
      return [{ lane: k, period: t, ...ship }];
    });
  });
}

function fixedUnits(model: ModelBuilder, name: string, cost: number, units: number): number {
  const column = model.decide(`shipped from ${name}`, cost);
  model.rule(`${shown(units)} fixed from ${name}`, { lower: units, upper: units }, [[column, 1]]);
  return column;
}

function anyUnits(
  model: ModelBuilder,
  name: string,
  cost: number,
  { least, most }: { readonly least: number; readonly most: number },
): number {
  const isOpen = most >= least * (1 - hair);
  const column = model.decide(`shipped from ${name}`, cost, isOpen ? {} : { upper: 0 });
  if (isOpen && least > 0) keepLeast(model, name, column, least, Math.max(most, least));
  return column;
}

function wholeLots(
  model: ModelBuilder,
  name: string,
  cost: number,
  { least, multiple, most }: { readonly least: number; readonly multiple: number; readonly most: number },
): number {
  const fewest = Math.ceil(least / multiple - hair);
  const lots = Math.floor(most / multiple + hair);
  const upper = lots < fewest ? 0 : lots;
  const column = model.decide(`lots from ${name}`, multiple * cost, { upper, whole: true });
  // A whole number keeps a least of 1 by itself.
  if (upper > 0 && fewest > 1) keepLeast(model, name, column, fewest, upper);
  return column;
}

/** Nothing, or at least `least` and at most `most`. */
function keepLeast(model: ModelBuilder, name: string, column: number, least: number, most: number): void {
  const used = model.decide(`used from ${name}`, 0, { upper: 1, whole: true });
  model.rule(`smallest shipment from ${name}`, { lower: 0 }, [
    [column, 1],
    [used, -least],
  ]);
  model.rule(`largest shipment from ${name}`, { upper: 0 }, [
    [column, 1],
    [used, -most],
  ]);
}
