export type XyzClass = "X" | "Y" | "Z";

/**
 * XYZ class by coefficient of variation: X up to the first cut, Y up to the second, Z above.
 * Fed with forecast errors it tells unpredictable from seasonal; fed with demand it does not.
 * Source: Scholz-Reiter, Heger, Meinecke and Bergmann (2012), section 2.
 */
export function xyzClass(coefficientOfVariation: number, cuts: readonly [number, number]): XyzClass {
  return coefficientOfVariation <= cuts[0] ? "X" : coefficientOfVariation <= cuts[1] ? "Y" : "Z";
}
