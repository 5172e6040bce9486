import type { CriteriaSet } from "../criteria/criteriaSet";
import type { Evidence } from "../evidence/evidence";
import { repeatedUnits } from "../evidence/readReport";
import { issue } from "../issue/issue";
import { ParError } from "../issue/parError";
import type { Score } from "./score";

/** Refuses scores of another criteria set, another revision or another reading: they cannot be compared or explained by this one. */
export function requireSameSet({ file, readings }: CriteriaSet, scores: readonly Pick<Score, "unit" | "criteria">[]): void {
  const groups = file.groups.map(({ id }) => id);
  const strangers = scores.filter(({ unit }) => !groups.includes(unit.group));
  if (strangers.length > 0) {
    throw new ParError(strangers.map(({ unit }) => issue("unknownGroup", { group: unit.group, groups }, { unit: unit.id })));
  }
  const expected = nameOf({ id: file.id, revision: file.revision, readings });
  const others = scores.filter(({ criteria }) => nameOf(criteria) !== expected);
  if (others.length === 0) return;
  throw new ParError(
    others.map(({ unit, criteria }) => issue("otherCriteria", { expected, received: nameOf(criteria) }, { unit: unit.id })),
  );
}

/** Refuses two reports or scores of one unit for one period and round: nobody could say which counts. */
export function requireDistinctUnits(reports: readonly Pick<Score, "unit" | "period" | "round">[]): void {
  const repeated = repeatedUnits(reports.map((report) => ({ report })));
  if (repeated.length > 0) throw new ParError(repeated);
}

/** Refuses evidence that accepts what another round says: only the rounds together say what that is. */
export function requireResolved(reports: readonly Evidence[]): void {
  const unresolved = reports.flatMap(({ unit, round, items }) =>
    Object.entries(items)
      .filter(([, item]) => item.accepted === true)
      .map(([code]) => issue("roundNotResolved", { round }, { unit: unit.id, code })),
  );
  if (unresolved.length > 0) throw new ParError(unresolved);
}

function nameOf({ id, revision, readings }: Pick<Score["criteria"], "id" | "revision" | "readings">): string {
  const chosen = Object.entries(readings)
    .map(([code, reading]) => `${code}=${reading}`)
    .sort();
  return [`${id}@${revision}`, ...chosen].join(" ");
}
