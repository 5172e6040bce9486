import { readChunks } from "./readChunks";

const lineFeed = 10;

/**
 * The lines of a file as bytes, without their ends, read one after the other: a file of any size takes the memory of one line.
 * **Errors:** {@link ParError} when the file cannot be read.
 *
 * @example
 * ```ts
 * import { readLines } from "par-index/node";
 * [...readLines("criteria/example/tiny/criteria.json")].length > 10; // => true
 * ```
 */
export function* readLines(path: string): Generator<Uint8Array> {
  let rest: Uint8Array[] = [];
  for (const bytes of readChunks(path)) {
    let start = 0;
    for (let end = bytes.indexOf(lineFeed); end >= 0; end = bytes.indexOf(lineFeed, start)) {
      yield joined([...rest, bytes.subarray(start, end)]);
      rest = [];
      start = end + 1;
    }
    if (start < bytes.length) rest.push(bytes.subarray(start));
  }
  if (rest.length > 0) yield joined(rest);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts);
}
