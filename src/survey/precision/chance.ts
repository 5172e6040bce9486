/**
 * Whole numbers from 0 to below `bound`, the same ones for the same seed on every machine: xoshiro128** (Blackman & Vigna 2021),
 * its state filled by splitmix32. For drawing replicates; not for secrets.
 */
export function chance(seed: number): (bound: number) => number {
  const next = xoshiro128(splitmix32(seed));
  return (bound) => {
    // Numbers above the last full round would favour small answers.
    const limit = 2 ** 32 - (2 ** 32 % bound);
    let drawn = next();
    while (drawn >= limit) drawn = next();
    return drawn % bound;
  };
}

/** The generator xoshiro128** from its state of four 32-bit words. */
export function xoshiro128(state: readonly [number, number, number, number]): () => number {
  let [a, b, c, d] = state;
  return () => {
    const answer = Math.imul(turn(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = turn(d, 11);
    return answer;
  };
}

function turn(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}

function splitmix32(seed: number): [number, number, number, number] {
  let state = seed | 0;
  const word = () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return mixed ^ (mixed >>> 15);
  };
  return [word(), word(), word(), word()];
}
