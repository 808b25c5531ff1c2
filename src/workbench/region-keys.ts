/** A part of the page that takes the keyboard as a whole. */
export interface Region {
  readonly has: (element: Element | null) => boolean;
  readonly focus: () => void;
}

/** F6 goes on to the next part of the page, Shift+F6 back, as in Excel: without it nobody leaves the grid by keyboard. */
export function regionKeys(regions: readonly Region[]): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.key !== "F6" || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    const at = regions.findIndex(({ has }) => has(document.activeElement));
    const next = at + (event.shiftKey ? regions.length - 1 : 1);
    regions[next % regions.length]?.focus();
  };
}
