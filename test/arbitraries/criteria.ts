import fc from "fast-check";
import type { CriteriaDocument, CriterionDocument, LeftOut, ReportDocument, RoundName, Rule, WrittenItem } from "../oracle/documents";
import { print, readDecimal, total } from "../oracle/fraction";
import { ruleFigures } from "./figures";
import { anyLeaf, type DrawnLeaf, type Group, groups, reported, scoredBody } from "./leaves";
import { positivePoints } from "./numbers";
import { invented, type Policies, policies } from "./policies";
import { mayBeNothingDue } from "./rules";
import { type Coded, type CodedLeaf, codedSet, type DrawnSet, drawnSets, maximaOf, rescaling } from "./trees";

/** A criteria file, the readings chosen for it, and what some units report under it. */
export interface Scenario {
  readonly file: CriteriaDocument;
  readonly readings: Readonly<Record<string, string>>;
  readonly reports: readonly ReportDocument[];
}

const anyRound = fc.constantFrom<RoundName[]>("selfAssessed", "selfAssessed", "appraised", "explained", "reappraised");

/** A report of one unit under any criteria file. */
export const scenarios: fc.Arbitrary<Scenario> = scenariosWith({ units: 1 });

/** Whole criteria files, one to four levels deep, one to forty leaves, every policy; with the reports of so many units. */
export function scenariosWith({
  units,
  leaves = anyLeaf(reported(units)),
  groupsOfUnits: among = groupsOf(units),
}: {
  units: number;
  leaves?: fc.Arbitrary<DrawnLeaf>;
  groupsOfUnits?: fc.Arbitrary<readonly Group[]>;
}): fc.Arbitrary<Scenario> {
  return fc.record({ set: codedSets(leaves), round: anyRound, groupsOfUnits: among }).map(({ set, round, groupsOfUnits }): Scenario => {
    const reports = groupsOfUnits.map((group, unit) => ({
      ...reportOf({ id: `unit-${unit + 1}`, group, round }),
      items: itemsFor(set, group, (leaf) => allowed(saidOf(leaf, group)[unit] ?? null, leaf, group, { ...set, round })),
    }));
    return { file: set.file, readings: set.readings, reports };
  });
}

/** Files whose every leaf is given points that end at a rounding tie or a hair beside one. */
export function tiedScenarios({ units }: { units: number }): fc.Arbitrary<Scenario> {
  const rule: Rule = { kind: "given", by: { vi: "Hội đồng" } };
  const leaves = positivePoints.chain((maxPoints) =>
    fc
      .array(ruleFigures(rule, maxPoints), { minLength: units, maxLength: units })
      .map((items) => ({ maxPoints, body: scoredBody(rule, {}), items })),
  );
  return scenariosWith({ units, leaves });
}

/** A file with the leaves that it was made from, and the readings chosen. */
export interface CodedFile {
  readonly file: CriteriaDocument;
  readonly readings: Readonly<Record<string, string>>;
  readonly leaves: readonly CodedLeaf[];
}

export function codedSets(leaves: fc.Arbitrary<DrawnLeaf>): fc.Arbitrary<CodedFile> {
  return fc
    .record({ set: drawnSets(leaves), decided: policies, breakers: fc.array(fc.nat(), { maxLength: 3 }) })
    .map(({ set, decided, breakers }) => fileOf(set, codedSet(set), decided, breakers))
    .filter(({ file, leaves: drawn }) => file.children.length > 0 && drawn.length <= 40);
}

function fileOf({ rescaleTo }: DrawnSet, { criteria, leaves }: Coded, decided: Policies, breakers: readonly number[]): CodedFile {
  const codes = codesOf(criteria);
  const tieBreakers = breakers.map((choice) => codes[choice % codes.length] ?? "total");
  const { maxPoints, ...byGroup } = maximaOf(criteria, groups);
  const ranking = { ...decided.ranking, ...(tieBreakers.length === 0 ? {} : { tieBreakers }) };
  return {
    file: {
      ...fileWith(criteria),
      policies: { ...decided, ranking },
      maxPoints,
      ...byGroup,
      ...rescaling(rescaleTo, maxPoints),
    },
    readings: Object.fromEntries(
      leaves.flatMap(({ criterion, leaf }) => (leaf.reading === undefined ? [] : [[criterion.code, leaf.reading]])),
    ),
    leaves,
  };
}

