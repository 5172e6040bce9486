import { type CriteriaNode, type CriteriaSet, type CriteriaTree, isLeaf, treeOf } from "../criteria/criteriaSet";
import { type EditionTree, type Match, matchCriteria } from "../criteria/matchCriteria";
import { fold, listNodes } from "../criteria/tree";
import type { Round, Unit } from "../evidence/evidence";
import type { Words } from "../issue/fields";
import { issue, totalCode } from "../issue/issue";
import { ParError } from "../issue/parError";
import { attempt, type Result } from "../issue/result";
import { requireSameSet } from "../score/sameSet";
import type { NodeScore, Score } from "../score/score";
import { pointsChange } from "./compareScores";
import { addsNothing, isComplete, type Refusal, refusalsOf, type YearNode } from "./refusal";

/** A unit's score of one year, with the set that it was scored by. */
export interface ScoredYear {
  readonly criteria: CriteriaSet;
  readonly score: Score;
}

/** What a year was scored by and when. */
export interface ComparedYear {
  readonly criteria: Score["criteria"];
  readonly period: string;
  readonly round: Round;
}

/** How one criterion's points changed from one year to another, or why that cannot be said; it has the shape and codes of the later set. */
export interface YearChange {
  readonly code: string;
  /** The code in the earlier set, where it was another. */
  readonly from?: string;
  readonly title: Words;
  /** Published points of each year; `null` where there are none, or not all of them yet. */
  readonly before: string | null;
  readonly after: string | null;
  /** Exact text, and `published` with the digits of the later set; `null` where the two are not alike. */
  readonly difference: string | null;
  readonly published: string | null;
  /** Why the two are not compared; empty where they are. */
  readonly refused: readonly Refusal[];
  readonly children: readonly YearChange[];
}

/** A criterion of the earlier set that the later one does not have. */
export interface RemovedCriterion {
  readonly code: string;
  readonly title: Words;
  readonly maxPoints: string;
  /** Its published points; `null` where there were none, or not all of them. */
  readonly before: string | null;
}

/** One unit's two years side by side. */
export interface YearsCompared {
  readonly unit: Unit;
  readonly before: ComparedYear;
  readonly after: ComparedYear;
  readonly root: YearChange;
  /** In the order of the earlier set. */
  readonly removed: readonly RemovedCriterion[];
}

/**
 * What changed for a unit from one year to another (so sánh hai năm), also where the criteria set was renumbered or amended in
 * between. Criteria are followed as `diffCriteria` follows them. Only like is compared with like: where a rule, a maximum, a
 * method, a reading or a policy differs, or points are missing, there is no difference, and `refused` says why. A branch is
 * compared only when all below it is, and nothing was removed from it: a partial sum never passes for the whole.
 *
 * **Exactness:** differences are of published or of exact points, as the later set says.
 * **Errors:** {@link ParError} when the scores are of two units, or a score is not of its set.
 *
 * @example
 * ```ts
 * import { compareYears, parseCriteria, parseEvidence, scoreUnit } from "par-index";
 * import { loadCriteria } from "par-index/node";
 *
 * const tiny = loadCriteria("example/tiny");
 * const { children: [first, second], ...rest } = tiny.file;
 * const renumbered = parseCriteria({ ...rest, id: "example/tiny-next", children: [{ ...second, code: "1" }, { ...first, code: "2", children: first?.children?.map((leaf) => ({ ...leaf, code: `2${leaf.code.slice(1)}` })) }] });
 * const unit = { id: "a", name: "Xã A", group: "commune" };
 * const year = (criteria: typeof tiny, items: object) => ({ criteria, score: scoreUnit(criteria, parseEvidence(criteria, { unit, period: "2021", round: "appraised", items })) });
 * const { root } = compareYears(
 *   year(tiny, { "1.1": { option: "late" }, "1.2": { done: 960, due: 1000 }, "2": { percent: "80" } }),
 *   year(renumbered, { "1": { percent: "85" }, "2.1": { option: "onTime" }, "2.2": { done: 960, due: 1000 } }),
 * );
 * root.children.map(({ from, code, published }) => [from, code, published]); // => [["2", "1", "0.20"], ["1", "2", "1.00"]]
 * ```
 */
export function compareYears(before: ScoredYear, after: ScoredYear): YearsCompared {
  requireSameSet(before.criteria, [before.score]);
  requireSameSet(after.criteria, [after.score]);
  requireSameUnit(before.score.unit, after.score.unit);
  const years = pairYears(before, after);
  return {
    unit: after.score.unit,
    before: yearOf(before.score),
    after: yearOf(after.score),
    root: fold<NodeScore, YearChange>(after.score.root, (node, children) => changeOf(years, node.code, children)),
    removed: removedFrom(years),
  };
}

/** {@link compareYears} that answers a {@link Result} and never throws. */
export function safeCompareYears(before: ScoredYear, after: ScoredYear): Result<YearsCompared> {
  return attempt(() => compareYears(before, after));
}

function requireSameUnit({ id: before }: Unit, { id: after }: Unit): void {
  if (before !== after) throw new ParError([issue("yearsOfTwoUnits", { before, after }, { unit: after })]);
}

