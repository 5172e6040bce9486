import { rootOf } from "../criteria/criteriaSet";
import { listNodes } from "../criteria/tree";
import { isPlainObject } from "../issue/fields";
import { issue } from "../issue/issue";
import { ParError } from "../issue/parError";
import { attempt, type Result } from "../issue/result";
import { canonicalText } from "./canonicalText";
import { type Digest, digestOf } from "./digest";
import type { AdoptedCriteria, Engine } from "./entry";
import { namedPoints, type RecordedGrade, type RecordedPoints, type RecordedScore } from "./recordedScore";
import { adoptedIn } from "./replay";
import { aboutOf, type Standing, standingOf } from "./standing";
import { readSealedLines, verifyLines } from "./verifyTrail";

/** A value before and after; none where there was no such thing. */
interface BeforeAfter<T = string> {
  readonly before: T | null;
  readonly after: T | null;
}

/**
 * Why a figure moved: the criterion or a policy of the set reads otherwise (`criteria`), the unit's own evidence differs
 * (`evidence`), the units it is compared with differ (`others`), another engine computed it (`engine`); `none` where none of
 * these explains it, which calls for a replay.
 */
export type ChangeCause = "criteria" | "evidence" | "others" | "engine" | "none";

/** What moved in one criterion of a unit. */
export interface CriterionChange extends BeforeAfter {
  readonly code: string;
  readonly title: string;
  readonly cause: ChangeCause;
}

/** What moved for one unit: in points, place and grade. */
export interface UnitChange {
  readonly unit: string;
  readonly period: string;
  readonly round: string;
  readonly published: BeforeAfter;
  readonly rank: BeforeAfter<number>;
  readonly grade: BeforeAfter;
  /** Leaves whose points or state moved, in the order of the set. */
  readonly criteria: readonly CriterionChange[];
  /** Why the place or grade moved where no criterion of the unit did. */
  readonly cause: ChangeCause;
}

/** What differs between two sealed rounds (so sánh hai hồ sơ). */
export interface SealedDiff {
  readonly criteria: { readonly before: Digest; readonly after: Digest };
  readonly engine: { readonly before: Engine | null; readonly after: Engine | null };
  readonly units: readonly UnitChange[];
  /** Units of which no digit moved. */
  readonly unchanged: number;
}

/**
 * What changed between two sealed records of a round, as they stand: by unit and criterion, in points, place and grade, and
 * why. It compares what the records say came out; `replay` says whether that is so.
 *
 * **Errors:** {@link ParError} when one of the records does not hold.
 *
 * @example
 * ```ts
 * import { parseReports } from "par-index";
 * import { diffSealed, linesOf, seal } from "par-index/audit";
 * import { loadCriteria } from "par-index/node";
 *
 * const criteria = loadCriteria("example/tiny");
 * const lines = (done: number) => {
 *   const unit = { id: "a", name: "Xã A", group: "commune" };
 *   const reports = parseReports(criteria, [{ unit, period: "2021", round: "appraised", items: { "1.2": { done, due: 1000 } } }]);
 *   const file = seal({ criteria, reports, recordedBy: "Sở Nội vụ", recordedAt: "2021-12-20", secret: "an example, not secret at all" });
 *   return linesOf(new TextEncoder().encode(file));
 * };
 * const [a] = diffSealed(lines(955), lines(950)).units;
 * a?.criteria.map(({ code, before, after, cause }) => [code, before, after, cause]); // => [["1.2", "3.82", "3.8", "evidence"]]
 * ```
 */
export function diffSealed(before: Iterable<Uint8Array>, after: Iterable<Uint8Array>): SealedDiff {
  const [was, is] = [roundIn(before), roundIn(after)];
  const units = [...new Set([...was.results.keys(), ...is.results.keys()])];
  const causeOf = causesBetween(was, is);
  const changes = units.flatMap((key) => unitChanges(was.results.get(key), is.results.get(key), is, causeOf));
  return {
    criteria: { before: was.digest, after: is.digest },
    engine: { before: was.engine, after: is.engine },
    units: changes.filter(isMoved),
    unchanged: changes.filter((change) => !isMoved(change)).length,
  };
}

/** {@link diffSealed} that answers a {@link Result} and never throws. */
export function safeDiffSealed(before: Iterable<Uint8Array>, after: Iterable<Uint8Array>): Result<SealedDiff> {
  return attempt(() => diffSealed(before, after));
}

/** A unit's result and grade of one period. */
interface UnitResult {
  readonly score?: RecordedScore;
  readonly grade?: RecordedGrade;
}

/** A sealed round as it stands. */
interface SealedRound {
  readonly digest: Digest;
  readonly engine: Engine | null;
  /** The text of each node of the set by itself, and of everything else in it. */
  readonly nodes: ReadonlyMap<string, { readonly text: string; readonly title: string; readonly order: number }>;
  readonly policies: string;
  /** What each unit reported for each leaf in all rounds: by unit, period and code. */
  readonly items: ReadonlyMap<string, string>;
  readonly results: ReadonlyMap<string, UnitResult>;
}

