import { money, number } from "../arguments";

export const yearlyDemand = number("Demand per year", "units per year", { min: 0 });
export const orderCost = money("Cost of one order or set-up", { above: 0 });
export const yearlyHolding = number("Cost of carrying one unit for a year", "money per unit and year", {
  above: 0,
});
