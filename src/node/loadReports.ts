import type { CriteriaSet } from "../criteria/criteriaSet";
import type { Evidence, Expected } from "../evidence/evidence";
import { safeParseReports } from "../evidence/parseEvidence";
import { safeParseReportsCsv } from "../evidence/parseReportsCsv";
import { repeatedUnits } from "../evidence/readReport";
import { attempt, type Result, result, unwrap } from "../issue/result";
import { inFile } from "./inFile";
import { readBytes } from "./readBytes";
import { readReportLines } from "./readReportLines";
import { readTextFile } from "./readTextFile";

/** Reports of several files, with what the files say they come to. */
export interface LoadedReports {
  readonly reports: readonly Evidence[];
  readonly expected: readonly Expected[];
}

/**
 * The reports of one or more files, JSON, one report a line (`.jsonl`) or tables (`.csv`), checked against a criteria set.
 * **Errors:** {@link ParError} with the issues of all files; {@link safeLoadReports} answers them instead.
 *
 * @example
 * ```ts
 * import { loadCriteria, loadReports } from "par-index/node";
 *
 * const tiny = loadCriteria("example/tiny");
 * loadReports(tiny, ["criteria/example/tiny/examples.json"]).reports.length; // => 3
 * ```
 */
export function loadReports(criteria: CriteriaSet, files: readonly string[]): LoadedReports {
  return unwrap(safeLoadReports(criteria, files));
}

/** {@link loadReports} that answers a {@link Result} and never throws. */
export function safeLoadReports(criteria: CriteriaSet, files: readonly string[]): Result<LoadedReports> {
  const read = files.map((file) => safeLoadFile(criteria, file));
  const issues = read.flatMap((outcome) => (outcome.ok ? outcome.warnings : outcome.issues));
  const loaded = read.flatMap((outcome) => (outcome.ok ? [outcome.value] : []));
  const reports = loaded.flatMap((one) => one.reports);
  return result([...issues, ...repeatedUnits(reports.map((report) => ({ report })))], () => ({
    reports,
    expected: loaded.flatMap((one) => one.expected),
  }));
}

function safeLoadFile(criteria: CriteriaSet, file: string): Result<LoadedReports> {
  if (/\.csv$/i.test(file)) return safeLoadTable(criteria, file);
  if (/\.jsonl$/i.test(file)) return safeLoadLines(criteria, file);
  const text = readTextFile(file);
  if (!text.ok) return text;
  return inFile(file, safeParseReports(criteria, text.value));
}

function safeLoadLines(criteria: CriteriaSet, file: string): Result<LoadedReports> {
  const lines = attempt(() => [...readReportLines(criteria, file)]);
  if (!lines.ok) return lines;
  const issues = lines.value.flatMap((read) => (read.ok ? read.warnings : read.issues));
  return result(issues, () => ({ reports: lines.value.flatMap((read) => (read.ok ? [read.value] : [])), expected: [] }));
}

function safeLoadTable(criteria: CriteriaSet, file: string): Result<LoadedReports> {
  const read = readBytes(file);
  if (!read.ok) return read;
  const parsed = inFile(file, safeParseReportsCsv(criteria, read.value));
  return parsed.ok ? { ...parsed, value: { reports: parsed.value, expected: [] } } : parsed;
}
