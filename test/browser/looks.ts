import { source as axeSource, type AxeResults } from "axe-core";
import type { Frame, Page } from "playwright-core";

interface InPage {
  readonly axe: { readonly run: (context: object) => Promise<AxeResults> };
}

/** What axe finds in a page or frame, with its true colours. */
export async function violations(page: Page | Frame): Promise<string[]> {
  // Contrast is judged after Fluent's transitions of colour.
  await page.waitForTimeout(400);
  // Evaluated, since the security policy of the add-in allows no script in the page.
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    // Fluent's focus sentries are hidden from screen readers on purpose; they pass the focus on at once.
    const results = await (globalThis as unknown as InPage).axe.run({ exclude: ["[data-tabster-dummy]"] });
    return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  });
}

/** Elements that stick out on the right, and those that would scroll sideways. A chart learns its new width from the browser a moment later. */
export async function tooWide(page: Page | Frame): Promise<string[]> {
  let wide = await page.evaluate(stickingOut);
  for (let tries = 0; tries < 40 && wide.length > 0; tries++) {
    await page.waitForTimeout(50);
    wide = await page.evaluate(stickingOut);
  }
  return wide;
}

/** In the page. */
function stickingOut(): string[] {
  const right = (element: Element) => element.getBoundingClientRect().right;
  const clips = (element: Element) => getComputedStyle(element).overflowX === "hidden";
  /** Fluent keeps a button that is not needed yet in a box without width. */
  const cutAway = (element: Element): boolean => {
    const { parentElement: parent } = element;
    if (parent === null) return false;
    return (clips(parent) && right(parent) <= element.getBoundingClientRect().left) || cutAway(parent);
  };
  const scrolls = (element: Element) =>
    element.scrollWidth > element.clientWidth &&
    ["auto", "scroll"].includes(getComputedStyle(element).overflowX);
  return [...document.querySelectorAll("body *")]
    .filter((element) => element.checkVisibility() && !cutAway(element))
    .filter((element) => right(element) > innerWidth + 0.5 || scrolls(element))
    .map((element) => element.outerHTML.slice(0, 120));
}
