import { closeSync, openSync, readSync } from "node:fs";
import { ParError } from "../issue/parError";
import { fileFault } from "./readTextFile";

/** How much of a file is read at once. */
const chunkSize = 1 << 20;
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
  const file = attempt(path, () => openSync(path, "r"));
  try {
    let rest: Uint8Array[] = [];
    for (;;) {
      const chunk = new Uint8Array(chunkSize);
      const bytes = chunk.subarray(
        0,
        attempt(path, () => readSync(file, chunk)),
      );
      if (bytes.length === 0) break;
      let start = 0;
      for (let end = bytes.indexOf(lineFeed); end >= 0; end = bytes.indexOf(lineFeed, start)) {
        yield joined([...rest, bytes.subarray(start, end)]);
        rest = [];
        start = end + 1;
      }
      if (start < bytes.length) rest.push(bytes.subarray(start));
    }
    if (rest.length > 0) yield joined(rest);
  } finally {
    closeSync(file);
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts);
}

function attempt<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new ParError([fileFault(path, error)]);
  }
}
