import type { LiveValues } from "./live-values";

/** A part of the search: nothing among its live values costs less than the bound. */
export interface Part {
  readonly live: LiveValues;
  readonly bound: number;
  readonly depth: number;
}

/** Parts that are still to be searched, the one of least bound first; a binary heap. */
export class OpenParts {
  private readonly heap: Part[] = [];

  add(part: Part): void {
    const { heap } = this;
    let at = heap.push(part) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (heap[above].bound <= part.bound) break;
      heap[at] = heap[above];
      at = above;
    }
    heap[at] = part;
  }

  take(): Part | undefined {
    const { heap } = this;
    const [first] = heap;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return first;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below + 1 < heap.length && heap[below + 1].bound < heap[below].bound) below++;
      if (below >= heap.length || heap[below].bound >= last.bound) break;
      heap[at] = heap[below];
      at = below;
    }
    heap[at] = last;
    return first;
  }
}
