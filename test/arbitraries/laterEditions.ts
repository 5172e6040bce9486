import fc from "fast-check";
import type { CriteriaDocument, CriterionDocument } from "../oracle/documents";
import { isNothing, lesser, print, readDecimal } from "../oracle/fraction";
import { type Scenario, scenariosWith } from "./criteria";
import { type Group, groups } from "./leaves";
import { maximaByGroup, sumFor } from "./trees";

/** An edition, the one that followed it, and what really became of each criterion. */
export interface TwoEditions {
  readonly before: Scenario;
  readonly after: Scenario;
  /** Every criterion of the later edition in its order, with the code that it had in the earlier one. */
  readonly kept: readonly KeptCriterion[];
  /** Those of the earlier edition that are gone, in its order. */
  readonly removed: readonly PlacedCriterion[];
}

/** A code, and the groups whose units have the criterion. */
export interface PlacedCriterion {
  readonly code: string;
  readonly groups: readonly string[];
}

export interface KeptCriterion extends PlacedCriterion {
  readonly former: string;
}

/** Any file and a later edition of it: some criteria gone, the others in another order and numbered anew; all units are of one group. */
export function twoEditions({ units, removing }: { readonly units: number; readonly removing: boolean }): fc.Arbitrary<TwoEditions> {
  const choices = fc.infiniteStream(fc.nat({ max: 99 }));
  return fc.tuple(scenariosWith({ units, ofOneGroup: true }), choices).map(([before, stream]) => {
    const drawn = () => stream.next().value;
    const left = removing ? withoutSome(before.file.children, drawn) : before.file.children;
    const renumbered = numberedAnew(shuffled(left, drawn));
    const stayed = new Set(placed(left).map(keyOf));
    return {
      before,
      after: later(before, renumbered),
      kept: renumbered.kept,
      removed: placed(before.file.children).filter((criterion) => !stayed.has(keyOf(criterion))),
    };
  });
}

/** The codes in the later edition that units of a group have, with those that the same criteria had in the earlier one. */
export function formerCodesFor(kept: readonly KeptCriterion[], group: string): ReadonlyMap<string, string> {
  return new Map(kept.filter((one) => one.groups.includes(group)).map(({ code, former }) => [code, former]));
}

/** Criteria and all below them, each before those below it. */
export function placed(criteria: readonly CriterionDocument[], above: readonly string[] = groups): readonly PlacedCriterion[] {
  return criteria.flatMap((criterion) => {
    const own = ownGroups(criterion, above);
    return [{ code: criterion.code, groups: own }, ...placed(criterion.children ?? [], own)];
  });
}

export function keyOf({ code, groups: own }: PlacedCriterion): string {
  return `${code} of ${own.join(", ")}`;
}

function ownGroups<G extends string>({ groups: only }: CriterionDocument, above: readonly G[]): readonly G[] {
  return above.filter((group) => only === undefined || only.includes(group));
}

function later(before: Scenario, { criteria, kept }: Numbered): Scenario {
  const { byGroup: _, policies, ...same } = before.file;
  const { tieBreakers, ...ranking } = policies.ranking;
  const renamed = tieBreakers?.flatMap((breaker) => kept.find(({ former }) => former === breaker)?.code ?? []);
  const file: CriteriaDocument = {
    ...same,
    id: "example/drawn-later",
    policies: { ...policies, ranking: { ...ranking, ...(renamed === undefined ? {} : { tieBreakers: renamed }) } },
    ...maxima(criteria, groups, before.file),
    children: criteria,
  };
  return {
    file,
    readings: byNewCode(
      before.readings,
      kept.map(({ code, former }) => [code, former]),
    ),
    reports: before.reports.map((report) => ({ ...report, items: byNewCode(report.items, formerCodesFor(kept, report.unit.group)) })),
  };
}

function byNewCode<T>(
  byOldCode: Readonly<Record<string, T>>,
  formerCodes: Iterable<readonly [string, string]>,
): Readonly<Record<string, T>> {
  return Object.fromEntries(
    [...formerCodes].flatMap(([code, former]) => (Object.hasOwn(byOldCode, former) ? [[code, byOldCode[former] as T]] : [])),
  );
}

/** Criteria without about a fifth of them; a branch keeps at least one, and a bonus or penalty something for every group. */
function withoutSome(
  criteria: readonly CriterionDocument[],
  drawn: () => number,
  above: readonly Group[] = groups,
): readonly CriterionDocument[] {
  const kept = criteria.filter(() => drawn() >= 20);
  return (kept.length === 0 ? criteria.slice(0, 1) : kept).map((criterion) => {
    if (criterion.children === undefined) return criterion;
    const own = ownGroups(criterion, above);
    const children = withoutSome(criterion.children, drawn, own);
    const isEmptied = criterion.beyondMax !== undefined && own.some((group) => isNothing(sumFor(children, group)));
    if (isEmptied) return criterion;
    const { byGroup: _, ...same } = criterion;
    return { ...same, ...maxima(children, own, criterion), children };
  });
}

/** What is left comes to, for each group; a bonus or penalty keeps its cap as far as its parts still reach it. */
function maxima(
  children: readonly CriterionDocument[],
  forGroups: readonly Group[],
  was: Pick<CriterionDocument, "maxPoints" | "byGroup" | "beyondMax">,
): Pick<CriterionDocument, "maxPoints" | "byGroup"> {
  const sums = forGroups.map((group) => {
    const parts = sumFor(children, group);
    const cap = readDecimal(was.byGroup?.[group]?.maxPoints ?? was.maxPoints);
    return print(was.beyondMax === undefined ? parts : lesser(cap, parts));
  });
  return { maxPoints: sums[0] ?? "0", ...maximaByGroup(sums, forGroups) };
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
  readonly criteria: readonly CriterionDocument[];
  readonly kept: readonly KeptCriterion[];
}

/** Numbers in the order of the criteria; those of one code, each for its group, have one code again. */
function numberedAnew(criteria: readonly CriterionDocument[], prefix = "", above: readonly string[] = groups): Numbered {
  const former = [...new Set(criteria.map(({ code }) => code))];
  const parts = criteria.map((criterion): Numbered => {
    const code = `${prefix}${former.indexOf(criterion.code) + 1}`;
    const own = ownGroups(criterion, above);
    const below = numberedAnew(criterion.children ?? [], `${code}.`, own);
    const children = criterion.children === undefined ? {} : { children: below.criteria };
    return { criteria: [{ ...criterion, code, ...children }], kept: [{ code, former: criterion.code, groups: own }, ...below.kept] };
  });
  return { criteria: parts.flatMap((part) => part.criteria), kept: parts.flatMap(({ kept }) => kept) };
}
