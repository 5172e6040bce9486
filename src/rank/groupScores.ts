import type { CriteriaSet } from "../criteria/criteriaSet";
import type { Round } from "../evidence/evidence";
import type { Score } from "../score/score";

/** Among whom units are compared. */
export type Within = "group" | "all";

/** Units that may be compared: of one group (`null` for all together), one period and one round. */
export interface ScoreGroup {
  readonly group: string | null;
  readonly period: string;
  readonly round: Round;
}

/** What can be put into a group of units that are compared. */
type Grouped = Pick<Score, "unit" | "period" | "round">;

/** Orders by the ids of units, by code units: the same on every machine, whatever its language. */
export function byUnit({ unit: a }: Pick<Score, "unit">, { unit: b }: Pick<Score, "unit">): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** Scores by the group of their unit, in the order in which the set names its groups, then by period and round; inside, by the ids of units. */
export function groupScores<T extends Grouped = Score>(
  criteria: CriteriaSet,
  scores: readonly T[],
  within: Within,
): readonly (ScoreGroup & { readonly members: readonly T[] })[] {
  const groups = within === "all" ? [null] : criteria.file.groups.map(({ id }) => id);
  return groups.flatMap((group) => {
    const comparable = new Map<string, T[]>();
    for (const score of scores) {
      if (group !== null && score.unit.group !== group) continue;
      const key = JSON.stringify([score.period, score.round]);
      const members = comparable.get(key) ?? [];
      members.push(score);
      comparable.set(key, members);
    }
    return [...comparable]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([, members]) => {
        const [first] = members;
        return first === undefined ? [] : [{ group, period: first.period, round: first.round, members: members.sort(byUnit) }];
      });
  });
}
