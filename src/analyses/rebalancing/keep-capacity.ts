import type { ProposedMove } from "./move-item";

export interface CapacityLane {
  readonly from: string;
  readonly to: string;
  /** "" where the capacity is for all items together. */
  readonly item: string;
  readonly capacity: number;
}

/** Moves that the lanes can carry: on a lane that is full, those with the least benefit a unit are left out. */
export function keepCapacity(
  moves: readonly ProposedMove[],
  lanes: readonly CapacityLane[],
): {
  readonly kept: readonly ProposedMove[];
  readonly leftOut: readonly { readonly from: string; readonly to: string; readonly moves: number }[];
} {
  const dropped = new Set<ProposedMove>();
  const leftOut = lanes.flatMap(({ from, to, item, capacity }) => {
    const own = moves
      .filter(
        (move) =>
          move.from === from && move.to === to && (item === "" || move.item === item) && !dropped.has(move),
      )
      .sort((a, b) => b.benefit / b.units - a.benefit / a.units);
    let left = capacity;
    let count = 0;
    for (const move of own) {
      if (move.units <= left) left -= move.units;
      else {
        dropped.add(move);
        count++;
      }
    }
    return count === 0 ? [] : [{ from, to, moves: count }];
  });
  return { kept: moves.filter((move) => !dropped.has(move)), leftOut };
}
