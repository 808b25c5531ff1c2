import { isoTextOfSerial } from "../../../engine/calendar";
import { sumToTheCent } from "../../../engine/valuation";
import { transactionsTable } from "../../../workbook/tables";
import type { ItemValue } from "../value-item";
import { comparison, type TieOutLine } from "./lines";
import { unitsText } from "./money-text";

const roundUnits = (units: number): number => Math.round(units * 1e6) / 1e6;

/** Layers beside the valuation, the month's movement beside both, and every row that took what was not there. */
export function layerLines(items: readonly ItemValue[]): TieOutLine[] {
  const places = items.flatMap((item) => item.places);
  const layers = items.flatMap((item) => item.layers);
  const total = (of: (place: (typeof places)[number]) => number) => sumToTheCent(places.map(of));
  const value = total((place) => place.value);
  const moved = sumToTheCent([
    total((place) => place.opening),
    total((place) => place.received),
    total((place) => place.transferred),
    total((place) => place.revaluation),
    -total((place) => place.toSupplier),
    -total((place) => place.costOfSales),
    total((place) => place.rounding),
  ]);
  const units = (all: readonly { readonly quantity: number }[]) =>
    roundUnits(all.reduce((sum, { quantity }) => sum + quantity, 0));
  const lines: TieOutLine[] = [
    {
      row: comparison("layers", "Value of the layers against Valuation", [
        sumToTheCent(layers.map((layer) => layer.value)),
        value,
      ]),
    },
    { row: comparison("layers", "Units of the layers against Valuation", [units(layers), units(places)]) },
    { row: comparison("layers", "Opening and the month's movements against closing", [moved, value]) },
    {
      row: comparison("layers", "Transfers between locations, out and in", [
        total((place) => place.transferred),
        0,
      ]),
    },
  ];
  for (const { item, faults } of items) {
    for (const fault of faults) {
      const negative = fault.unposted < 0;
      lines.push({
        row: {
          Step: "layers",
          Line: negative ? "Negative stock, not priced" : "Movement without a usable cost, not priced",
          Item: item,
          Location: fault.location,
          Document: fault.document,
          Difference: fault.unposted,
          State: "differs",
          Class: negative ? "negative stock" : "price",
          Note: negative
            ? `${unitsText(-fault.unposted)} of ${item} went out on ${isoTextOfSerial(fault.date)} and were not there`
            : fault.message,
        },
        cell: { table: transactionsTable.name, row: fault.row, column: fault.column },
      });
    }
  }
  return lines;
}
