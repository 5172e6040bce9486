/** The bytes of a file up to the end of its first line. */
export function firstLine(bytes: Uint8Array): Uint8Array {
  const end = bytes.indexOf(10);
  return end < 0 ? bytes : bytes.subarray(0, end);
}

/** The separator that stands most often outside quotation marks. */
export function likeliestSeparator(heading: Uint8Array): string {
  const counts = new Map([";", ",", "\t"].map((separator) => [separator, 0]));
  let isQuoted = false;
  for (const byte of heading) {
    const letter = String.fromCharCode(byte);
    if (letter === '"') isQuoted = !isQuoted;
    else if (!isQuoted && counts.has(letter)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  }
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most))[0];
}
