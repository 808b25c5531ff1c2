import { catalogue } from "../../functions/catalogue";
import type { FunctionDefinition } from "../../functions/define";
import { rank } from "./rank";

/** EOQ before EOQ.BACKORDER, where both fit as well. */
const plainFirst = [...catalogue].sort((a, b) => parts(a) - parts(b));

/** Functions for a job in the planner's words, such as "safety stock" or "write down", best first. */
export function findFunctions(job: string): FunctionDefinition[] {
  if (job.trim() === "") return [...catalogue];
  return rank(job, plainFirst, ({ name, summary, returns, args, notes = [] }) => ({
    name,
    texts: [
      summary,
      returns.label,
      Object.values(args)
        .map(({ label }) => label)
        .join(" "),
      notes.join(" "),
    ],
  }));
}

function parts({ name }: FunctionDefinition): number {
  return name.split(".").length;
}