function yearOf({ criteria, period, round }: Score): ComparedYear {
  return { criteria, period, round };
}

/** One year's tree and points, by code. */
interface Year {
  readonly criteria: CriteriaSet;
  readonly tree: CriteriaTree;
  readonly scores: ReadonlyMap<string, NodeScore>;
}

/** Two years, and which criteria of them are the same, by the code in the later one. */
interface PairedYears {
  readonly before: Year;
  readonly after: Year;
  readonly former: FormerCodes;
}

type FormerCodes = ReadonlyMap<string, { readonly code: string; readonly by: Match["by"] }>;

function pairYears(before: ScoredYear, after: ScoredYear): PairedYears {
  return { before: treeFor(before), after: treeFor(after), former: formerCodes(before, after) };
}

/** What was found for two sets, by the groups of the unit: all units of a group have the same criteria. */
const found = new WeakMap<CriteriaSet, WeakMap<CriteriaSet, Map<string, FormerCodes>>>();

function formerCodes(before: ScoredYear, after: ScoredYear): FormerCodes {
  const byLater = found.get(before.criteria) ?? new WeakMap<CriteriaSet, Map<string, FormerCodes>>();
  const byGroups = byLater.get(after.criteria) ?? new Map<string, FormerCodes>();
  found.set(before.criteria, byLater);
  byLater.set(after.criteria, byGroups);
  const groups = JSON.stringify([before.score.unit.group, after.score.unit.group]);
  const codes = byGroups.get(groups) ?? matchedCodes(before, after);
  byGroups.set(groups, codes);
  return codes;
}

function matchedCodes(before: ScoredYear, after: ScoredYear): FormerCodes {
  const matches = matchCriteria(editionTree(before), editionTree(after));
  const former = matches.map((match) => [match.after.code, { code: match.before.code, by: match.by }] as const);
  return new Map([[totalCode, { code: totalCode, by: "formerly" }], ...former]);
}

function editionTree({ criteria, score: { unit } }: ScoredYear): EditionTree {
  return { id: criteria.file.id, root: treeOf(criteria, unit.group).root.node, groups: [unit.group] };
}

function treeFor({ criteria, score }: ScoredYear): Year {
  const scores = new Map(listNodes<NodeScore>(score.root).map((node) => [node.code, node]));
  return { criteria, tree: treeOf(criteria, score.unit.group), scores };
}

/** A criterion of a year, with its points. */
function nodeIn({ criteria, tree, scores }: Year, code: string): YearNode {
  return { criteria, node: tree.nodes.get(code) as CriteriaNode, score: scores.get(code) as NodeScore };
}

function changeOf(years: PairedYears, code: string, children: readonly YearChange[]): YearChange {
  const after = nodeIn(years.after, code);
  const former = years.former.get(code);
  const { title } = after.node;
  if (former === undefined) {
    const none = { before: null, after: pointsOf(after), difference: null, published: null };
    return { code, title, ...none, refused: [{ reason: "added" }], children };
  }
  const before = nodeIn(years.before, former.code);
  const refused = [...refusalsOf(before, after, former.by), ...childrenRefusal(years, before.node, children)];
  return {
    code,
    ...(former.code === code ? {} : { from: former.code }),
    title,
    before: pointsOf(before),
    after: pointsOf(after),
    ...(refused.length === 0 ? pointsChange(after.criteria, before.score, after.score) : { difference: null, published: null }),
    refused,
    children,
  };
}

function pointsOf({ score }: Pick<YearNode, "score">): string | null {
  return isComplete(score) ? score.published : null;
}

/** What keeps two branches from being compared: children that are not, that came from elsewhere, or that are gone. */
function childrenRefusal({ before, after, former }: PairedYears, branch: CriteriaNode, children: readonly YearChange[]): Refusal[] {
  const earlier = childCodes(branch);
  const formerCode = ({ code }: YearChange) => former.get(code)?.code;
  const stayed = children.filter((child) => earlier.some((code) => code === formerCode(child)));
  const adds = (year: Year, code: string | undefined) => code !== undefined && !addsNothing(nodeIn(year, code).score);
  const refused = children
    .filter((child) => child.refused.length > 0 || !stayed.includes(child))
    .filter((child) => adds(after, child.code) || adds(before, formerCode(child)));
  const gone = earlier.filter((code) => adds(before, code) && !stayed.some((child) => formerCode(child) === code));
  return refused.length === 0 && gone.length === 0 ? [] : [{ reason: "childrenDiffer", refused: refused.map(({ code }) => code), gone }];
}

function childCodes(node: CriteriaNode): readonly string[] {
  return isLeaf(node) ? [] : node.children.map(({ code }) => code);
}

function removedFrom({ before, former }: PairedYears): readonly RemovedCriterion[] {
  const kept = new Set([...former.values()].map(({ code }) => code));
  return [...before.tree.nodes.keys()]
    .filter((code) => !kept.has(code))
    .map((code) => {
      const { node, score } = nodeIn(before, code);
      return { code, title: node.title, maxPoints: node.node.maxPoints, before: pointsOf({ score }) };
    });
}
