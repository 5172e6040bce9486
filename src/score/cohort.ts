import { type CriteriaSet, type CriteriaTree, type Leaf, measureOf, treeOf } from "../criteria/criteriaSet";
import type { Evidence } from "../evidence/evidence";
import { figuresOf } from "../evidence/readItem";
import { type Gathered, gather, needsCohort } from "../rules/boundRule";
import type { BoundMeasure } from "../rules/ruleKind";

/** The units that are compared at one leaf (các đơn vị cùng so sánh): their ids in order, and what their figures come to. */
export interface Cohort {
  readonly units: readonly string[];
  readonly gathered: Gathered;
}

/** The cohorts that a unit belongs to, by the codes of the leaves that compare units. */
export type Cohorts = ReadonlyMap<string, Cohort>;

/**
 * The cohorts of each report, every one gathered once. A report that is compared with none has no entry: its leaves wait.
 * A unit that is not rated is in nobody's cohort but its own, since measures may rely on a unit being among those compared.
 */
export function gatherCohorts(criteria: CriteriaSet, reports: readonly Evidence[]): ReadonlyMap<Evidence, Cohorts> {
  return new Map(
    comparedReports(reports).flatMap((together) => {
      const tree = treeOf(criteria, together[0]?.unit.group);
      const ofRated = cohortsOf(tree, together.filter(isRated));
      const cohortsFor = (report: Evidence) =>
        isRated(report)
          ? ofRated
          : cohortsOf(
              tree,
              together.filter((other) => other === report || isRated(other)),
            );
      return together.map((report) => [report, cohortsFor(report)] as const);
    }),
  );
}

/** The cohort of one report at one leaf, as `gatherCohorts` has it, where the leaf compares units. */
export function cohortAt(leaf: Leaf, report: Evidence, reports: readonly Evidence[]): Cohort | undefined {
  const measure = measureOf(leaf);
  if (!needsCohort(measure)) return undefined;
  const together = comparedReports(reports).find((compared) => compared.includes(report)) ?? [];
  return cohortEntry(
    leaf,
    measure,
    together.filter((other) => other === report || isRated(other)),
  )[0]?.[1];
}

function isRated({ unit }: Evidence): boolean {
  return unit.notRated === undefined;
}

function cohortsOf({ leaves }: CriteriaTree, together: readonly Evidence[]): Cohorts {
  return new Map(
    leaves.flatMap((leaf) => {
      const measure = measureOf(leaf);
      return needsCohort(measure) ? cohortEntry(leaf, measure, together) : [];
    }),
  );
}

/** Which reports are compared with each other: all of one group, period and round, by the ids of their units, by code units. */
function comparedReports(reports: readonly Evidence[]): readonly (readonly Evidence[])[] {
  const compared = new Map<string, Evidence[]>();
  for (const report of reports) {
    const key = JSON.stringify([report.unit.group, report.period, report.round]);
    const together = compared.get(key) ?? [];
    together.push(report);
    compared.set(key, together);
  }
  return [...compared.values()].map((together) => together.sort(({ unit: a }, { unit: b }) => (a.id < b.id ? -1 : 1)));
}

/** Units that report no figures for the leaf are not compared there, since missing is not zero; without any there is no cohort. */
function cohortEntry({ code }: Leaf, measure: BoundMeasure, together: readonly Evidence[]): readonly (readonly [string, Cohort])[] {
  const members = together.flatMap(({ unit, items }) => {
    const figures = figuresOf(items[code]);
    return figures === undefined ? [] : [{ id: unit.id, figures }];
  });
  if (members.length === 0) return [];
  const units = Object.freeze(members.map(({ id }) => id));
  const figures = members.map((member) => member.figures);
  return [[code, { units, gathered: gather(measure, figures) }]];
}
