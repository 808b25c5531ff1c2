import type { Core } from "./core";

/** The values (by place, ascending) that each variable may still take in a part of the search. */
export class LiveValues {
  private constructor(readonly places: Int32Array[]) {}

  static all({ variables }: Core): LiveValues {
    return new LiveValues(variables.map(({ values }) => Int32Array.from(values.keys())));
  }

  copy(): LiveValues {
    return new LiveValues([...this.places]);
  }

  keep(variable: number, wanted: (place: number) => boolean): void {
    this.places[variable] = this.places[variable].filter(wanted);
  }

  /** Keeps the values of which the number by place is at most `most` and not infinite; returns how many there are. */
  keepUpTo(variable: number, numbers: Float64Array, most: number): number {
    const places = this.places[variable];
    let count = 0;
    for (let k = 0; k < places.length; k++) if (isWithin(numbers[places[k]], most)) count++;
    if (count < places.length)
      this.places[variable] = places.filter((place) => isWithin(numbers[place], most));
    return count;
  }

  /** Takes out what an edge forbids, until nothing changes; false where a variable has nothing left. */
  enforceBounds({ variables, edges, incident }: Core): boolean {
    const open = new Set(edges.keys());
    for (const at of open) {
      open.delete(at);
      const { low, high, time } = edges[at];
      const lows = this.places[low];
      const highs = this.places[high];
      if (lows.length === 0 || highs.length === 0) return false;
      const least = variables[low].values[lows[0]] - time;
      const most = variables[high].values[highs[highs.length - 1]] + time;
      if (variables[high].values[highs[0]] < least) {
        this.keep(high, (place) => variables[high].values[place] >= least);
        for (const other of incident[high]) open.add(other);
      }
      if (variables[low].values[lows[lows.length - 1]] > most) {
        this.keep(low, (place) => variables[low].values[place] <= most);
        for (const other of incident[low]) open.add(other);
      }
    }
    return this.places.every((places) => places.length > 0);
  }
}

function isWithin(value: number, most: number): boolean {
  return value <= most && value !== Infinity;
}
