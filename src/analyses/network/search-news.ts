import type { SearchProgress } from "../../engine/network";
import type { TellNews } from "../define-analysis";

/** Milliseconds between two messages; the first goes at once. */
const pause = 250;

/** Tells how far the search for an item's plan is, a few times a second. */
export function searchNews(tell: TellNews): (progress: SearchProgress & { readonly item: string }) => void {
  let told = -Infinity;
  return (details) => {
    if (performance.now() < told + pause) return;
    told = performance.now();
    const { item, cost, gap } = details;
    const money = Math.round(cost).toLocaleString("en");
    const percent = (100 * gap).toFixed(gap < 0.01 ? 2 : 1);
    tell({ text: `${item}: ${money} a year, at most ${percent} % above the optimum`, details });
  };
}
