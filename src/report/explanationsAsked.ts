import type { CriteriaSet } from "../criteria/criteriaSet";
import type { Evidence, Round } from "../evidence/evidence";

/** What an appraiser asks the unit to explain (yêu cầu giải trình). */
export interface Ask {
  readonly code: string;
  readonly round: Round;
  readonly appraiser?: string;
  readonly asks: string;
}

/** All that a unit was asked to explain in a period, round after round. */
export function explanationsAsked({ file }: CriteriaSet, reports: readonly Evidence[], id: string, period: string): readonly Ask[] {
  const own = reports.filter((report) => report.unit.id === id && report.period === period);
  return (file.policies.rounds?.list ?? []).flatMap((held) =>
    own
      .filter(({ round }) => round === held.id)
      .flatMap(({ round, appraiser, items }) =>
        Object.entries(items).flatMap(([code, { asks }]) =>
          asks === undefined ? [] : [{ code, round, ...(appraiser === undefined ? {} : { appraiser }), asks }],
        ),
      ),
  );
}
