import fc from "fast-check";
import type { CriteriaDocument, CriterionDocument, ReportDocument } from "../oracle/documents";
import { forGroup } from "../oracle/groupTree";
import { type Scenario, sameGroup, scenariosWith } from "./criteria";
import { type Group, groups } from "./leaves";
import { maximaOf } from "./trees";

/** An edition, the one that followed it, and what really became of each criterion. */
export interface TwoEditions {
  readonly before: Scenario;
  readonly after: Scenario;
  /** Codes in the later edition, with those that the same criteria had in the earlier one. */
  readonly formerCodes: ReadonlyMap<string, string>;
  readonly removed: readonly string[];
}

/** Any file and a later edition of it: some criteria gone, the others in another order and numbered anew. */
export function twoEditions({ units, removing }: { readonly units: number; readonly removing: boolean }): fc.Arbitrary<TwoEditions> {
  const choices = fc.infiniteStream(fc.nat({ max: 99 }));
  return fc.tuple(scenariosWith({ units, groupsOfUnits: sameGroup(units) }), choices).map(([before, stream]) => {
    const drawn = () => stream.next().value;
    const kept = removing ? withoutSome(before.file.children, groups, drawn) : before.file.children;
    const renumbered = numberedAnew(shuffled(kept, drawn));
    const formerCodes = new Map(renumbered.flatMap(({ codes }) => codes));
    const left = [...formerCodes.values()];
    const isGone = (code: string) => {
      const place = left.indexOf(code);
      if (place >= 0) left.splice(place, 1);
      return place < 0;
    };
    return {
      before,
      after: later(
        before,
        renumbered.map(({ criterion }) => criterion),
        formerCodes,
      ),
      formerCodes,
      removed: codesOf(before.file.children).filter(isGone),
    };
  });
}

/** The codes of criteria and of all below them, each before those below it. */
export function codesOf(criteria: readonly CriterionDocument[]): readonly string[] {
  return criteria.flatMap(({ code, children = [] }) => [code, ...codesOf(children)]);
}

function later(before: Scenario, children: readonly CriterionDocument[], formerCodes: ReadonlyMap<string, string>): Scenario {
  const byNewCode = <T>(byOldCode: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
    Object.fromEntries(
      [...formerCodes].flatMap(([code, former]) => (Object.hasOwn(byOldCode, former) ? [[code, byOldCode[former] as T]] : [])),
    );
  const { byGroup: _, ...whole } = before.file;
  const { tieBreakers: __, ...ranking } = whole.policies.ranking;
  const policies = { ...whole.policies, ranking };
  const file: CriteriaDocument = { ...whole, id: "example/drawn-later", policies, ...maximaOf(children, groups), children };
  const ownOf = (group: string, items: ReportDocument["items"]) => {
    const codes = codesOf(children.flatMap((child) => (isFor(child, group) ? [forGroup(child, group)] : [])));
    return Object.fromEntries(Object.entries(items).filter(([code]) => codes.includes(code)));
  };
  return {
    file,
    readings: byNewCode(before.readings),
    reports: before.reports.map((report) => ({ ...report, items: ownOf(report.unit.group, byNewCode(report.items)) })),
  };
}

function isFor({ groups: only }: CriterionDocument, group: string): boolean {
  return only === undefined || only.includes(group);
}

/** Criteria without about a fifth of them; a branch keeps at least one, a bonus or penalty all of its parts. */
function withoutSome(
  criteria: readonly CriterionDocument[],
  forGroups: readonly Group[],
  drawn: () => number,
): readonly CriterionDocument[] {
  const kept = criteria.filter(() => drawn() >= 20);
  return (kept.length === 0 ? criteria.slice(0, 1) : kept).map((criterion) => {
    if (criterion.children === undefined || criterion.beyondMax !== undefined) return criterion;
    const own = forGroups.filter((group) => isFor(criterion, group));
    const children = withoutSome(criterion.children, own, drawn);
    const { byGroup: _, ...branch } = criterion;
    return { ...branch, ...maximaOf(children, own), children };
  });
}

function shuffled(criteria: readonly CriterionDocument[], drawn: () => number): readonly CriterionDocument[] {
  return criteria
    .map((criterion) => ({ criterion, place: drawn() }))
    .sort((a, b) => a.place - b.place)
    .map(({ criterion }) =>
      criterion.children === undefined ? criterion : { ...criterion, children: shuffled(criterion.children, drawn) },
    );
}

interface Numbered {
  readonly criterion: CriterionDocument;
  /** Each new code with the old one. */
  readonly codes: readonly (readonly [string, string])[];
}

function numberedAnew(criteria: readonly CriterionDocument[], above = ""): readonly Numbered[] {
  return criteria.map((criterion, index) => {
    const code = `${above}${index + 1}`;
    const below = numberedAnew(criterion.children ?? [], `${code}.`);
    const children = criterion.children === undefined ? {} : { children: below.map((one) => one.criterion) };
    return { criterion: { ...criterion, code, ...children }, codes: [[code, criterion.code], ...below.flatMap(({ codes }) => codes)] };
  });
}
