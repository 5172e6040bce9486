import fc from "fast-check";
import type {
  CriteriaDocument,
  CriterionDocument,
  ReportDocument,
  RoundName,
  RoundsDocument,
  WrittenFigures,
  WrittenItem,
} from "../oracle/documents";
import { figuresOf } from "../oracle/oracle";
import { speaks, standsAfter } from "../oracle/resolving";
import { allowed, type CodedFile, codedSets, isHeldByUnit, itemsFor, reportOf, type Scenario, saidOf } from "./criteria";
import { anyLeaf, type Group, groups, reportedInRounds } from "./leaves";
import { invented } from "./policies";
import type { CodedLeaf } from "./trees";

const rounds = ["selfAssessed", "appraised", "explained", "reappraised"] as const;
const appraisers = ["homeAffairs", "office"] as const;

/** The rounds that a set holds, the first and any of the others, and any order in which some of them count. */
const roundPolicies: fc.Arbitrary<RoundsDocument> = fc.subarray(["appraised", "explained", "reappraised"] as RoundName[]).chain((later) => {
  const held: readonly RoundName[] = ["selfAssessed", ...later];
  const counts = fc.shuffledSubarray([...held], { minLength: 1 });
  return fc.tuple(counts, fc.constantFrom(...appraisedBy)).map(([counting, by]) => ({
    list: held.map((id) => ({ id, title: { vi: `Vòng ${id}` }, by: by[id] })),
    counts: counting,
    provenance: invented,
  }));
});

/** Who speaks in each round: as a rule; the unit's explanation taken down by the appraiser; the unit asked once more at the end. */
const appraisedBy: readonly Readonly<Record<RoundName, "unit" | "appraiser">>[] = [
  { selfAssessed: "unit", appraised: "appraiser", explained: "unit", reappraised: "appraiser" },
  { selfAssessed: "unit", appraised: "appraiser", explained: "unit", reappraised: "appraiser" },
  { selfAssessed: "unit", appraised: "appraiser", explained: "appraiser", reappraised: "appraiser" },
  { selfAssessed: "unit", appraised: "unit", explained: "unit", reappraised: "appraiser" },
];

/** Reports of so many units through the rounds that a set holds, in any order: accepted, changed, given, asked, silent, not applicable. */
export function roundScenarios({ units }: { units: number }): fc.Arbitrary<Scenario> {
  return fc
    .record({
      set: codedSets(anyLeaf(reportedInRounds(units * rounds.length))),
      policy: roundPolicies,
      owners: fc.array(fc.constantFrom(undefined, undefined, ...appraisers), { minLength: 7, maxLength: 7, size: "max" }),
      areDivided: fc.boolean(),
      groupsOfUnits: fc.array(fc.constantFrom(...groups), { minLength: units, maxLength: units, size: "max" }),
      absent: fc.array(fc.constantFrom(false, false, false, true), { minLength: units * 4, maxLength: units * 4, size: "max" }),
    })
    .chain(({ set, policy, owners, areDivided, groupsOfUnits, absent }) => {
      const file = withRounds(set.file, policy, owners);
      const reports = groupsOfUnits.flatMap((group, unit) =>
        reportsThrough({ ...set, file }, { group, unit, isAbsent: (round) => absent[unit * 4 + round] === true }),
      );
      const divided = reports.flatMap((report) => (areDivided && !isHeldByUnit(file, report.round) ? byAppraiser(file, report) : [report]));
      return fc
        .shuffledSubarray(divided, { minLength: divided.length })
        .map((shuffled) => ({ file, readings: set.readings, reports: shuffled }));
    });
}

function withRounds(file: CriteriaDocument, policy: RoundsDocument, owners: readonly (string | undefined)[]): CriteriaDocument {
  return {
    ...file,
    appraisers: appraisers.map((id) => ({ id, title: { vi: `Cơ quan ${id}` } })),
    policies: { ...file.policies, rounds: policy },
    children: file.children.map((child, index) => owned(child, owners, index)),
  };
}

