import { demandBuckets } from "../../engine/calendar";
import { poolings } from "../../engine/network";
import { choiceOption, numberOption, textOption } from "../options";
import { placementBounds } from "./cover-rules";

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

/** What a plan of safety stock goes by. */
export const stockingOptions = {
  csl: numberOption("Cycle service level that stock covers demand with", "fraction", 0.95, {
    above: 0.5,
    max: 0.999999,
  }),
  tolerance: numberOption("Days customers wait, where Items[Wait] is blank", "days", 0, {
    min: 0,
    max: 366,
    integer: true,
  }),
  ...networkOptions,
  seconds: numberOption("Longest search for one item", "seconds", 10, { above: 0, max: 600 }),
  bound: choiceOption("Bound on the demand that stock covers", placementBounds, "NORMAL"),
  item: textOption("Only this item; blank for all"),
};
