import type { CriteriaSet } from "../criteria/criteriaSet";
import type { Round } from "../evidence/evidence";
import { applyQuota } from "../rank/applyQuota";
import type { Classification } from "../rank/classification";
import { classify } from "../rank/classify";
import { groupScores, type ScoreGroup } from "../rank/groupScores";
import { type Place, type Ranking, rank } from "../rank/rank";
import type { Score } from "../score/score";
import type { RoundScores } from "../score/scoreRounds";

/** The results of a round as papers about it read them: who is compared with whom, and each unit's place and grade. */
export interface RoundResults {
  readonly criteria: CriteriaSet;
  /** Every round's scores, and those that count. */
  readonly all: RoundScores;
  /** The scores that are compared, in the order of groups and units. */
  readonly groups: readonly (ScoreGroup & { readonly members: readonly Score[] })[];
  readonly ranking: Ranking;
  readonly placeOf: (score: Score) => Place | undefined;
  /** Of a set that grades. */
  readonly gradeOf: ((score: Score) => Classification | undefined) | undefined;
}

/** Ranks and grades the scores of a round, or those that count. */
export function roundResults(criteria: CriteriaSet, all: RoundScores, round?: Round): RoundResults {
  const compared = round === undefined ? all.counted : everyScore(all).filter((score) => score.round === round);
  const ranking = rank(criteria, compared);
  const places = new Map(
    ranking.groups.flatMap((group) => group.places.map((place) => [keyOf({ ...group, unit: place.unit }), place] as const)),
  );
  const grades = criteria.file.grading === undefined ? undefined : applyQuota(criteria, classify(criteria, compared)).classifications;
  const graded = new Map(grades?.map((one) => [keyOf(one), one]));
  return {
    criteria,
    all,
    groups: groupScores(criteria, compared, "group"),
    ranking,
    placeOf: (score) => places.get(keyOf(score)),
    gradeOf: grades === undefined ? undefined : (score) => graded.get(keyOf(score)),
  };
}

/** Scores as they are given to what makes papers: those of all rounds, or a list of which every one counts. */
export function asRounds(scores: RoundScores | readonly Score[]): RoundScores {
  return isList(scores) ? { rounds: scores, counted: scores } : scores;
}

/** Every score once. */
export function everyScore({ rounds, counted }: RoundScores): readonly Score[] {
  return [...new Set([...rounds, ...counted])];
}

function isList(scores: RoundScores | readonly Score[]): scores is readonly Score[] {
  return Array.isArray(scores);
}

function keyOf({ unit, period, round }: Pick<Score, "unit" | "period" | "round">): string {
  return JSON.stringify([unit.id, period, round]);
}