function codesOf(criteria: readonly CriterionDocument[]): readonly string[] {
  return criteria.flatMap(({ code, children = [] }) => [code, ...codesOf(children)]);
}

/** An item for each leaf that units of the group report. */
export function itemsFor(
  { leaves }: Pick<CodedFile, "leaves">,
  group: Group,
  item: (leaf: CodedLeaf) => WrittenItem,
): ReportDocument["items"] {
  return Object.fromEntries(leaves.filter((leaf) => leaf.groups.includes(group)).map((leaf) => [leaf.criterion.code, item(leaf)]));
}

/** What is said of a leaf for units of the group: under its own rule, where it has another for them. */
export function saidOf({ leaf: { items, variant } }: CodedLeaf, group: Group): readonly WrittenItem[] {
  return variant?.group === group ? variant.items : items;
}

/** What the round and the leaf do not allow is not said: who would say it has reported nothing. */
export function allowed(
  item: WrittenItem,
  { criterion }: CodedLeaf,
  group: Group,
  { file, round }: { readonly file: CriteriaDocument; readonly round: RoundName },
): WrittenItem {
  const { selfScored, notApplicable = file.policies.notApplicable.policy } = { ...criterion, ...criterion.byGroup?.[group] };
  const isUnits = isHeldByUnit(file, round);
  if (item?.notApplicable === true && notApplicable === "refuse") return null;
  if (isUnits && (item?.givenPoints !== undefined || item?.asks !== undefined)) return null;
  return isUnits && selfScored === false && isMoreThanANote(item) ? null : item;
}

function isMoreThanANote(item: WrittenItem): boolean {
  return Object.entries(item ?? {}).some(([key, written]) => key !== "note" && written !== null);
}

/** True for a round in which the unit speaks for itself. */
export function isHeldByUnit({ policies: { rounds } }: CriteriaDocument, round: RoundName): boolean {
  return rounds === undefined
    ? round === "selfAssessed" || round === "explained"
    : rounds.list.some(({ id, by }) => id === round && by === "unit");
}

/** So many units of one group, whichever it is. */
export function sameGroup(units: number): fc.Arbitrary<readonly Group[]> {
  return fc.constantFrom(...groups).map((group) => Array.from({ length: units }, () => group));
}

function groupsOf(units: number): fc.Arbitrary<readonly Group[]> {
  return fc.array(fc.constantFrom(...groups), { minLength: units, maxLength: units, size: "max" });
}

function sumOf(children: readonly CriterionDocument[]): string {
  return print(total(children.map(({ maxPoints }) => readDecimal(maxPoints))));
}

/** A file with these criteria, exact sums and two groups of units. */
export function fileWith(children: readonly CriterionDocument[]): CriteriaDocument {
  return {
    format: "par-index/criteria/1",
    id: "example/drawn",
    revision: 1,
    status: "example",
    title: { vi: "Bộ tiêu chí rút ngẫu nhiên", en: "A set drawn at random" },
    notice: { vi: "Đặt ra để thử.", en: "Invented for tests." },
    instrument: { provenance: invented },
    periods: ["2021"],
    sources: {},
    groups: [
      { id: "commune", title: { vi: "Xã" } },
      { id: "department", title: { vi: "Sở" } },
    ],
    policies: {
      rounding: { places: 2, mode: "halfUp", stage: "published", provenance: invented },
      published: { value: "points", provenance: invented },
      notApplicable: { policy: "leaveOut", provenance: invented },
      ranking: { compare: "exact", ties: "share", incomplete: "unranked", within: "group", provenance: invented },
      mean: { of: "exact", provenance: invented },
      change: { of: "published", provenance: invented },
    },
    maxPoints: sumOf(children),
    children,
  };
}

/** A report without items, to which items are added. */
export function reportOf({
  id,
  group = "commune",
  round = "selfAssessed",
}: {
  readonly id: string;
  readonly group?: string;
  readonly round?: RoundName;
}): ReportDocument {
  return { unit: { id, name: `Đơn vị ${id}`, group }, period: "2021", round, items: {} };
}

/** A file of a single leaf with this rule. */
export function fileWithRule(rule: Rule, maxPoints: string, nothingDue: LeftOut = "zero"): CriteriaDocument {
  const decided = mayBeNothingDue(rule) ? { nothingDue } : {};
  return fileWith([{ code: "1", title: { vi: "Tiêu chí 1" }, maxPoints, ...scoredBody(rule, decided) }]);
}
