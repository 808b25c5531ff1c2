export { daysOfSupply, grossMarginReturn, inventoryTurns } from "./turnover";
