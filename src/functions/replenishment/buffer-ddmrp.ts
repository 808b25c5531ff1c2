import { ddmrpBuffer } from "../../engine/replenishment";
import { cite } from "../../engine/sources";
import { number, optional, quantity } from "../arguments";
import { defineFunction, row } from "../define";

export const bufferDdmrp = defineFunction({
  name: "BUFFER.DDMRP",
  family: "replenishment",
  summary: "Red, yellow and green zone of a demand-driven buffer, and the tops of yellow and green.",
  args: {
    adu: number("Average daily usage", "units per day", { min: 0 }),
    dlt: number("Decoupled lead time", "days", { min: 0 }),
    ltf: number("Lead time factor", "fraction", { min: 0, max: 1 }),
    vf: number("Variability factor", "fraction", { min: 0 }),
    moq: optional(quantity("Minimum order quantity"), 0),
    orderCycle: optional(number("Desired order cycle", "days", { min: 0 }), 0),
  },
  vector: true,
  returns: row("Buffer", "units", ["red", "yellow", "green", "top of yellow", "top of green"]),
  source: cite("ptak-smith-2019", "ch. 7"),
  examples: [
    {
      args: [45, 12, 0.35, 0.5, 200],
      returns: [[283.5, 540, 200, 823.5, 1023.5]],
      from: "540 x 0.35 x 1.5; 45 x 12; max(189, 200)",
    },
  ],
  run: ({ adu, dlt, ltf, vf, moq, orderCycle }) => {
    const buffer = ddmrpBuffer({
      averageDailyUsage: adu,
      decoupledLeadTime: dlt,
      leadTimeFactor: ltf,
      variabilityFactor: vf,
      minimumOrder: moq,
      orderCycle,
    });
    return [buffer.red, buffer.yellow, buffer.green, buffer.topOfYellow, buffer.topOfGreen];
  },
});
