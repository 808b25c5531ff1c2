import { catalogue } from "../../functions/catalogue";
import type { FunctionDefinition } from "../../functions/define";
import { rank } from "./rank";

/** Functions for a job in the planner's words, such as "safety stock" or "write down", best first. */
export function findFunctions(job: string): FunctionDefinition[] {
  return rank(job, catalogue, ({ name, summary, returns, args, notes = [] }) => ({
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
