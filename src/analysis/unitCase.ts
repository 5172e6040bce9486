import { type CriteriaSet, type CriteriaTree, treeOf } from "../criteria/criteriaSet";
import type { Evidence } from "../evidence/evidence";
import { checkedReports } from "../evidence/parseEvidence";
import { asChecked } from "../evidence/readReport";
import { resolveRounds } from "../evidence/resolveRounds";
import { issue } from "../issue/issue";
import { ParError } from "../issue/parError";
import { gatherCohorts } from "../score/cohort";
import { requireDistinctUnits } from "../score/sameSet";
import type { Score } from "../score/score";
import { scoreAll } from "../score/scoreAll";
import { scoreInCohort } from "../score/scoreUnit";

/** Which report is asked about: of a unit, and of a period and round where it has several. Under a set that holds rounds what counts, unless a round is named. */
export interface UnitChoice {
  readonly unit: string;
  readonly period?: string | undefined;
  readonly round?: string | undefined;
}

/** One report among all of its period and round: what every question of "what if" starts from. */
export interface UnitCase {
  readonly criteria: CriteriaSet;
  readonly tree: CriteriaTree;
  readonly report: Evidence;
  /** Its own among them. */
  readonly reports: readonly Evidence[];
}

/** The report that is meant, among those that it is compared with. Throws a `ParError` where there is none, or more than one. */
export function unitCase(criteria: CriteriaSet, given: readonly Evidence[], { unit, period, round }: UnitChoice): UnitCase {
  const holdsRounds = criteria.file.policies.rounds !== undefined;
  const all = holdsRounds ? throughRounds(criteria, given) : checkedReports(criteria, given);
  const wanted = round ?? (holdsRounds ? "counted" : undefined);
  const meant = all.filter(
    (report) =>
      report.unit.id === unit && (period === undefined || report.period === period) && (wanted === undefined || report.round === wanted),
  );
  const [report] = meant;
  if (report === undefined) throw new ParError([issue("unknownUnit", { unit, units: [...new Set(all.map(({ unit: { id } }) => id))] })]);
  if (meant.length > 1) throw new ParError([issue("severalReports", { reports: meant.map(nameOf) }, { unit })]);
  const reports = all.filter((other) => other.period === report.period && other.round === report.round);
  requireDistinctUnits(reports);
  return { criteria, tree: treeOf(criteria, report.unit.group), report, reports };
}

function throughRounds(criteria: CriteriaSet, given: readonly Evidence[]): readonly Evidence[] {
  const { rounds, counted } = resolveRounds(criteria, given);
  return [...rounds, ...counted];
}

function nameOf({ period, round }: Evidence): string {
  return `${period}, ${round}`;
}

/** The same case with other items in the unit's report; the items were checked. */
export function withItems({ report, reports, ...rest }: UnitCase, items: Evidence["items"]): UnitCase {
  const changed = asChecked(rest.criteria, Object.freeze({ ...report, items: Object.freeze(items) }));
  return { ...rest, report: changed, reports: reports.map((other) => (other === report ? changed : other)) };
}

/** The unit's score among the others. */
export function unitScore({ criteria, report, reports }: UnitCase): Score {
  return scoreInCohort(criteria, report, gatherCohorts(criteria, reports).get(report), new Map());
}

/** The scores of all, in the order of their reports. */
export function allScores({ criteria, reports }: UnitCase): readonly Score[] {
  return scoreAll(criteria, reports);
}
