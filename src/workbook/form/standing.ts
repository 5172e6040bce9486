import type { CriteriaSet } from "../../criteria/criteriaSet";
import { listNodes } from "../../criteria/tree";
import type { Evidence, EvidenceItem } from "../../evidence/evidence";
import { resolveRounds } from "../../evidence/resolveRounds";
import type { NodeScore, Score } from "../../score/score";
import { scoreRounds } from "../../score/scoreRounds";

/** What stands for a unit before a round: the items that were reported or changed, the points they earn, and what it is asked to explain. */
export interface Standing {
  readonly items: Evidence["items"];
  /** Published points by code; a leaf without points is not there. */
  readonly points: ReadonlyMap<string, string>;
  readonly asked: ReadonlyMap<string, string>;
}

/** What stands for every unit of these reports, by its id. Leaves that compare units have points where all of them are there. */
export function standingOf(criteria: CriteriaSet, reports: readonly Evidence[], period: string | undefined): ReadonlyMap<string, Standing> {
  const own = period === undefined ? reports : reports.filter((report) => report.period === period);
  const resolved = criteria.file.policies.rounds === undefined ? own : resolveRounds(criteria, own).rounds;
  const scores = new Map(scoreRounds(criteria, own).rounds.map((score) => [score.unit.id, score]));
  const asked = new Map<string, (readonly [string, string])[]>();
  for (const { unit, items } of own) {
    const asks = Object.entries(items).flatMap(([code, item]) => (item.asks === undefined ? [] : [[code, item.asks] as const]));
    asked.set(unit.id, [...(asked.get(unit.id) ?? []), ...asks]);
  }
  return new Map(
    // Of several rounds of a unit the last is what stands.
    resolved.map(({ unit: { id }, items }) => [id, { items, points: pointsOf(scores.get(id)), asked: new Map(asked.get(id)) }]),
  );
}

function pointsOf(score: Score | undefined): ReadonlyMap<string, string> {
  if (score === undefined) return new Map();
  const leaves = listNodes<NodeScore>(score.root).filter((node) => node.children === undefined);
  return new Map(leaves.flatMap((leaf) => (hasPoints(leaf) ? [[leaf.code, leaf.published] as const] : [])));
}

function hasPoints({ state, policy }: Extract<NodeScore, { readonly children?: undefined }>): boolean {
  if (state === "scored") return true;
  return (state === "nothingDue" || state === "notApplicable") && (policy === "fullPoints" || policy === "zero");
}

/** True where an item says that its leaf does not apply. */
export function saysNotApplicable(item: EvidenceItem | undefined): boolean {
  return item?.notApplicable === true;
}
