import { orderQuantity } from "../../engine/replenishment";
import { cite } from "../../engine/sources";
import { optional, quantity } from "../arguments";
import { defineFunction, value } from "../define";

export const orderqty = defineFunction({
  name: "ORDERQTY",
  family: "replenishment",
  summary: "What to order now, rounded up to minimum order and pack size.",
  notes: ["Above the reorder point nothing is ordered. Orders are rounded up, never down."],
  args: {
    position: quantity("Inventory position: on hand plus on order minus backorders", {}),
    rop: quantity("Reorder point", {}),
    target: quantity("Order-up-to level", {}),
    moq: optional(quantity("Minimum order quantity"), 0),
    multiple: optional(quantity("Pack size the order must be a multiple of", { above: 0 }), 1),
    q: optional(
      quantity("Fixed lot, used instead of the target", { above: 0 }),
      undefined,
      "order up to the target",
    ),
  },
  vector: true,
  returns: value("Order", "units"),
  source: cite("silver-pyke-thomas-2017", "section 6.3"),
  examples: [
    { args: [80, 100, 250], returns: 170, from: "250 - 80" },
    { args: [120, 100, 250], returns: 0, from: "above the reorder point" },
    { args: [80, 100, 250, 200, 48], returns: 240, from: "max(170, 200) = 200, 5 packs of 48" },
    { args: [80, 100, 250, 0, 1, 60], returns: 60, from: "one lot of 60 lifts 80 above 100" },
  ],
  run: ({ position, rop, target, moq, multiple, q }) =>
    orderQuantity({ position, reorderPoint: rop, target, minimum: moq, multiple, lot: q }),
});
