import * as z from "zod/mini";
import type { CriteriaSet } from "../criteria/criteriaSet";
import { type ParseCriteriaOptions, safeParseCriteria } from "../criteria/parseCriteria";
import { safeParseReports } from "../evidence/parseEvidence";
import { isPlainObject } from "../issue/fields";
import { readWith } from "../issue/fromZod";
import { type Issue, type IssuePayloads, issue, type Location, warning } from "../issue/issue";
import { ParError } from "../issue/parError";
import { attempt, type Result } from "../issue/result";
import { type RoundScores, safeScoreRounds } from "../score/scoreRounds";
import { canonicalText } from "./canonicalText";
import { type Digest, digestOf } from "./digest";
import { compareEngines, engine } from "./engine";
import type { AdoptedCriteria, Engine } from "./entry";
import { changedParts, codeOfPart } from "./parts";
import { type RecordedGrade, type RecordedScore, recordResults } from "./recordedScore";
import { type Difference, differencesOf, textOf } from "./resultDifferences";
import type { EntryLine } from "./sealedLine";
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
  const { verdict, standing, changed } = readRecord(lines, options);
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
  const told = [...verdict.issues, ...engineNotice(recorded), ...setFaults(standing, adopted, digest)];
  if (!computed.ok) return { ...known, identical: false, differences: [], issues: [...told, ...computed.issues] };
  const { criteria, scores } = computed.value;
  const anew = recordResults(criteria, { criteria: digest, engine }, scores);
  const causeOf = causesIn(changed, recorded);
  const differences = [...compareResults(results, anew, causeOf), ...compareUnits(standing, causeOf)];
  const issues = [...told, ...differences.map((one) => differenceIssue(criteria, one))];
  const identical = issues.every(({ severity }) => severity === "warning");
  return { ...known, identical, differences, criteria, scores, issues };
}

/** {@link replay} that answers a {@link Result} and never throws. */
export function safeReplay(lines: Iterable<Uint8Array>, options: ReplayOptions = {}): Result<Replay> {
  return attempt(() => replay(lines, options));
}

/** A record as it is recomputed: what was found, what stands, and the entries that are not what was sealed. The lines are let go. */
function readRecord(
  lines: Iterable<Uint8Array>,
  options: VerifyOptions,
): { readonly verdict: TrailVerdict; readonly standing: readonly Standing[]; readonly changed: readonly EntryLine[] } {
  const read = [...readSealedLines(lines)];
  const entries = read.flatMap(({ entry }) => (entry === undefined ? [] : [entry]));
  return {
    verdict: verifyLines(read, options),
    standing: standingOf(entries),
    changed: entries.filter(({ digest, found }) => digest !== found),
  };
}

/** The set that stands in a record. */
export function adoptedIn(standing: readonly Standing[]): AdoptedCriteria | undefined {
  const content = standing.find(isAdoption)?.content;
  return content !== undefined && isPlainObject(content.file) ? (content as unknown as AdoptedCriteria) : undefined;
}

function isAdoption({ kind }: Standing): boolean {
  return kind === "criteriaAdopted";
}

function isPublication({ kind }: Standing): boolean {
  return kind === "published";
}

/** The set, its reports, and their scores. */
function compute(
  adopted: AdoptedCriteria,
  standing: readonly Standing[],
  { kinds, measures }: ReplayOptions,
): Result<{ readonly criteria: CriteriaSet; readonly scores: RoundScores }> {
  const readings = readWith(readingsSchema, adopted.readings);
  if (readings.value === undefined) return { ok: false, issues: readings.issues };
  const criteria = safeParseCriteria(adopted.file, { kinds, measures, readings: readings.value });
  if (!criteria.ok) return criteria;
  const reports = safeParseReports(criteria.value, standing.filter(isReport).map(reportOf));
  if (!reports.ok) return reports;
  const scores = safeScoreRounds(criteria.value, reports.value.reports);
  return scores.ok ? { ...scores, value: { criteria: criteria.value, scores: scores.value } } : scores;
}

const readingsSchema = z.record(z.string(), z.string());

function isReport({ kind }: Standing): boolean {
  return kind === "evidenceReceived" || kind === "appraised" || kind === "explained";
}

