import { drivers, noEffects, type ByDriver } from "./drivers";
import type { LeafDrivers } from "./leaf-drivers";

/** Cover beyond this many months tells nothing about what demand asks for. */
const mostCover = 12;
/** Sums of decimal units leave dust where they cancel. */
const dust = 1e-9;

/**
 * Why the units of an item moved between two month ends, driver by driver; they add up to the change. A new item is mix as a whole. Where
 * no policy tells what to order, mix is the stock that the change of issues asks for at the cover of before, and what no driver explains
 * is other.
 */
export function unitEffects(units: readonly number[], leaf: LeafDrivers, from: number, to: number): ByDriver {
  const change = units[to] - units[from];
  const [before, after] = [leaf.parts[from], leaf.parts[to]];
  const effects = noEffects();
  if (units[from] === 0 && leaf.rate[from] === 0) {
    effects["write-off"] = after["write-off"] - before["write-off"];
    effects.mix = change - effects["write-off"];
    return effects;
  }
  for (const driver of drivers) {
    const moved = after[driver] - before[driver];
    effects[driver] = Number.isNaN(moved) ? 0 : moved;
  }
  if (!leaf.followsPolicy && leaf.rate[from] > 0) {
    const cover = Math.min(mostCover, Math.max(0, units[from]) / leaf.rate[from]);
    effects.mix = (leaf.rate[to] - leaf.rate[from]) * cover;
  }
  const rest = change - drivers.reduce((sum, driver) => sum + effects[driver], 0);
  if (Math.abs(rest) > dust * Math.max(1, Math.abs(change))) effects.other = rest;
  return effects;
}
