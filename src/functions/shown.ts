/** Numbers in explanations: six significant digits, no trailing zeros. */
export const shown = (x: number): string => String(Number(x.toPrecision(6)));
