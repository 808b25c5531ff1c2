import { money, number } from "../arguments";

export const orderCost = money("Cost of one order");
export const holdCost = number("Cost of holding one unit for a period", "money per unit and period", {
  above: 0,
});
export const shortCost = number("Cost of owing one unit for a period", "money per unit and period", {
  above: 0,
});
