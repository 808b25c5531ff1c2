import { invalidInput } from "../../errors";
import type { LossFunctions } from "./loss-functions";

/** Demand that is anywhere between low and high. */
export function uniformLossFunctions(low: number, high: number): LossFunctions {
  if (!(high > low)) throw invalidInput("high", `must be above low (${low})`, high);
  const width = high - low;
  const mean = low + width / 2;
  const inside = (x: number) => Math.min(high, Math.max(low, x));
  return {
    mean,
    variance: (width * width) / 12,
    cdf: (x) => (inside(x) - low) / width,
    short: (x) => (high - inside(x)) ** 2 / (2 * width) + Math.max(0, low - x),
    left: (x) => (inside(x) - low) ** 2 / (2 * width) + Math.max(0, x - high),
    shortSecond: (x) =>
      x < low ? ((width * width) / 12 + (mean - x) ** 2) / 2 : (high - inside(x)) ** 3 / (6 * width),
  };
}
