import type { CriteriaFile } from "../criteria/criteriaFile";
import { type CriteriaSet, treeOf } from "../criteria/criteriaSet";
import { fold } from "../criteria/tree";
import { attempt, type Result } from "../issue/result";
import { hasPoints } from "../score/nodeScore";
import { requireScores } from "../score/sameSet";
import type { NodeScore, Score } from "../score/score";

/** One node of one unit's score as a flat row, for a spreadsheet or a data frame. Points are exact text; `published` is rounded. */
export interface ScoreRow {
  readonly criteria: string;
  readonly revision: number;
  /** `reconstruction` and `example` are not the official set: keep the column with the numbers. */
  readonly status: CriteriaFile["status"];
  readonly unit: string;
  readonly unitName: string;
  readonly group: string;
  readonly period: string;
  readonly round: string;
  readonly code: string;
  readonly title: string;
  /** 0 is the total, 1 an area. */
  readonly level: number;
  readonly method: string;
  /** State of a leaf; `sum` for a branch, `incomplete` for one with leaves that have no points yet. */
  readonly state: string;
  readonly points: string;
  readonly published: string;
  readonly maxPoints: string;
  readonly countedMax: string;
}

/**
 * Scores as rows (dạng bảng dài), one for each unit and node, in the order of the scores and of the tree.
 * A leaf without figures, and a branch of such leaves, has empty points, so that nobody's software can take it for a zero.
 *
 * **Errors:** {@link ParError} when a score is of another set.
 *
 * @example
 * ```ts
 * import { parseEvidence, scoreUnit, toRows } from "par-index";
 * import { loadCriteria } from "par-index/node";
 *
 * const tiny = loadCriteria("example/tiny");
 * const score = scoreUnit(tiny, parseEvidence(tiny, {
 *   unit: { id: "a", name: "Xã A", group: "commune" }, period: "2021", round: "selfAssessed", items: { "1.1": { option: "late" } },
 * }));
 * toRows(tiny, [score]).map(({ code, state, points }) => [code, state, points]); // => [["total", "incomplete", "1"], ["1", "incomplete", "1"], ["1.1", "scored", "1"], ["1.2", "missing", ""], ["2", "missing", ""]]
 * ```
 */
export function toRows(criteria: CriteriaSet, scores: readonly Score[]): readonly ScoreRow[] {
  requireScores(criteria, scores);
  return scores.flatMap((score) => rowsOf(criteria, score));
}

/** {@link toRows} that answers a {@link Result} and never throws. */
export function safeToRows(criteria: CriteriaSet, scores: readonly Score[]): Result<readonly ScoreRow[]> {
  return attempt(() => toRows(criteria, scores));
}

function rowsOf(criteria: CriteriaSet, score: Score): ScoreRow[] {
  const { unit, period, round } = score;
  const { nodes } = treeOf(criteria, unit.group);
  const shared = {
    criteria: score.criteria.id,
    revision: score.criteria.revision,
    status: score.criteria.status,
    unit: unit.id,
    unitName: unit.name,
    group: unit.group,
    period,
    round,
  };
  return fold<NodeScore, ScoreRow[]>(score.root, (node, children) => {
    const { title, node: file } = nodes.get(node.code) ?? {};
    const empty = !hasPoints(node);
    const own: ScoreRow = {
      ...shared,
      code: node.code,
      title: title?.vi ?? "",
      level: 0,
      method: file?.method ?? "",
      state: stateOf(node),
      points: empty ? "" : node.points,
      published: empty ? "" : node.published,
      maxPoints: node.maxPoints,
      countedMax: node.countedMax,
    };
    return [own, ...children.flat().map((row) => ({ ...row, level: row.level + 1 }))];
  });
}

function stateOf(node: NodeScore): string {
  if (node.children === undefined) return node.state;
  return node.incomplete > 0 ? "incomplete" : "sum";
}
