import type { CriteriaSet } from "../criteria/criteriaSet";
import type { Score } from "../score/score";

/** Among whom units are compared. */
export type Within = "group" | "all";

/** Scores by the group of their unit, in the order in which the set names its groups; `null` stands for all together. */
export function groupScores(
  criteria: CriteriaSet,
  scores: readonly Score[],
  within: Within,
): readonly { readonly group: string | null; readonly members: readonly Score[] }[] {
  const groups = within === "all" ? [null] : criteria.file.groups.map(({ id }) => id);
  return groups
    .map((group) => ({ group, members: scores.filter(({ unit }) => group === null || unit.group === group) }))
    .filter(({ members }) => members.length > 0);
}
