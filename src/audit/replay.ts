import type { CriteriaSet } from "../criteria/criteriaSet";
import { type ParseCriteriaOptions, safeParseCriteria } from "../criteria/parseCriteria";
import type { Evidence } from "../evidence/evidence";
import { safeParseReports } from "../evidence/parseEvidence";
import { isPlainObject } from "../issue/fields";
import { type Issue, type IssuePayloads, issue, warning } from "../issue/issue";
import { ParError } from "../issue/parError";
import { attempt, type Result } from "../issue/result";
import { type RoundScores, safeScoreRounds } from "../score/scoreRounds";
import { type Digest, digestOf } from "./digest";
import { compareEngines, engine } from "./engine";
import type { AdoptedCriteria, Engine } from "./entry";
import { changedParts, codeOfPart } from "./parts";
import { type RecordedGrade, type RecordedScore, recordResults } from "./recordedScore";
import { type Difference, differencesOf } from "./resultDifferences";
import type { SealedLine } from "./sealedLine";
import { aboutOf, type Standing, standingOf } from "./standing";
import { readSealedLines, type TrailVerdict, type VerifyOptions, verifyLines } from "./verifyTrail";

/** How a record is recomputed. */
export interface ReplayOptions extends VerifyOptions {
  /** The digest of the criteria set that the record must have been scored by; the set that it holds is used in any case. */
  readonly criteria?: Digest | undefined;
  /** Rule kinds and measures, where the set names others than the standard ones. */
  readonly kinds?: ParseCriteriaOptions["kinds"];
  readonly measures?: ParseCriteriaOptions["measures"];
}

/** What recomputing a record gave (kết quả tính lại). */
export interface Replay {
  /** True where the record holds and every digit is what its evidence gives. */
  readonly identical: boolean;
  readonly verdict: TrailVerdict;
  readonly engine: { readonly recorded: Engine | null; readonly running: Engine };
  /** Every digit that differs, and why. */
  readonly differences: readonly CausedDifference[];
  /** Results that were compared: a score, or a grade, of one unit and period. */
  readonly compared: number;
  /** The set, as the record holds it, and the scores computed anew; none where the record cannot be computed. */
  readonly criteria?: CriteriaSet;
  readonly scores?: RoundScores;
  /** Those of the verdict, then what kept it from being computed, then every difference. */
  readonly issues: readonly Issue[];
}

/** A digit that differs, and what it comes from. */
export interface CausedDifference extends Difference {
  /** The entry that holds the result; 0 where the record has none. */
  readonly entry: number;
  readonly cause: IssuePayloads["resultDiffers"]["cause"];
}

/**
 * Recomputes a sealed record from itself alone (tính lại): the set that it holds, the reports that it holds, this engine; and
 * compares every digit, place and grade with what it says came out. A record that was changed is recomputed as it stands, so
 * that it shows what the change did.
 *
 * **Errors:** {@link ParError} when there is no set in the record, or another than the one asked for.
 *
 * @example
 * ```ts
 * import { parseReports } from "par-index";
 * import { linesOf, replay, seal } from "par-index/audit";
 * import { loadCriteria } from "par-index/node";
 *
 * const criteria = loadCriteria("example/tiny");
 * const reports = parseReports(criteria, [
 *   { unit: { id: "a", name: "Xã A", group: "commune" }, period: "2021", round: "selfAssessed", items: { "1.2": { done: 955, due: 1000 } } },
 * ]);
 * const file = seal({ criteria, reports, recordedBy: "Sở Nội vụ", recordedAt: "2021-12-20", secret: "an example, not secret at all" });
 * const { identical, compared } = replay(linesOf(new TextEncoder().encode(file)));
 * [identical, compared]; // => [true, 1]
 * ```
 */
