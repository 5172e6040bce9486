/** Steps beyond which nobody looks: more than the digits of a figure can count. */
const farthestStep = 10n ** 31n;

/**
 * The last of the steps 1, 2, 3, … that holds, where all before it do, at most `most`; 0 where not even the first does. Found by
 * doubling and then halving, so that a million steps cost forty looks.
 */
export function lastStep(holds: (step: bigint) => boolean, most = farthestStep): bigint {
  let [last, beyond] = [0n, 1n];
  while (beyond <= most && holds(beyond)) [last, beyond] = [beyond, beyond * 2n];
  if (beyond > most) beyond = most + 1n;
  while (beyond - last > 1n) {
    const middle = last + (beyond - last) / 2n;
    if (holds(middle)) last = middle;
    else beyond = middle;
  }
  return last;
}
