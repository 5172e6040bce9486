import { readFileSync } from "node:fs";
import { TextDecoder } from "node:util";
import { type Issue, type IssuePayloads, issue } from "../issue/issue";
import type { Result } from "../issue/result";

/** The text of a UTF-8 file, or why it cannot be read; a byte order mark stays in the text, for its reader to tell of. */
export function readTextFile(path: string): Result<string> {
  try {
    return { ok: true, value: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(readFileSync(path)), warnings: [] };
  } catch (error) {
    return { ok: false, issues: [fileFault(path, error)] };
  }
}

/** Why a file cannot be read. */
export function fileFault(path: string, error: unknown): Issue {
  return issue("fileUnreadable", { reason: reasonOf(error) }, { file: path });
}

const reasons: Readonly<Record<string, IssuePayloads["fileUnreadable"]["reason"]>> = {
  ENOENT: "notFound",
  ENOTDIR: "notFound",
  EISDIR: "isFolder",
  EACCES: "notPermitted",
  EPERM: "notPermitted",
  ERR_ENCODING_INVALID_ENCODED_DATA: "notUtf8",
};

function reasonOf(error: unknown): IssuePayloads["fileUnreadable"]["reason"] {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return reasons[code] ?? "other";
}
