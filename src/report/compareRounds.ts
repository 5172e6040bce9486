import { type CriteriaSet, treeOf } from "../criteria/criteriaSet";
import { type ReportedRound, rounds } from "../criteria/policies";
import { fold, listNodes, type Tree } from "../criteria/tree";
import { appraisersOf } from "../evidence/appraisers";
import type { Round, SupportingDocument } from "../evidence/evidence";
import { isUnitsRound } from "../evidence/roundsHeld";
import { issue } from "../issue/issue";
import { ParError } from "../issue/parError";
import { attempt, type Result } from "../issue/result";
import { hasPoints } from "../score/nodeScore";
import { requireDistinctUnits, requireScores } from "../score/sameSet";
import type { NodeScore, Score } from "../score/score";
import { type Change, compareScores, isChange } from "./compareScores";

/** One node through the rounds (điểm qua các vòng): the points of each, and who changed what; it has the tree's shape. */
export interface NodeRounds {
  readonly code: string;
  /** Published points by round; `null` where a round has none. */
  readonly points: Readonly<Partial<Record<Round, string | null>>>;
  /** The round that counts for a leaf. */
  readonly counts?: ReportedRound;
  readonly changes: readonly RoundChange[];
  readonly children: readonly NodeRounds[];
}

/** What one round changed against the round before it. */
export interface RoundChange {
  readonly from: Round;
  readonly to: Round;
  readonly before: string | null;
  readonly after: string | null;
  /** Published points after less those before; `null` where one side has none. */
  readonly difference: string | null;
  /** Id of the agency that appraises the node, where the set names one and the round is an appraisal. */
  readonly appraiser?: string;
  readonly reason?: string;
  readonly documents?: readonly SupportingDocument[];
}

/**
 * A unit's rounds side by side (so sánh các vòng), node by node: the points of each round, which of them counts, and for every
 * change by how much, by which appraiser, for what reason and on which document. `scores` are one unit's, of one period.
 *
 * **Errors:** {@link ParError} when they are of several units, groups or periods, two of one round, or of another set.
 *
 * @example
 * ```ts
 * import { compareRounds, parseReports, scoreRounds } from "par-index";
 * import { loadCriteria } from "par-index/node";
 *
 * const criteria = loadCriteria("example/rounds");
 * const unit = { id: "a", name: "Sở A" };
 * const { rounds, counted } = scoreRounds(criteria, parseReports(criteria, [
 *   { unit, period: "2021", round: "selfAssessed", items: { "1": { done: 20, due: 20 } } },
 *   { unit, period: "2021", round: "appraised", items: { "1": { done: 17, due: 20, reason: "3 hồ sơ trả muộn" } } },
 * ]));
 * const [leaf] = compareRounds(criteria, [...rounds, ...counted]).children;
 * leaf?.points; // => { selfAssessed: "10.00", appraised: "8.50", counted: "8.50" }
 * leaf?.changes.map(({ difference, appraiser, reason }) => [difference, appraiser, reason]); // => [["-1.50", "homeAffairs", "3 hồ sơ trả muộn"]]
 * ```
 */
export function compareRounds(criteria: CriteriaSet, scores: readonly Score[]): NodeRounds {
  requireScores(criteria, scores);
  requireOneUnit(scores);
  requireDistinctUnits(scores);
  const [first] = scores as readonly [Score];
  const ordered = inOrder(criteria, scores).map((score) => ({ score, nodes: byCode<NodeScore>(score.root) }));
  const steps = ordered.slice(1).flatMap((after, index): Step[] => {
    const before = ordered[index];
    if (before === undefined || after.score.round === "counted") return [];
    return [{ before: before.score.round, after, changes: byCode<Change>(compareScores(criteria, before.score, after.score)) }];
  });
  const counted = ordered.find(({ score }) => score.round === "counted");
  const appraisers = appraisersOf(treeOf(criteria, first.unit.group));
  return fold<NodeScore, NodeRounds>(first.root, ({ code }, children) => {
    const leaf = counted?.nodes.get(code);
    return {
      code,
      points: Object.fromEntries(ordered.map(({ score, nodes }) => [score.round, publishedAt(nodes.get(code))])),
      ...(leaf?.children === undefined && leaf?.origin !== undefined ? { counts: leaf.origin } : {}),
      changes: steps.flatMap((step) => changeAt(criteria, code, step, appraisers)),
      children,
    };
  });
}

/** One unit's score of one round, with its nodes by code. */
interface RoundScore {
  readonly score: Score;
  readonly nodes: ReadonlyMap<string, NodeScore>;
}

/** From one round to the next. */
interface Step {
  readonly before: Round;
  readonly after: RoundScore;
  readonly changes: ReadonlyMap<string, Change>;
}

/** {@link compareRounds} that answers a {@link Result} and never throws. */
export function safeCompareRounds(criteria: CriteriaSet, scores: readonly Score[]): Result<NodeRounds> {
  return attempt(() => compareRounds(criteria, scores));
}

function requireOneUnit(scores: readonly Score[]): void {
  const [first, ...others] = scores;
  if (first === undefined) throw new ParError([issue("tooFew", { least: "1" })]);
  const expected = whose(first);
  const strangers = others.filter((score) => whose(score) !== expected);
  if (strangers.length > 0) {
    throw new ParError(strangers.map((score) => issue("otherUnit", { expected, received: whose(score) }, { unit: score.unit.id })));
  }
}

function whose({ unit: { id, group }, period }: Score): string {
  return `${id}, ${group}, ${period}`;
}

/** Scores in the order in which the set holds its rounds, or rounds follow each other, what counts last. */
function inOrder({ file }: CriteriaSet, scores: readonly Score[]): readonly Score[] {
  const held: readonly Round[] = [...(file.policies.rounds?.list.map(({ id }) => id) ?? rounds), "counted"];
  return [...scores].sort((a, b) => held.indexOf(a.round) - held.indexOf(b.round));
}

function byCode<N extends Tree<N> & { readonly code: string }>(root: N): ReadonlyMap<string, N> {
  return new Map(listNodes<N>(root).map((node) => [node.code, node]));
}

function publishedAt(node: NodeScore | undefined): string | null {
  return node !== undefined && hasPoints(node) ? node.published : null;
}

/** The change of one node from one round to the next, if there is one. */
function changeAt(
  criteria: CriteriaSet,
  code: string,
  { before, after, changes }: Step,
  appraisers: ReadonlyMap<string, string>,
): RoundChange[] {
  const change = changes.get(code);
  if (change === undefined || !isChange(change)) return [];
  const node = after.nodes.get(code);
  const { reason, documents } = node?.children === undefined ? (node ?? {}) : {};
  const appraiser = isUnitsRound(criteria, after.score.round) ? undefined : appraisers.get(code);
  return [
    {
      from: before,
      to: after.score.round,
      before: change.before,
      after: change.after,
      difference: change.published,
      ...(appraiser === undefined ? {} : { appraiser }),
      ...(reason === undefined ? {} : { reason }),
      ...(documents === undefined ? {} : { documents }),
    },
  ];
}
