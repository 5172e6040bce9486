import type { ReportHeading } from "./checkUnits";
import type { Evidence } from "./evidence";
import { periodEnd } from "./periodEnd";
import { existsOn, type UnitRegister } from "./unitRegister";

/** Who sent no report, of one group, for one period and round. */
export interface RosterGap extends Pick<Evidence, "period" | "round"> {
  readonly group: string;
  /** How many units of the group there were on the last day of the period, without those that are not rated. */
  readonly listed: number;
  /** Ids of those that sent no report, in the order of the register. */
  readonly missing: readonly string[];
  /** Ids of units that sent none either, and are listed as not rated. */
  readonly notRated: readonly string[];
}

/**
 * The units that sent no report (đơn vị chưa gửi báo cáo), for every period and round of the reports and every group of the
 * register, or the group given: nobody is silently missing. A unit is expected where it existed on the last day of the period.
 *
 * @example
 * ```ts
 * import { rosterGaps } from "par-index";
 * import { loadUnits } from "par-index/node";
 *
 * const register = loadUnits("phu-tho-units");
 * const report = { unit: { id: "h-doan-hung" }, period: "2021", round: "selfAssessed" } as const;
 * rosterGaps(register, [report], "district").map(({ listed, missing }) => [listed, missing.length]); // => [[13, 12]]
 * ```
 */
export function rosterGaps(register: UnitRegister, reports: readonly ReportHeading[], group?: string): readonly RosterGap[] {
  const groups = register.groups.map(({ id }) => id).filter((id) => group === undefined || id === group);
  const sent = new Map<string, { readonly of: ReportHeading; readonly ids: Set<string> }>();
  for (const report of reports) {
    const key = JSON.stringify([report.period, report.round]);
    const senders = sent.get(key) ?? { of: report, ids: new Set() };
    senders.ids.add(report.unit.id);
    sent.set(key, senders);
  }
  return [...sent.values()].flatMap(({ of, ids }) => groups.map((id) => gapOf(register, of, ids, id)));
}

function gapOf({ units }: UnitRegister, { period, round }: ReportHeading, sent: ReadonlySet<string>, group: string): RosterGap {
  const day = periodEnd(period);
  const expected = units.filter((unit) => unit.group === group && (day === undefined || existsOn(unit, day)));
  const silent = expected.filter(({ id }) => !sent.has(id));
  const idsWhere = (isNotRated: boolean) => silent.filter(({ notRated }) => (notRated !== undefined) === isNotRated).map(({ id }) => id);
  return {
    group,
    period,
    round,
    listed: expected.filter(({ notRated }) => notRated === undefined).length,
    missing: idsWhere(false),
    notRated: idsWhere(true),
  };
}
