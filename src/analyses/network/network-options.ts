import { demandBuckets } from "../../engine/calendar";
import { poolings } from "../../engine/network";
import { choiceOption, numberOption } from "../options";

/** What the network of each item is made of, whatever is done with it. */
export const networkOptions = {
  spread: numberOption("Standard deviations that a lead time counts with", "number", 0, { min: 0, max: 5 }),
  carryRate: numberOption("Cost of carrying one money unit of stock for a year", "fraction", 0.2, {
    above: 0,
    max: 5,
  }),
  pooling: choiceOption("How demand adds up at a supplier", poolings, "ARCS"),
  bucket: choiceOption("Day, ISO week, month or quarter in which demand is summed", demandBuckets, "M"),
  history: numberOption("Buckets of history that are used", "buckets", 24, {
    min: 3,
    max: 520,
    integer: true,
  }),
};
