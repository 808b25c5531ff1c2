import { PlanningError, invalidInput } from "../../errors";

export interface SplitRequest {
  readonly total: number;
  /** One a cell, 0 or more; NaN marks a cell that takes no part. */
  readonly weights: readonly number[];
  /** Fixed amounts; NaN where free. */
  readonly locked?: readonly number[];
  /** Whole units. */
  readonly round: boolean;
}

/**
 * Splits a total in proportion to weights, locked cells first. The parts sum to the total exactly: rounded to whole units by the
 * method of largest remainders (Hamilton's; Balinski and Young 2001, ch. 3), unrounded by giving the last bits to the largest part.
 * Where all free weights are 0 the free cells share equally. A cell that takes no part is NaN in the answer.
 */
export function splitTotal({ total, weights, locked, round }: SplitRequest): number[] {
  if (locked !== undefined && locked.length !== weights.length) {
    const message = `locked must have as many entries as weights (${weights.length}), got ${locked.length}`;
    throw new PlanningError("invalid-input", "locked", message);
  }
  const parts = weights.map((_, i) => locked?.[i] ?? NaN);
  const free = parts.map((_, i) => i).filter((i) => Number.isNaN(parts[i]) && !Number.isNaN(weights[i]));
  for (const i of free) if (weights[i] < 0) throw invalidInput("weights", "must be at least 0", weights[i]);
  const rest = total - sumOf(parts.filter((part) => !Number.isNaN(part)));
  checkLocks(total, rest, free.length);
  const weightOf = sumOf(free.map((i) => weights[i])) > 0 ? (i: number) => weights[i] : () => 1;
  const weightSum = sumOf(free.map(weightOf));
  for (const i of free) parts[i] = rest * (weightOf(i) / weightSum);
  if (round) roundByRemainder(parts, free, rest);
  else closeSum(parts, free, total, rest);
  return parts;
}

/** What is left must not turn against the total, and with nothing free nothing may be left. */
function checkLocks(total: number, rest: number, free: number): void {
  const tolerance = 1e-9 * Math.max(1, Math.abs(total));
  const turned = total >= 0 ? rest < -tolerance : rest > tolerance;
  if (turned || (free === 0 && Math.abs(rest) > tolerance)) {
    const rule = free === 0 ? "must sum to the total" : "must not sum to more than the total";
    const message = `locked ${rule} (${total}) where ${free === 0 ? "no cell is" : "cells are"} free, got ${total - rest}`;
    throw new PlanningError("no-solution", "locked", message);
  }
}

function roundByRemainder(parts: number[], free: readonly number[], rest: number): void {
  const units = Math.round(rest);
  if (Math.abs(rest - units) > 1e-9 * Math.max(1, Math.abs(rest))) {
    throw invalidInput("total", "less what is locked must be a whole number where round is TRUE", rest);
  }
  const whole = free.map((i) => Math.floor(parts[i]));
  // Remainders are compared to 9 digits so that rounding noise does not decide a tie; then the earlier cell wins.
  const remainder = free.map((i, k) => Math.round((parts[i] - whole[k]) * 1e9));
  const order = free.map((_, k) => k).sort((a, b) => remainder[b] - remainder[a] || a - b);
  let missing = units - sumOf(whole);
  for (let turn = 0; missing > 0; turn++, missing--) whole[order[turn % order.length]]++;
  free.forEach((i, k) => (parts[i] = whole[k]));
}

/**
 * Puts the free parts on the grid of the total's last bit, where they add up without rounding in any order, and what is missing into
 * the largest. Locked amounts off the grid may still cost a bit in the sum: then the largest parts are tried one by one.
 */
function closeSum(parts: number[], free: readonly number[], total: number, rest: number): void {
  if (free.length === 0 || rest === 0) return;
  const grid = 2 ** (Math.floor(Math.log2(Math.max(Math.abs(total), Math.abs(rest)))) - 52);
  for (const i of free) parts[i] = Math.round(parts[i] / grid) * grid;
  const bySize = [...free].sort((a, b) => Math.abs(parts[b]) - Math.abs(parts[a]));
  parts[bySize[0]] += rest - sumOf(free.map((i) => parts[i]));
  const gap = () => total - sumOf(parts.filter((part) => !Number.isNaN(part)));
  for (const i of bySize.slice(0, 20)) {
    const difference = gap();
    if (difference === 0 || parts[i] === 0) return;
    const before = parts[i];
    for (const share of [1, 0.5, 1.5]) {
      parts[i] = before + share * difference;
      if (gap() === 0) return;
    }
    parts[i] = before;
  }
}

function sumOf(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