export function replay(lines: Iterable<Uint8Array>, options: ReplayOptions = {}): Replay {
  const read = [...readSealedLines(lines)];
  const verdict = verifyLines(read, options);
  const standing = standingOf(read.flatMap(({ entry }) => (entry === undefined ? [] : [entry])));
  const adopted = adoptedIn(standing);
  if (adopted === undefined) throw new ParError([...verdict.issues, issue("criteriaNotRecorded", {})]);
  const digest = digestOf(adopted.file);
  if (options.criteria !== undefined && options.criteria !== digest) {
    throw new ParError([issue("criteriaDigestDiffers", { recorded: digest, found: options.criteria })]);
  }
  const results = standing.filter(({ kind }) => kind === "scored" || kind === "graded");
  const recorded = engineOf(results);
  const computed = compute(adopted, standing, options);
  const known = { verdict, engine: { recorded, running: engine }, compared: results.length };
  const told = [...verdict.issues, ...engineNotice(recorded), ...pinFaults(adopted, digest)];
  if (!computed.ok) return { ...known, identical: false, differences: [], issues: [...told, ...computed.issues] };
  const { criteria, scores } = computed.value;
  const anew = recordResults(criteria, { criteria: digest, engine }, scores);
  const differences = compareResults(results, anew, causesIn(read, recorded));
  const issues = [...told, ...differences.map((one) => differenceIssue(criteria, one))];
  const identical = issues.every(({ severity }) => severity === "warning");
  return { ...known, identical, differences, criteria, scores, issues };
}

/** {@link replay} that answers a {@link Result} and never throws. */
export function safeReplay(lines: Iterable<Uint8Array>, options: ReplayOptions = {}): Result<Replay> {
  return attempt(() => replay(lines, options));
}

/** The set that stands in a record. */
export function adoptedIn(standing: readonly Standing[]): AdoptedCriteria | undefined {
  const content = standing.find(({ kind }) => kind === "criteriaAdopted")?.content;
  return content !== undefined && isPlainObject(content.file) ? (content as unknown as AdoptedCriteria) : undefined;
}

/** The set, its reports, and their scores. */
function compute(
  adopted: AdoptedCriteria,
  standing: readonly Standing[],
  { kinds, measures }: ReplayOptions,
): Result<{ readonly criteria: CriteriaSet; readonly scores: RoundScores }> {
  const criteria = safeParseCriteria(adopted.file, { kinds, measures, readings: adopted.readings });
  if (!criteria.ok) return criteria;
  const reports = safeParseReports(criteria.value, standing.filter(isReport).map(reportOf));
  if (!reports.ok) return reports;
  const scores = safeScoreRounds(criteria.value, reports.value.reports);
  return scores.ok ? { ...scores, value: { criteria: criteria.value, scores: scores.value } } : scores;
}

function isReport({ kind }: Standing): boolean {
  return kind === "evidenceReceived" || kind === "appraised" || kind === "explained";
}

/** Stands where a text is withheld that a report must have. */
const withheldText = "(không công bố)";

/** A report as it was received, as far as it is disclosed. A withheld name is replaced by the unit's id, reasons by a mark. */
function reportOf({ content }: Standing): Evidence {
  const evidence = content as unknown as Evidence;
  const { unit, items } = evidence;
  const marked = Object.entries(items).map(([code, item]) => {
    const needsReason = item.reason === undefined && evidence.round !== "selfAssessed";
    return [code, item.notApplicable === true || needsReason ? { reason: withheldText, ...item } : item];
  });
  return { ...evidence, unit: { ...unit, name: unit.name ?? unit.id }, items: Object.fromEntries(marked) };
}

function engineOf(results: readonly Standing[]): Engine | null {
  const { engine: recorded } = results.at(-1)?.content ?? {};
  return isPlainObject(recorded) && typeof recorded.name === "string" && typeof recorded.version === "string"
    ? { name: recorded.name, version: recorded.version }
    : null;
}

