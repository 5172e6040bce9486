import { TextDecoder } from "node:util";
import type { CriteriaSet } from "../criteria/criteriaSet";
import type { Evidence } from "../evidence/evidence";
import { safeParseEvidence } from "../evidence/parseEvidence";
import { type Issue, issue } from "../issue/issue";
import type { Result } from "../issue/result";
import { readLines } from "./readLines";

/**
 * The reports of a file that holds one in each line (JSON Lines, mỗi dòng một báo cáo), read one after the other: a file of any
 * size takes the memory of one report. Blank lines are passed over.
 *
 * **Errors:** each line answers a {@link Result} of its own, its issues located by file and line; what must hold of all reports
 * together, such as that no unit has two, is for the caller. {@link ParError} when the file cannot be read.
 *
 * @example
 * ```ts
 * import { loadCriteria, readReportLines } from "par-index/node";
 *
 * const reports = readReportLines(loadCriteria("example/tiny"), "criteria/example/tiny/reports.jsonl");
 * [...reports].map((read) => read.ok && read.value.unit.id); // => ["xa-a", "xa-b", "so-c"]
 * ```
 */
export function* readReportLines(criteria: CriteriaSet, path: string): Generator<Result<Evidence>> {
  let line = 0;
  for (const bytes of readLines(path)) {
    line += 1;
    const read = readReportLine(criteria, { file: path, line, bytes });
    if (read !== undefined) yield read;
  }
}

/** A line of a file, counted from 1, as its bytes. */
export interface Line {
  readonly file: string;
  readonly line: number;
  readonly bytes: Uint8Array;
}

/** The report in one line; nothing in a blank one. */
export function readReportLine(criteria: CriteriaSet, { file, line, bytes }: Line): Result<Evidence> | undefined {
  const text = decode(bytes);
  if (text === undefined) return { ok: false, issues: [issue("fileUnreadable", { reason: "notUtf8" }, { file, line })] };
  return text.trim() === "" ? undefined : inLine(file, line, safeParseEvidence(criteria, text));
}

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function decode(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

/** What was found in the text of a line, whose only line is that of the file. */
function inLine<T>(file: string, line: number, read: Result<T>): Result<T> {
  const located = (found: Issue): Issue => ({ ...found, location: { file, ...found.location, line } });
  return read.ok ? { ...read, warnings: read.warnings.map(located) } : { ok: false, issues: read.issues.map(located) };
}