/** A report as it was received, as far as it is disclosed. A withheld name is replaced by the unit's id. */
function reportOf({ content }: Standing): unknown {
  const { unit } = content;
  return isPlainObject(unit) ? { ...content, unit: { name: unit.id, ...unit } } : content;
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

/** A set that is not the one pinned, or another one beside it; results, and the last publication, that pin another. */
function setFaults(standing: readonly Standing[], adopted: AdoptedCriteria, digest: Digest): readonly Issue[] {
  const published = standing.filter(isPublication).at(-1);
  return standing.flatMap((one): readonly Issue[] => {
    const { kind, content, number } = one;
    if (isAdoption(one)) return adoptionFaults(content, adopted, digest, { entry: number });
    const isResult = kind === "scored" || kind === "graded";
    if ((!isResult && one !== published) || content.criteria === adopted.digest) return [];
    const place = { entry: number, ...(isResult ? { unit: unitIn(content) } : {}) };
    return [issue("criteriaDigestDiffers", { recorded: textOf(adopted.digest), found: textOf(content.criteria) }, place)];
  });
}

/** Of several adoptions that stand, nobody could say which one counted: all have to be the one that is used, `adopted`. */
function adoptionFaults(content: Standing["content"], adopted: AdoptedCriteria, used: Digest, place: Location): readonly Issue[] {
  if (content.digest !== used) return [issue("criteriaDigestDiffers", { recorded: textOf(content.digest), found: used }, place)];
  if (canonicalText(content) !== canonicalText(adopted))
    return [issue("criteriaDigestDiffers", { recorded: used, found: digestOf(content) }, place)];
  const [expected = "", received = ""] = [adopted.file, adopted].map(({ id, revision }) => `${textOf(id)}@${textOf(revision)}`);
  return expected === received ? [] : [issue("otherCriteria", { expected, received }, place)];
}

type CauseOf = (difference: Difference, entry: number) => CausedDifference["cause"];

/** Every difference between the results that stand in a record and those computed anew. */
function compareResults(
  recorded: readonly Standing[],
  { scored, graded }: { readonly scored: readonly RecordedScore[]; readonly graded: readonly RecordedGrade[] },
  causeOf: CauseOf,
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

/** Whether the last publication counts as many units as reported. */
function compareUnits(standing: readonly Standing[], causeOf: CauseOf): readonly CausedDifference[] {
  const published = standing.filter(isPublication).at(-1);
  if (published === undefined) return [];
  const units = new Set(standing.filter(isReport).map(({ content }) => unitIn(content))).size;
  const differences = differencesOf({ units: published.content.units }, { units });
  return differences.map((one) => ({ ...one, entry: published.number, cause: causeOf(one, published.number) }));
}

/**
 * Tells what a difference comes from. A result that was itself changed explains itself; then a changed set; then changed
 * figures: of the unit or of the criterion for its points, of anybody for what comes of comparing units. Where the record is
 * whole, another engine; and where it is the same engine, a result that never was what the evidence gives.
 */
function causesIn(changed: readonly EntryLine[], recorded: Engine | null): CauseOf {
  const numbers = new Set(changed.map(({ entry }) => entry.predicate.number));
  const standing = standingOf(changed);
  const isSetChanged = standing.some(({ kind }) => kind === "criteriaAdopted");
  const reports = standing.filter(isReport);
  const units = new Set(reports.map(({ content }) => unitIn(content)));
  const reported = new Set(reports.map(({ number }) => number));
  const codes = changed
    .filter(({ entry }) => reported.has(entry.predicate.number))
    .flatMap(({ entry }) => changedParts(entry).flatMap((part) => codeOfPart(part) ?? []));
  const codesAbove = new Set(codes.flatMap(withAbove));
  const sameEngine = recorded !== null && compareEngines(recorded, engine) === "same";
  return ({ unit, code }, entry) => {
    if (numbers.has(entry)) return "result";
    if (isSetChanged) return "criteria";
    if (reports.length > 0 && (code === undefined || units.has(unit) || codesAbove.has(code))) return "evidence";
    return sameEngine ? "result" : "engine";
  };
}

/** A code and those of everything above it: `1.2.3`, `1.2`, `1`. */
function withAbove(code: string): readonly string[] {
  const parts = code.split(".");
  return parts.map((_, index) => parts.slice(0, index + 1).join("."));
}

function unitIn({ unit }: Standing["content"]): string {
  return isPlainObject(unit) ? textOf(unit.id) : "";
}

function differenceIssue(criteria: CriteriaSet, { unit, code, round, what, recorded, recomputed, cause, entry }: CausedDifference): Issue {
  const title = code === undefined ? undefined : criteria.nodes.get(code)?.title.vi;
  return issue(
    "resultDiffers",
    { what, ...(round === undefined ? {} : { round }), recorded, recomputed, cause },
    { ...(entry === 0 ? {} : { entry }), unit, ...(code === undefined ? {} : { code }), ...(title === undefined ? {} : { title }) },
  );
}
