/** Ticks at round numbers that span `low` to `high`: 1, 2 or 5 times a power of ten apart, about `wanted` of them. */
export function niceTicks(low: number, high: number, wanted: number): number[] {
  const span = high > low ? high - low : Math.max(1, Math.abs(high));
  const rough = span / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((factor) => factor * power >= rough * (1 - 1e-9)) as number);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(high / step - 1e-9));
  return Array.from({ length: last - first + 1 }, (_, i) => (first + i) * step);
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** An SVG path through points; a missing one (NaN) interrupts the line. */
export function linePath(points: readonly Point[]): string {
  let pen = "M";
  let path = "";
  for (const { x, y } of points) {
    if (Number.isNaN(y)) {
      pen = "M";
      continue;
    }
    path += `${pen}${x.toFixed(1)} ${y.toFixed(1)}`;
    pen = "L";
  }
  return path;
}

/** A closed area between two lines over the same places; one point is widened to `halfWidth` either side. */
export function bandPath(upper: readonly Point[], lower: readonly Point[], halfWidth: number): string {
  if (upper.length === 0) return "";
  const widened = (line: readonly Point[]) => [
    { x: line[0].x - halfWidth, y: line[0].y },
    ...line,
    { x: line[line.length - 1].x + halfWidth, y: line[line.length - 1].y },
  ];
  return `${linePath([...widened(upper), ...widened(lower).reverse()])}Z`;
}
