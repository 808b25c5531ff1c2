/** How a blank cell reaches a function: 0 in Excel on the desktop, null in older Excel on the web. */
export type BlankRule = "zero" | "null";

export const defaultBlanks: BlankRule = "zero";
