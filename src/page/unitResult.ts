import type { Replay } from "../audit/replay";
import type { CriteriaSet } from "../criteria/criteriaSet";
import type { Round } from "../evidence/evidence";
import type { Words } from "../issue/fields";
import { applyQuota } from "../rank/applyQuota";
import type { Classification } from "../rank/classification";
import { classify } from "../rank/classify";
import { type Place, rank } from "../rank/rank";
import type { Score } from "../score/score";

/** A unit's line in the table of results, as recomputed: what counts of one period. */
export interface UnitResult {
  readonly id: string;
  readonly name: string;
  readonly group: string;
  readonly groupTitle?: Words;
  readonly period: string;
  readonly round: Round;
  readonly published: string | null;
  /** How many leaves have no figures. */
  readonly missing: number;
  readonly place: Pick<Place, "rank" | "between" | "reason">;
  readonly grade?: Pick<Classification, "title" | "reason">;
}

/** The results that count, each group best first; none where the record could not be recomputed. */
export function listUnits({ criteria, scores }: Pick<Replay, "criteria" | "scores">): readonly UnitResult[] {
  if (criteria === undefined || scores === undefined) return [];
  const grades = new Map(classifications(criteria, scores.counted).map((one) => [keyOf(one), one]));
  const counted = new Map(scores.counted.map((score) => [keyOf(score), score]));
  return rank(criteria, scores.counted, { within: "group" }).groups.flatMap(({ places, period, round }) =>
    places.flatMap((place) => {
      const key = keyOf({ unit: place.unit, period, round });
      const score = counted.get(key);
      return score === undefined ? [] : [resultOf(criteria, score, place, grades.get(key))];
    }),
  );
}

/** Grades after quotas; none where the set does not grade. */
export function classifications(criteria: CriteriaSet, counted: readonly Score[]): readonly Classification[] {
  return criteria.file.grading === undefined ? [] : applyQuota(criteria, classify(criteria, counted)).classifications;
}

/** Of which unit, period and round something is. */
export function keyOf({ unit, period, round }: Pick<Score, "unit" | "period" | "round">): string {
  return JSON.stringify([unit.id, period, round]);
}

function resultOf(
  criteria: CriteriaSet,
  { unit, period, round, published, missing }: Score,
  { rank: number, between, reason }: Place,
  graded: Classification | undefined,
): UnitResult {
  const groupTitle = criteria.file.groups.find(({ id }) => id === unit.group)?.title;
  return {
    id: unit.id,
    name: unit.name,
    group: unit.group,
    ...(groupTitle === undefined ? {} : { groupTitle }),
    period,
    round,
    published,
    missing: missing.length,
    place: { rank: number, ...(between === undefined ? {} : { between }), ...(reason === undefined ? {} : { reason }) },
    ...(graded === undefined ? {} : { grade: gradeOf(graded) }),
  };
}

function gradeOf({ title, reason }: Classification): NonNullable<UnitResult["grade"]> {
  return { ...(title === undefined ? {} : { title }), ...(reason === undefined ? {} : { reason }) };
}
