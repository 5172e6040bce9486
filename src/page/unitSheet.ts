import type { CausedDifference, Replay } from "../audit/replay";
import { type CriteriaNode, treeOf } from "../criteria/criteriaSet";
import { rounds as roundsInOrder } from "../criteria/policies";
import { fold, listNodes } from "../criteria/tree";
import type { Round } from "../evidence/evidence";
import type { Language } from "../exact/formatNumber";
import { wordsIn } from "../issue/fields";
import { totalCode } from "../issue/issue";
import { type Explanation, explain, roundTitle } from "../report/explain";
import { explainGrade } from "../report/explainGrade";
import { stateWords } from "../report/explainWords";
import { hasPoints, nodeScore } from "../score/nodeScore";
import type { NodeScore, Score } from "../score/score";
import { classifications, keyOf, type UnitResult } from "./unitResult";

/** A unit's sheet (phiếu điểm): every criterion with its points by round, and why; in one language. */
export interface UnitSheet {
  readonly unit: UnitResult;
  /** The rounds, in the order in which they are held; the last is the one explained. */
  readonly rounds: readonly { readonly round: Round; readonly title: string }[];
  readonly rows: readonly SheetRow[];
  /** Why the unit has its grade, step by step; none where the set does not grade. */
  readonly grade: readonly string[];
}

/** A node of the tree. */
export interface SheetRow {
  readonly code: string;
  readonly title: string;
  /** How far below the whole it is. */
  readonly level: number;
  readonly isLeaf: boolean;
  readonly maxPoints: string;
  /** By round, as in the heading: published points, or why there are none. */
  readonly cells: readonly SheetCell[];
  readonly steps: readonly string[];
  readonly basis: readonly string[];
}

export interface SheetCell {
  readonly points?: string;
  /** Why there are no points. */
  readonly state?: string;
  /** The points that the record says, where they are others. */
  readonly recorded?: string;
}

/** The sheet of a unit in a record that was recomputed. */
export function unitSheet({ criteria, scores, differences }: Replay, unit: UnitResult, language: Language): UnitSheet | undefined {
  if (criteria === undefined || scores === undefined) return undefined;
  const counted = scores.counted.find((score) => score.unit.id === unit.id && score.period === unit.period && score.round === unit.round);
  if (counted === undefined) return undefined;
  const columns = columnsOf(scores.rounds, counted);
  const own = differences.filter((one) => one.unit === unit.id && one.period === unit.period && one.what === "points");
  const why = new Map(listNodes<Explanation>(explain(criteria, counted, totalCode, language)).map((one) => [one.code, one]));
  const { root } = treeOf(criteria, counted.unit.group);
  const rows = fold<CriteriaNode, SheetRow[]>(root, (node, below) => {
    const row: SheetRow = {
      code: node.code,
      title: wordsIn(node.title, language),
      level: 0,
      isLeaf: node.children === undefined,
      maxPoints: node.node.maxPoints,
      cells: columns.map((score) => cellOf(score, node.code, own, language)),
      steps: why.get(node.code)?.steps ?? [],
      basis: why.get(node.code)?.basis ?? [],
    };
    return [row, ...below.flat().map((one) => ({ ...one, level: one.level + 1 }))];
  });
  const graded = classifications(criteria, scores.counted).find((one) => keyOf(one) === keyOf(counted));
  return {
    unit,
    rounds: columns.map(({ round }) => ({ round, title: roundTitle(criteria, round, language) })),
    rows,
    grade: graded === undefined ? [] : explainGrade(criteria, graded, language).steps,
  };
}

/** The unit's scores of its rounds in order, and what counts in the end. */
function columnsOf(scored: readonly Score[], counted: Score): readonly Score[] {
  const own = scored.filter(({ unit, period }) => unit.id === counted.unit.id && period === counted.period);
  if (own.includes(counted)) return [counted];
  return [...roundsInOrder.flatMap((round) => own.filter((score) => score.round === round)), counted];
}

function cellOf(score: Score, code: string, differences: readonly CausedDifference[], language: Language): SheetCell {
  const node = nodeScore(score, code);
  const differs = differences.find((one) => (one.code ?? totalCode) === code && one.round === score.round);
  const recorded = differs === undefined ? {} : { recorded: differs.recorded };
  if (node === undefined) return recorded;
  return hasPoints(node) ? { points: node.published, ...recorded } : { state: stateOf(node, language), ...recorded };
}

/** Why a node has no points, in words. */
function stateOf(node: NodeScore, language: Language): string {
  return stateWords[node.children === undefined && node.state !== "scored" ? node.state : "missing"][language];
}
