import type { DoubleDouble } from "../math/double-double";

/** Units that came in together at one cost. Quantities are whole steps. */
export interface Layer {
  /** Day of the receipt, an Excel serial. */
  readonly date: number;
  unitCost: DoubleDouble;
  /** Still in stock. */
  remaining: number;
  /** Received, less what went back to the supplier. */
  kept: number;
}

interface PlacedLayer extends Layer {
  readonly place: number;
  /** Stands in the list of those opened again. */
  reopened: boolean;
}

/** Layers in the order of receipt. Taking from the oldest costs the same however many there are. */
export class LayerStack {
  /** Steps in stock. */
  steps = 0;
  private readonly layers: PlacedLayer[] = [];
  /** First layer that may have stock; those before it are used up, but for the ones opened again. */
  private head = 0;
  /** Layers before the head that a return put stock back into, youngest first. */
  private readonly reopened: PlacedLayer[] = [];

  add(date: number, unitCost: DoubleDouble, steps: number): Layer {
    const layer = {
      date,
      unitCost,
      remaining: steps,
      kept: steps,
      place: this.layers.length,
      reopened: false,
    };
    this.layers.push(layer);
    this.steps += steps;
    return layer;
  }

  takeFrom(layer: Layer, steps: number): void {
    layer.remaining -= steps;
    this.steps -= steps;
  }

  putBack(layer: Layer, steps: number): void {
    const placed = layer as PlacedLayer;
    placed.remaining += steps;
    this.steps += steps;
    if (placed.place >= this.head || placed.reopened) return;
    placed.reopened = true;
    let i = this.reopened.length;
    while (i > 0 && this.reopened[i - 1].place < placed.place) i--;
    this.reopened.splice(i, 0, placed);
  }

  /** Takes steps, at most those in stock, oldest layer first. */
  takeOldest(steps: number, taking: (layer: Layer, steps: number) => void): void {
    let left = steps;
    while (left > 0) {
      const again = this.reopened.at(-1);
      const layer = again ?? this.layers[this.head];
      const part = Math.min(left, layer.remaining);
      if (part > 0) {
        this.takeFrom(layer, part);
        taking(layer, part);
        left -= part;
      }
      if (layer.remaining > 0) continue;
      if (again === undefined) this.head++;
      else {
        again.reopened = false;
        this.reopened.pop();
      }
    }
  }

  left(): Layer[] {
    return this.layers.filter(({ remaining }) => remaining > 0);
  }
}
