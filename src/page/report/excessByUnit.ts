import { selfScoreGap } from "../../report/selfScoreGap";
import type { ReportView } from "./reportView";

/** How far each unit scored itself above what counts, by its id; empty where the set holds no rounds. */
export function excessByUnit({ criteria, all }: ReportView): ReadonlyMap<string, string> {
  if (criteria.file.policies.rounds === undefined) return new Map();
  return new Map(selfScoreGap(criteria, all).flatMap(({ units }) => units.map(({ unit, difference }) => [unit.id, difference] as const)));
}
