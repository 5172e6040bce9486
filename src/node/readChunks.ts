import { closeSync, openSync, readSync } from "node:fs";
import { ParError } from "../issue/parError";
import { fileFault } from "./readTextFile";

/** How much of a file is read at once. */
const chunkSize = 1 << 20;

/**
 * The bytes of a file, piece after piece: a file of any size takes the memory of one.
 * **Errors:** {@link ParError} when the file cannot be read.
 *
 * @example
 * ```ts
 * import { readChunks } from "par-index/node";
 * [...readChunks("criteria/example/tiny/criteria.json")].length; // => 1
 * ```
 */
export function* readChunks(path: string): Generator<Uint8Array> {
  const file = attempt(path, () => openSync(path, "r"));
  try {
    for (;;) {
      const chunk = new Uint8Array(chunkSize);
      const length = attempt(path, () => readSync(file, chunk));
      if (length === 0) return;
      yield chunk.subarray(0, length);
    }
  } finally {
    closeSync(file);
  }
}

function attempt<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new ParError([fileFault(path, error)]);
  }
}
