/** Draws for tests, settled by a seed: Mulberry32 (public domain) underneath. */
export interface Random {
  /** Uniform on [0, 1). */
  readonly uniform: () => number;
  readonly normal: (mean?: number, sd?: number) => number;
  readonly poisson: (mean: number) => number;
  readonly gamma: (shape: number, scale: number) => number;
}

export function random(seed: number): Random {
  let state = seed >>> 0;
  const uniform = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  /** Box and Muller. */
  const normal = (mean = 0, sd = 1) =>
    mean + sd * Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  /** Marsaglia and Tsang. */
  const gamma = (shape: number, scale: number): number => {
    if (shape < 1) return gamma(shape + 1, scale) * uniform() ** (1 / shape);
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = normal();
      const v = (1 + c * x) ** 3;
      if (v > 0 && Math.log(1 - uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return scale * d * v;
    }
  };
  /** Knuth, in steps where e^-mean would be too small. */
  const poisson = (mean: number): number => {
    if (mean > 30) return poisson(30) + poisson(mean - 30);
    let count = 0;
    for (let product = uniform(); product > Math.exp(-mean); product *= uniform()) count++;
    return count;
  };
  return { uniform, normal, poisson, gamma };
}