/** An area or a criterion that one of the appraisers appraises, and the nodes below it that another does. */
function owned(criterion: CriterionDocument, owners: readonly (string | undefined)[], place: number): CriterionDocument {
  const appraiser = owners[place % owners.length];
  const { children } = criterion;
  return {
    ...criterion,
    ...(appraiser === undefined ? {} : { appraiser }),
    ...(children === undefined ? {} : { children: children.map((child, index) => owned(child, owners, place * 3 + index + 1)) }),
  };
}

interface Reporter {
  readonly group: Group;
  readonly unit: number;
  readonly isAbsent: (round: number) => boolean;
}

/** One unit's reports; what a round could not say, given what stands before it, is not said. */
function reportsThrough(set: CodedFile, { group, unit, isAbsent }: Reporter): readonly ReportDocument[] {
  const reports: ReportDocument[] = [];
  for (const { id: round } of set.file.policies.rounds?.list ?? []) {
    const place = rounds.indexOf(round);
    if (place > 0 && isAbsent(place)) continue;
    const items = itemsFor(set, group, (leaf) => {
      const drawn = allowed(saidOf(leaf, group)[unit * rounds.length + place] ?? null, leaf, group, { file: set.file, round });
      const before = standsAfter(reports.map((report) => written(report.items[leaf.criterion.code])));
      return upon(before, drawn, { isFirst: place === 0, isUnits: isHeldByUnit(set.file, round), leaf });
    });
    reports.push({ ...reportOf({ id: `unit-${unit + 1}`, group, round }), items });
  }
  return reports;
}

function written(item: WrittenItem | undefined): WrittenFigures | undefined {
  return item === null || item === undefined ? undefined : Object.fromEntries(Object.entries(item).filter(([, value]) => value !== null));
}

/** What may be said upon what stands: nothing is accepted or appraised that is not there, and a change has a reason. */
function upon(
  before: WrittenFigures | undefined,
  item: WrittenItem,
  { isFirst, isUnits, leaf }: { readonly isFirst: boolean; readonly isUnits: boolean; readonly leaf: CodedLeaf },
): WrittenItem {
  if (!speaks(written(item)) || item === null) return isFirst && item?.asks !== undefined ? null : item;
  if (isFirst) return item.accepted === true ? null : item;
  if (item.accepted === true) return speaks(before) ? item : null;
  const isReported = speaks(before) || isUnits || leaf.criterion.selfScored === false;
  if (!isReported) return null;
  const isSame = before !== undefined && isEqual(figuresOf(before), figuresOf(item)) && before.givenPoints === undefined;
  return isSame && Object.keys(figuresOf(item)).length > 0 ? item : { ...item, reason: item.reason ?? "Theo hồ sơ kiểm chứng" };
}

function isEqual(some: WrittenFigures, others: WrittenFigures): boolean {
  return JSON.stringify(Object.entries(some).sort()) === JSON.stringify(Object.entries(others).sort());
}

/** An appraisal as two agencies give it: each of what it appraises, the first of what belongs to nobody too. */
function byAppraiser(file: CriteriaDocument, report: ReportDocument): readonly ReportDocument[] {
  const owners = ownersIn(file.children, report.unit.group);
  return appraisers.map((appraiser) => ({
    ...report,
    appraiser,
    items: Object.fromEntries(Object.entries(report.items).filter(([code]) => (owners.get(code) ?? appraisers[0]) === appraiser)),
  }));
}

function ownersIn(criteria: readonly CriterionDocument[], group: string, above?: string): ReadonlyMap<string, string> {
  return new Map(
    criteria
      .filter(({ groups: only }) => only === undefined || only.includes(group))
      .flatMap(({ code, appraiser = above, children = [] }) => [
        ...(appraiser === undefined ? [] : [[code, appraiser] as const]),
        ...ownersIn(children, group, appraiser),
      ]),
  );
}
