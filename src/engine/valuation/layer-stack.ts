import type { DoubleDouble } from "../math/double-double";

/** Units that came in together at one cost and are at one place. Quantities are whole steps. */
export interface Layer {
  /** Day of the receipt, an Excel serial. */
  readonly date: number;
  readonly place: string;
  /** Documents and layers of one receipt, wherever its units are. */
  readonly receipt: Receipt;
  unitCost: DoubleDouble;
  /** Still in stock. */
  remaining: number;
  /** Received here, less what went back to the supplier or on to another place. */
  kept: number;
}

/** All layers of one document: a late invoice reaches each of them. */
export interface Receipt {
  readonly kind: "receipt";
  readonly ref: string;
  readonly layers: Layer[];
}

interface PlacedLayer extends Layer {
  readonly position: number;
  /** Stands in the list of those opened again. */
  reopened: boolean;
}

/** Layers at one place in the order of receipt. Taking from the oldest costs the same however many there are. */
export class LayerStack {
  /** Steps in stock. */
  steps = 0;
  private readonly layers: PlacedLayer[] = [];
  /** First layer that may have stock; those before it are used up, but for the ones opened again. */
  private head = 0;
  /** Layers before the head that a return put stock back into, youngest first. */
  private readonly reopened: PlacedLayer[] = [];

  constructor(readonly place: string) {}

  add(date: number, unitCost: DoubleDouble, steps: number, receipt: Receipt): Layer {
    const layer = {
      date,
      place: this.place,
      receipt,
      unitCost,
      remaining: steps,
      kept: steps,
      position: this.layers.length,
      reopened: false,
    };
    this.layers.push(layer);
    receipt.layers.push(layer);
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
    if (placed.position >= this.head || placed.reopened) return;
    placed.reopened = true;
    let i = this.reopened.length;
    while (i > 0 && this.reopened[i - 1].position < placed.position) i--;
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
