import { adida } from "./adida";
import { croston } from "./croston";
import { imapa } from "./imapa";
import { sba } from "./sba";
import { sbj } from "./sbj";
import { tsb } from "./tsb";

export { demandRefusal } from "./recursion";
export { imapa, sba, tsb };
export { onePeriodInterval } from "./one-period-interval";
export { type IntermittentMethod } from "./intermittent-method";
export { type WeightChoice, type WeightChoices } from "./weights";

/** Methods for intermittent demand, in the order cells offer them. */
export const intermittentMethods = [croston, sba, sbj, tsb, adida, imapa] as const;
