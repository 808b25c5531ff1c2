import { orderQuantity } from "../../engine/replenishment";
import { cite } from "../../engine/sources";
import { optional, quantity } from "../arguments";
import { defineFunction, value } from "../define";

export const orderqty = defineFunction({
  name: "ORDERQTY",
  family: "replenishment",
  summary: "What to order now, rounded up to minimum order and pack size.",
  notes: [
    "Above the reorder point nothing is ordered. A need is raised to the minimum and rounded up to whole packs; above max it is cut down to the whole packs that fit.",
  ],
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
    max: optional(quantity("Largest order", { above: 0 }), undefined, "no limit"),
  },
  vector: true,
  returns: value("Order", "units"),
  source: cite("silver-pyke-thomas-2017", "section 6.3"),
  examples: [
    { args: [80, 100, 250], returns: 170, from: "250 - 80" },
    { args: [120, 100, 250], returns: 0, from: "above the reorder point" },
    { args: [80, 100, 250, 200, 48], returns: 240, from: "max(170, 200) = 200, 5 packs of 48" },
    { args: [80, 100, 250, 0, 1, 60], returns: 60, from: "one lot of 60 lifts 80 above 100" },
    { args: [80, 100, 250, 0, 48, null, 180], returns: 144, from: "170 is 4 packs of 48, 3 fit into 180" },
    {
      args: [80, 100, 250, 150, 48, null, 180],
      returns: { error: "#N/A", message: "max must be at least the smallest order (192), got 180" },
      from: "3 packs are below the minimum of 150",
    },
  ],
  run: ({ position, rop, target, moq, multiple, q, max }) =>
    orderQuantity({
      position,
      reorderPoint: rop,
      target,
      minimum: moq,
      multiple,
      maximum: max ?? Infinity,
      lot: q,
    }),
});
