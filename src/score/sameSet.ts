import { type CriteriaSet, treeOf } from "../criteria/criteriaSet";
import type { Evidence } from "../evidence/evidence";
import { repeatedUnits } from "../evidence/readReport";
import { nameOfType } from "../issue/fields";
import { type Issue, issue } from "../issue/issue";
import { ParError } from "../issue/parError";
import { isScoreHeading, isScoreOf } from "./checkedScore";
import type { Score } from "./score";

/** Refuses what is no score of this very criteria set: anything else than a list of scores, one of another set, one changed by hand. */
export function requireScores(criteria: CriteriaSet, scores: readonly Score[]): void {
  if (!Array.isArray(scores)) throw new ParError([issue("wrongType", { expected: "array", received: nameOfType(scores) })]);
  refuse(scores, (score, index) => (isScoreHeading(score) ? [] : [issue("notAScore", {}, { path: [index] })]));
  requireSameSet(criteria, scores);
  refuse(scores, (score) => (isScoreOf(criteria, score) ? [] : [issue("notAScore", {}, { unit: score.unit.id })]));
}

/** Refuses scores of another criteria set, another revision or another reading: they cannot be compared or explained by this one. */
export function requireSameSet({ file, readings }: CriteriaSet, scores: readonly Pick<Score, "unit" | "criteria">[]): void {
  const groups = file.groups.map(({ id }) => id);
  refuse(scores, ({ unit }) =>
    groups.includes(unit.group) ? [] : [issue("unknownGroup", { group: unit.group, groups }, { unit: unit.id })],
  );
  const expected = nameOf({ id: file.id, revision: file.revision, readings });
  refuse(scores, ({ unit, criteria: named }) =>
    nameOf(named) === expected ? [] : [issue("otherCriteria", { expected, received: nameOf(named) }, { unit: unit.id })],
  );
}

function refuse<T>(scores: readonly T[], faults: (score: T, index: number) => readonly Issue[]): void {
  const found = scores.flatMap(faults);
  if (found.length > 0) throw new ParError(found);
}

/** Refuses two reports or scores of one unit for one period and round, by whomever: nobody could say which counts. */
export function requireDistinctUnits(reports: readonly Pick<Score, "unit" | "period" | "round">[]): void {
  const repeated = repeatedUnits(reports.map(({ unit, period, round }) => ({ report: { unit, period, round } })));
  if (repeated.length > 0) throw new ParError(repeated);
}

/** Refuses evidence that accepts what another round says: only the rounds together say what that is. */
export function requireResolved(criteria: CriteriaSet, reports: readonly Evidence[]): void {
  const unresolved = reports.flatMap(({ unit, round, items }) =>
    treeOf(criteria, unit.group)
      .leaves.filter(({ code }) => items[code]?.accepted === true)
      .map(({ code, title }) =>
        issue("roundNotResolved", { round }, { unit: unit.id, code, title: title.vi, path: ["items", code, "accepted"] }),
      ),
  );
  if (unresolved.length > 0) throw new ParError(unresolved);
}

function nameOf({ id, revision, readings }: Pick<Score["criteria"], "id" | "revision" | "readings">): string {
  const chosen = Object.entries(readings)
    .map(([code, reading]) => `${code}=${reading}`)
    .sort();
  return [`${id}@${revision}`, ...chosen].join(" ");
}
