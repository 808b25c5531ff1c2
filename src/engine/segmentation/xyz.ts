export type XyzClass = "X" | "Y" | "Z";

/**
 * XYZ class by coefficient of variation: X up to the first cut, Y up to the second, Z above.
 * Fed with forecast errors it tells unpredictable from seasonal; fed with demand it does not.
 * Source: Scholz-Reiter, Heger, Meinecke and Bergmann (2012), section 2; hysteresis: ours, as that of ABC.
 * @param current class it keeps while it strays over a cut by no more than `band`
 */
export function xyzClass(
  coefficientOfVariation: number,
  cuts: readonly [number, number],
  current?: string,
  band = 0,
): XyzClass {
  const classWithin = (first: number, second: number): XyzClass =>
    coefficientOfVariation <= first ? "X" : coefficientOfVariation <= second ? "Y" : "Z";
  // An item moves only where the class differs with each cut shifted in favour of the one it has.
  if (current === "X") return classWithin(cuts[0] + band, Math.max(cuts[0] + band, cuts[1]));
  if (current === "Z") return classWithin(Math.min(cuts[0], cuts[1] - band), cuts[1] - band);
  if (current === "Y") return classWithin(cuts[0] - band, cuts[1] + band);
  return classWithin(...cuts);
}
