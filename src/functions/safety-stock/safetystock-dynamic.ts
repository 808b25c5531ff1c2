import { adjustedSafetyStock } from "../../engine/safety-stock";
import { cite } from "../../engine/sources";
import { number, optional, quantity } from "../arguments";
import { defineFunction, value } from "../define";
import { shown } from "../shown";

export const safetystockDynamic = defineFunction({
  name: "SAFETYSTOCK.DYNAMIC",
  family: "safety-stock",
  summary:
    "Next safety stock: the current one inside the dead-band, else towards the proposal, at most by the cap.",
  args: {
    current: quantity("Safety stock in force"),
    proposed: quantity("Safety stock that the data now ask for"),
    deadband: optional(
      number("Change that is not worth making, as a share of the current one", "fraction", { min: 0 }),
      0.1,
    ),
    cap: optional(
      number("Largest change at a time, as a share of the current one", "fraction", { above: 0 }),
      0.3,
    ),
  },
  vector: true,
  returns: value("Safety stock", "units"),
  source: cite("silver-pyke-thomas-2017", "section 6.11, on the nervousness of updated parameters"),
  examples: [
    { args: [100, 108], returns: 100, from: "8 % is inside the dead-band of 10 %" },
    { args: [100, 125], returns: 125, from: "25 % is outside the dead-band and below the cap" },
    { args: [100, 180], returns: 130, from: "capped at 30 %" },
    { args: [100, 20], returns: 70, from: "capped at 30 % downwards" },
    { args: [0, 40], returns: 40, from: "there was none" },
  ],
  run: ({ current, proposed, deadband, cap }) => adjustedSafetyStock(current, proposed, deadband, cap),
  explain: ({ current, proposed, deadband, cap }) => [
    {
      label: "Proposed change",
      formula: `${shown(proposed)} - ${shown(current)}`,
      result: proposed - current,
    },
    { label: "Dead-band", formula: `${shown(deadband)} x ${shown(current)}`, result: deadband * current },
    { label: "Cap", formula: `${shown(cap)} x ${shown(current)}`, result: cap * current },
    {
      label: "Safety stock",
      formula: "current inside the dead-band, else moved towards the proposal by at most the cap",
      result: adjustedSafetyStock(current, proposed, deadband, cap),
    },
  ],
});
