/**
 * Standard normal draws that a seed settles: Marsaglia's polar method over the sfc32 generator (Doty-Humphrey's PractRand suite, public
 * domain), warmed up so that neighbouring seeds part.
 */
export function normalDraws(seed: number): () => number {
  const uniform = uniformDraws(seed);
  let spare = NaN;
  return () => {
    if (!Number.isNaN(spare)) {
      const kept = spare;
      spare = NaN;
      return kept;
    }
    for (;;) {
      const x = 2 * uniform() - 1;
      const y = 2 * uniform() - 1;
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const factor = Math.sqrt((-2 * Math.log(square)) / square);
      spare = y * factor;
      return x * factor;
    }
  };
}

/** Uniform on [0, 1) with 32 bits, from the same generator. */
export function uniformDraws(seed: number): () => number {
  let a = 0x9e3779b9;
  let b = 0x243f6a88;
  let c = Math.trunc(seed) | 0;
  let counter = 1;
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
  for (let i = 0; i < 20; i++) next();
  return next;
}
