import type { CriteriaSet, Leaf } from "../criteria/criteriaSet";
import type { Evidence, Round } from "../evidence/evidence";
import { figuresOf } from "../evidence/readItem";
import { exactText, fromExactText } from "../exact/decimal";
import type { Bilingual } from "../exact/formatNumber";
import { subtract } from "../exact/ratio";
import { round as rounded } from "../exact/rounding";
import type { Words } from "../issue/fields";
import { attempt, type Result } from "../issue/result";
import { explain } from "../report/explain";
import type { Figure } from "../rules/ruleKind";
import { nodeScore } from "../score/nodeScore";
import type { Score } from "../score/score";
import { changedItems, type FigureChanges } from "./changedItems";
import { allScores, type UnitCase, type UnitChoice, unitCase, withItems } from "./unitCase";
import { type UnitOutcome, unitOutcomes } from "./unitOutcome";
import { leafSentence, outcomeSentence } from "./whatIfWords";

/** What a unit would come to with other figures (tình huống giả định), and why, leaf by leaf. */
export interface WhatIf {
  readonly period: string;
  readonly round: Round;
  readonly before: UnitOutcome;
  readonly after: UnitOutcome;
  /** Of the points of the total, exact and as published. */
  readonly difference: string;
  readonly published: string;
  /** Leaves of the unit whose points differ or whose figures were changed, in the order of the tree. */
  readonly leaves: readonly LeafDifference[];
  /** Other units whose rank, grade or published value is another then. */
  readonly others: readonly OtherOutcome[];
  readonly sentence: Bilingual;
}

/** One leaf with the figures that stand, and with the others: a flat row but for the last three. */
export interface LeafDifference {
  readonly code: string;
  readonly title: Words;
  readonly before: string;
  readonly after: string;
  readonly difference: string;
  readonly figures: readonly FigureMove[];
  /** How the leaf comes to its points then, a line each. */
  readonly steps: readonly Bilingual[];
  readonly sentence: Bilingual;
}

/** A figure as it stands, and as it would be; `null` where there is none. */
export interface FigureMove {
  readonly figure: string;
  readonly from: Figure | null;
  readonly to: Figure | null;
}

export interface OtherOutcome {
  readonly before: UnitOutcome;
  readonly after: UnitOutcome;
}

/**
 * What a unit would come to if some of its figures were others (tình huống giả định): total, rank and grade then, the difference
 * explained leaf by leaf, and whom else it moves. The other units' figures stay as they are; units that are compared with it may
 * still score otherwise. Under a set that holds rounds it is what counts that is changed.
 *
 * **Exactness:** everything is scored anew, exactly; nothing is carried over from before.
 * **Errors:** {@link ParError} when there is no such report or more than one, or with all that is wrong with the changes.
 *
 * @example
 * ```ts
 * import { parseReports } from "par-index";
 * import { whatIf } from "par-index/analysis";
 * import { loadCriteria } from "par-index/node";
 *
 * const tiny = loadCriteria("example/tiny");
 * const report = (id: string, done: number) => ({
 *   unit: { id, name: `Xã ${id.toUpperCase()}`, group: "commune" }, period: "2021", round: "appraised",
 *   items: { "1.1": { option: "onTime" }, "1.2": { done, due: 1000 }, "2": { percent: "80" } },
 * });
 * const reports = parseReports(tiny, [report("a", 938), report("b", 960)]);
 * const { before, after, difference, leaves } = whatIf(tiny, reports, { unit: "a" }, { "1.2": { done: 970 } });
 * [before.rank, after.rank, difference]; // => [2, 1, "3.88"]
 * leaves.map(({ code, figures }) => [code, figures]); // => [["1.2", [{ figure: "done", from: 938, to: 970 }]]]
 * ```
 */
export function whatIf(criteria: CriteriaSet, reports: readonly Evidence[], choice: UnitChoice, changes: FigureChanges): WhatIf {
  const unit = unitCase(criteria, reports, choice);
  return compareCases(unit, withItems(unit, changedItems(unit, changes)));
}

/** {@link whatIf} that answers a {@link Result} and never throws. */
export function safeWhatIf(
  criteria: CriteriaSet,
  reports: readonly Evidence[],
  choice: UnitChoice,
  changes: FigureChanges,
): Result<WhatIf> {
  return attempt(() => whatIf(criteria, reports, choice, changes));
}

/** The difference between a case as it stands and with other items. */
export function compareCases(before: UnitCase, after: UnitCase): WhatIf {
  const { criteria, report } = before;
  const [earlier, later] = [before, after].map((one) => unitsOf(one)) as [Units, Units];
  const difference = subtract(fromExactText(later.score.points), fromExactText(earlier.score.points));
  const compared = {
    period: report.period,
    round: report.round,
    before: earlier.outcome,
    after: later.outcome,
    difference: exactText(difference),
    published: rounded(difference, criteria.file.policies.rounding),
    leaves: before.tree.leaves.flatMap((leaf) => leafDifference(before, after, leaf, earlier.score, later.score)),
    others: earlier.others.flatMap((outcome) => otherOutcome(outcome, later.others)),
  };
  return { ...compared, sentence: outcomeSentence(compared) };
}

interface Units {
  readonly score: Score;
  readonly outcome: UnitOutcome;
  readonly others: readonly UnitOutcome[];
}

function unitsOf(unit: UnitCase): Units {
  const scores = allScores(unit);
  const outcomes = unitOutcomes(unit.criteria, scores);
  const own = scores.findIndex((score) => score.unit.id === unit.report.unit.id);
  return { score: scores[own] as Score, outcome: outcomes[own] as UnitOutcome, others: outcomes.filter((_, index) => index !== own) };
}

function otherOutcome(before: UnitOutcome, outcomes: readonly UnitOutcome[]): readonly OtherOutcome[] {
  const after = outcomes.find(({ unit }) => unit.id === before.unit.id) ?? before;
  const same = before.rank === after.rank && before.published === after.published && before.grade?.id === after.grade?.id;
  return same ? [] : [{ before, after }];
}

function leafDifference(before: UnitCase, after: UnitCase, leaf: Leaf, earlier: Score, later: Score): readonly LeafDifference[] {
  const { code, title } = leaf;
  const figures = figureMoves(before.report.items[code], after.report.items[code]);
  const points = [earlier, later].map((score) => nodeScore(score, code)?.points ?? "0") as [string, string];
  if (figures.length === 0 && points[0] === points[1]) return [];
  const difference = exactText(subtract(fromExactText(points[1]), fromExactText(points[0])));
  const row = { code, title, before: points[0], after: points[1], difference, figures };
  const [vi, en] = (["vi", "en"] as const).map((language) => explain(before.criteria, later, code, language).steps);
  const steps = (vi ?? []).map((line, index) => ({ vi: line, en: en?.[index] ?? line }));
  return [{ ...row, steps, sentence: leafSentence(row, leaf.fields) }];
}

type Item = Evidence["items"][string] | undefined;

function figureMoves(before: Item, after: Item): readonly FigureMove[] {
  const [from, to] = [figuresOf(before) ?? {}, figuresOf(after) ?? {}];
  const keys = [...new Set([...Object.keys(from), ...Object.keys(to)])];
  return keys.filter((key) => from[key] !== to[key]).map((key) => ({ figure: key, from: from[key] ?? null, to: to[key] ?? null }));
}