function roundIn(lines: Iterable<Uint8Array>): SealedRound {
  const read = [...readSealedLines(lines)];
  const { holds, issues } = verifyLines(read);
  if (!holds) throw new ParError(issues);
  const standing = standingOf(read.flatMap(({ entry }) => (entry === undefined ? [] : [entry])));
  const adopted = adoptedIn(standing);
  if (adopted === undefined) throw new ParError([issue("criteriaNotRecorded", {})]);
  return { ...setOf(adopted), items: itemsIn(standing), ...resultsIn(standing) };
}

function setOf({ file }: AdoptedCriteria): Pick<SealedRound, "digest" | "nodes" | "policies"> {
  const { children: _, ...rest } = file;
  const nodes = listNodes(rootOf(file)).map(
    ({ children: _below, ...own }, order) => [own.code, { text: canonicalText(own), title: own.title.vi, order }] as const,
  );
  return { digest: digestOf(file), nodes: new Map(nodes), policies: canonicalText([rest.policies, rest.grading ?? false]) };
}

function itemsIn(standing: readonly Standing[]): SealedRound["items"] {
  const items = new Map<string, string>();
  for (const { content } of standing) {
    if (!isPlainObject(content.items) || !isPlainObject(content.unit)) continue;
    for (const [code, item] of Object.entries(content.items)) {
      const key = JSON.stringify([content.unit.id, content.period, code]);
      items.set(key, `${items.get(key) ?? ""}${canonicalText([content.round, content.appraiser ?? "", item])}`);
    }
  }
  return items;
}

function resultsIn(standing: readonly Standing[]): Pick<SealedRound, "results" | "engine"> {
  const results = new Map<string, UnitResult>();
  let engine: Engine | null = null;
  for (const { kind, content } of standing) {
    if (kind !== "scored" && kind !== "graded") continue;
    const result = content as unknown as RecordedScore & RecordedGrade;
    const key = aboutOf("scored", content);
    results.set(key, { ...results.get(key), ...(kind === "scored" ? { score: result } : { grade: result }) });
    engine = result.engine;
  }
  return { results, engine };
}

type CauseOf = (unit: string, period: string, code: string | null) => ChangeCause;

/** Tells why a leaf of a unit moved; without a code, why its place or grade did although none of its leaves moved. */
function causesBetween(was: SealedRound, is: SealedRound): CauseOf {
  const isSetChanged = was.policies !== is.policies;
  const moved = new Set([...was.items.keys(), ...is.items.keys()].filter((key) => was.items.get(key) !== is.items.get(key)));
  const codes = new Set([...moved].map((key) => JSON.parse(key)[2] as string));
  const isOtherEngine = was.engine !== null && is.engine !== null && canonicalText(was.engine) !== canonicalText(is.engine);
  return (unit, period, code) => {
    if (isSetChanged || (code !== null && was.nodes.get(code)?.text !== is.nodes.get(code)?.text)) return "criteria";
    if (code !== null && moved.has(JSON.stringify([unit, period, code]))) return "evidence";
    if (code === null ? moved.size > 0 || was.results.size !== is.results.size : codes.has(code)) return "others";
    return isOtherEngine ? "engine" : "none";
  };
}

function isMoved({ published, rank, grade, criteria }: UnitChange): boolean {
  return criteria.length > 0 || [published, rank, grade].some(({ before, after }) => before !== after);
}

/** What moved for a unit, in each round that is ranked. */
function unitChanges(
  was: UnitResult | undefined,
  is: UnitResult | undefined,
  { nodes }: SealedRound,
  causeOf: CauseOf,
): readonly UnitChange[] {
  const [before, after] = [was?.score, is?.score];
  const { unit, period } = after ?? before ?? { unit: { id: "" }, period: "" };
  const rounds = new Set([...Object.keys(before?.places ?? {}), ...Object.keys(after?.places ?? {})]) as Set<keyof RecordedScore["places"]>;
  return [...rounds].map((round) => {
    const codes = [...new Set([...Object.keys(before?.leaves ?? {}), ...Object.keys(after?.leaves ?? {})])].sort(
      (a, b) => (nodes.get(a)?.order ?? 0) - (nodes.get(b)?.order ?? 0),
    );
    const criteria = codes.flatMap((code): CriterionChange[] => {
      const [earlier, later] = [before?.leaves[code]?.[round], after?.leaves[code]?.[round]];
      if (canonicalText(earlier ?? "") === canonicalText(later ?? "")) return [];
      const title = nodes.get(code)?.title ?? code;
      return [{ code, title, before: shown(earlier), after: shown(later), cause: causeOf(unit.id, period, code) }];
    });
    return {
      unit: unit.id,
      period,
      round,
      published: { before: before?.total[round]?.published ?? null, after: after?.total[round]?.published ?? null },
      rank: { before: before?.places[round]?.rank ?? null, after: after?.places[round]?.rank ?? null },
      grade: { before: was?.grade?.grades[round]?.grade ?? null, after: is?.grade?.grades[round]?.grade ?? null },
      criteria,
      cause: criteria[0]?.cause ?? causeOf(unit.id, period, null),
    };
  });
}

/** A leaf's points, or what became of it where it has none. */
function shown(recorded: RecordedPoints | undefined): string | null {
  if (recorded === undefined) return null;
  const { points, state } = namedPoints(recorded);
  return state === undefined || state === "nothingDue" ? points : state;
}