function engineNotice(recorded: Engine | null): readonly Issue[] {
  if (recorded === null) return [];
  const order = compareEngines(recorded, engine);
  if (order === "same") return [];
  const named = ({ name, version }: Engine) => (order === "other" ? `${name} ${version}` : version);
  return [warning("otherEngine", { recorded: named(recorded), running: named(engine), order })];
}

/** A record that pins another set than the one it holds. */
function pinFaults(adopted: AdoptedCriteria, digest: Digest): readonly Issue[] {
  return adopted.digest === digest ? [] : [issue("criteriaDigestDiffers", { recorded: String(adopted.digest), found: digest })];
}

/** Every difference between the results that stand in a record and those computed anew. */
function compareResults(
  recorded: readonly Standing[],
  { scored, graded }: { readonly scored: readonly RecordedScore[]; readonly graded: readonly RecordedGrade[] },
  causeOf: (difference: Difference, entry: number) => CausedDifference["cause"],
): readonly CausedDifference[] {
  const anew = new Map<string, object>([
    ...scored.map((one) => [aboutOf("scored", { ...one }), one] as const),
    ...graded.map((one) => [aboutOf("graded", { ...one }), one] as const),
  ]);
  const found = recorded.flatMap(({ kind, content, number }) => {
    const about = aboutOf(kind, content);
    const result = anew.get(about);
    anew.delete(about);
    return differencesOf(content, result).map((one) => ({ ...one, entry: number, cause: causeOf(one, number) }));
  });
  const unrecorded = [...anew.values()].flatMap((result) =>
    differencesOf(undefined, result).map((one) => ({ ...one, entry: 0, cause: causeOf(one, 0) })),
  );
  return [...found, ...unrecorded];
}

/**
 * Tells what a difference comes from. A result that was itself changed explains itself; then a changed set; then changed
 * figures: of the unit or of the criterion for its points, of anybody for what comes of comparing units. Where the record is
 * whole, another engine; and where it is the same engine, a result that never was what the evidence gives.
 */
function causesIn(
  read: readonly SealedLine[],
  recorded: Engine | null,
): (difference: Difference, entry: number) => CausedDifference["cause"] {
  const changed = read.flatMap(({ entry: line }) => (line === undefined || line.digest === line.found ? [] : [line]));
  const numbers = new Set(changed.map(({ entry }) => entry.predicate.number));
  const standing = standingOf(changed);
  const isSetChanged = standing.some(({ kind }) => kind === "criteriaAdopted");
  const reports = standing.filter(isReport);
  const units = new Set(reports.map(({ content }) => unitIn(content)));
  const reported = new Set(reports.map(({ number }) => number));
  const codes = changed
    .filter(({ entry }) => reported.has(entry.predicate.number))
    .flatMap(({ entry }) => changedParts(entry).flatMap((part) => codeOfPart(part) ?? []));
  const isAbove = (code: string) => codes.some((below) => below === code || below.startsWith(`${code}.`));
  const sameEngine = recorded !== null && compareEngines(recorded, engine) === "same";
  return ({ unit, code }, entry) => {
    if (numbers.has(entry)) return "result";
    if (isSetChanged) return "criteria";
    if (reports.length > 0 && (code === undefined || units.has(unit) || isAbove(code))) return "evidence";
    return sameEngine ? "result" : "engine";
  };
}

function unitIn({ unit }: Standing["content"]): string {
  return isPlainObject(unit) ? String(unit.id) : "";
}

function differenceIssue(criteria: CriteriaSet, { unit, code, round, what, recorded, recomputed, cause, entry }: CausedDifference): Issue {
  const title = code === undefined ? undefined : criteria.nodes.get(code)?.title.vi;
  return issue(
    "resultDiffers",
    { what, ...(round === undefined ? {} : { round }), recorded, recomputed, cause },
    { ...(entry === 0 ? {} : { entry }), unit, ...(code === undefined ? {} : { code }), ...(title === undefined ? {} : { title }) },
  );
}
