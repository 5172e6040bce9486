import type { CriteriaSet } from "../criteria/criteriaSet";
import type { RoundsPolicy } from "../criteria/policies";
import type { Round } from "./evidence";

/** True for a round in which the unit speaks for itself (tự đánh giá, giải trình). */
export function isUnitsRound({ file }: CriteriaSet, round: Round): boolean {
  const { rounds } = file.policies;
  if (rounds === undefined) return round === "selfAssessed" || round === "explained";
  return heldRound(rounds, round)?.by === "unit";
}

/** A round as the set holds it; `undefined` when it does not. */
export function heldRound(rounds: RoundsPolicy, round: Round): RoundsPolicy["list"][number] | undefined {
  return rounds.list.find(({ id }) => id === round);
}
