import type { CriteriaSet } from "../criteria/criteriaSet";
import { listNodes } from "../criteria/tree";
import type { Round, Unit } from "../evidence/evidence";
import { attempt, type Result } from "../issue/result";
import { requireDistinctUnits, requireScores } from "../score/sameSet";
import type { NodeScore, Score } from "../score/score";
import { type Change, compareScores } from "./compareScores";

/** How one unit's score differs between two scorings of a cohort. */
export interface CohortChange {
  readonly unit: Unit;
  readonly period: string;
  readonly round: Round;
  /** `changed`: scored both times. `added`, `removed`: only the second time, or only the first. */
  readonly change: "changed" | "added" | "removed";
  /** The nodes that differ, in the order of the tree, the whole first; empty for what was added or removed. */
  readonly nodes: readonly Change[];
}

/**
 * Which units' scores differ between two scorings (đơn vị có điểm thay đổi), and where: after a late report, a correction or a
 * change of figures. Where leaves are compared across a group, one unit's figure moves others too; they are all here, and
 * whoever is not here has not moved by a digit.
 *
 * **Errors:** {@link ParError} when a score is of another set, or a unit has two scores of one period and round.
 *
 * @example
 * ```ts
 * import { compareCohorts, parseReports, scoreAll } from "par-index";
 * import { loadCriteria } from "par-index/node";
 *
 * const tiny = loadCriteria("example/tiny");
 * const report = (id: string, done: number) => ({
 *   unit: { id, name: id, group: "commune" }, period: "2021", round: "selfAssessed", items: { "1.2": { done, due: 1000 } },
 * });
 * const scored = (done: number) => scoreAll(tiny, parseReports(tiny, [report("a", 960), report("b", done)]));
 * compareCohorts(tiny, scored(950), scored(1000)).map(({ unit, nodes }) => [unit.id, nodes.map(({ code }) => code)]); // => [["b", ["total", "1", "1.2"]]]
 * ```
 */
export function compareCohorts(criteria: CriteriaSet, before: readonly Score[], after: readonly Score[]): readonly CohortChange[] {
  for (const scores of [before, after]) {
    requireScores(criteria, scores);
    requireDistinctUnits(scores);
  }
  const earlier = new Map(before.map((score) => [keyOf(score), score]));
  const later = new Set(after.map(keyOf));
  return [
    ...after.flatMap((score) => changeOf(criteria, earlier.get(keyOf(score)), score)),
    ...before.filter((score) => !later.has(keyOf(score))).map((score) => whole(score, "removed")),
  ];
}

/** {@link compareCohorts} that answers a {@link Result} and never throws. */
export function safeCompareCohorts(
  criteria: CriteriaSet,
  before: readonly Score[],
  after: readonly Score[],
): Result<readonly CohortChange[]> {
  return attempt(() => compareCohorts(criteria, before, after));
}

function changeOf(criteria: CriteriaSet, before: Score | undefined, after: Score): CohortChange[] {
  if (before === undefined) return [whole(after, "added")];
  const moved = movedCodes(before, after);
  const nodes = listNodes<Change>(compareScores(criteria, before, after)).filter(({ code }) => moved.has(code));
  return nodes.length === 0 ? [] : [{ ...whole(after, "changed"), nodes }];
}

/** Codes of the nodes whose exact points or states differ, even where the published digits are the same. */
function movedCodes(before: Score, after: Score): ReadonlySet<string> {
  const textOf = (node: NodeScore) => `${node.points} ${node.countedMax} ${node.children === undefined ? node.state : node.incomplete}`;
  const earlier = new Map(listNodes<NodeScore>(before.root).map((node) => [node.code, textOf(node)]));
  const moved = listNodes<NodeScore>(after.root).filter((node) => earlier.get(node.code) !== textOf(node));
  return new Set(moved.map(({ code }) => code));
}

function whole({ unit, period, round }: Score, change: CohortChange["change"]): CohortChange {
  return { unit, period, round, change, nodes: [] };
}

function keyOf({ unit, period, round }: Score): string {
  return JSON.stringify([unit.id, period, round]);
}
