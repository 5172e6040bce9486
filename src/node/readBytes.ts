import { readFileSync } from "node:fs";
import type { Result } from "../issue/result";
import { fileFault } from "./readTextFile";

/** All bytes of a file, or why it cannot be read. */
export function readBytes(path: string): Result<Uint8Array> {
  try {
    return { ok: true, value: readFileSync(path), warnings: [] };
  } catch (error) {
    return { ok: false, issues: [fileFault(path, error)] };
  }
}
