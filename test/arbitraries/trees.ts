import fc from "fast-check";
import type { CriterionDocument, VariantDocument } from "../oracle/documents";
import { dividedBy, type Fraction, isNothing, print, readDecimal, times, total, whole } from "../oracle/fraction";
import { type DrawnLeaf, type Group, groups, settled } from "./leaves";
import { positivePoints } from "./numbers";
import { invented } from "./policies";

/**
 * A tree before its nodes have codes: leaves, branches, what is only for one group, what names every group, and what each group
 * has in its own way.
 */
export type Drawn =
  | DrawnLeaf
  | DrawnBranch
  | { readonly only: Group; readonly node: Drawn }
  | { readonly every: Drawn }
  | { readonly fork: readonly [Drawn, Drawn] };

interface DrawnBranch {
  readonly children: readonly Drawn[];
  /** What is left is brought up to the branch's own maximum, or to other points. */
  readonly rescaleTo?: string | undefined;
}

/** A bonus or a penalty beside the base, held at such shares of what its parts come to for each group. */
interface DrawnBeyond {
  readonly beyondMax: "bonus" | "penalty";
  readonly area: DrawnLeaf | DrawnBranch;
  readonly caps: readonly string[];
  readonly only: Group | undefined;
}

/** A whole set: the base, and what stands beside it. */
export interface DrawnSet extends DrawnBranch {
  readonly beyond: readonly DrawnBeyond[];
}

export function drawnSets(leaves: fc.Arbitrary<DrawnLeaf>): fc.Arbitrary<DrawnSet> {
  const base = fc.integer({ min: 1, max: 4 }).chain((depth) => branches(leaves, depth));
  return fc
    .tuple(base, fc.oneof(fc.constant([]), fc.array(beyondAreas(leaves), { maxLength: 3, size: "max" })))
    .map(([branch, beyond]) => ({
      ...branch,
      beyond,
    }));
}

function branches(leaves: fc.Arbitrary<DrawnLeaf>, depth: number): fc.Arbitrary<DrawnBranch> {
  const child: fc.Arbitrary<Drawn> =
    depth === 1
      ? leaves
      : fc.oneof({ weight: 2, arbitrary: leaves }, { weight: 3, arbitrary: fc.constant(0).chain(() => branches(leaves, depth - 1)) });
  const forGroups: fc.Arbitrary<Drawn> = fc.oneof(
    { weight: 14, arbitrary: child },
    { weight: 1, arbitrary: fc.record({ only: fc.constantFrom(...groups), node: child }) },
    { weight: 1, arbitrary: fc.record({ every: child }) },
    { weight: 1, arbitrary: fc.record({ fork: fc.tuple(child, child) }) },
  );
  return fc.record({ children: fc.array(forGroups, { minLength: 1, maxLength: depth === 1 ? 6 : 4, size: "max" }), rescaleTo });
}

const rescaleTo = fc.oneof(
  { weight: 6, arbitrary: fc.constant(undefined) },
  { weight: 2, arbitrary: fc.constant("own") },
  { weight: 1, arbitrary: positivePoints },
);

function beyondAreas(leaves: fc.Arbitrary<DrawnLeaf>): fc.Arbitrary<DrawnBeyond> {
  const inner = fc.record({ children: fc.array(leaves, { minLength: 1, maxLength: 3 }), rescaleTo });
  const area = fc.oneof(
    leaves,
    fc.record({
      children: fc.array(fc.oneof({ weight: 4, arbitrary: leaves }, { weight: 1, arbitrary: inner }), { minLength: 1, maxLength: 4 }),
      rescaleTo,
    }),
  );
  return fc.record({
    beyondMax: fc.constantFrom<("bonus" | "penalty")[]>("bonus", "penalty"),
    area,
    caps: fc.array(fc.constantFrom("100", "100", "50", "33.33", "12.5", "1"), { minLength: 2, maxLength: 2 }),
    only: fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.constantFrom(...groups) }),
  });
}

/** Criteria with their codes, and the leaves that they were made from. */
export interface Coded {
  readonly criteria: readonly CriterionDocument[];
  readonly leaves: readonly CodedLeaf[];
}

export interface CodedLeaf {
  readonly criterion: CriterionDocument;
  readonly leaf: DrawnLeaf;
  /** The groups whose units report it. */
  readonly groups: readonly Group[];
}

export function codedSet({ children, beyond }: DrawnSet): Coded {
  return together([
    ...children.map((child, index) => coded(child, String(index + 1), groups)),
    ...beyond.map((area, index) => codedBeyond(area, String(children.length + index + 1))),
  ]);
}

function together(parts: readonly Coded[]): Coded {
  return { criteria: parts.flatMap(({ criteria }) => criteria), leaves: parts.flatMap(({ leaves }) => leaves) };
}

/** A node for these groups. Inside what is for one group only, everything is for that group. */
function coded(drawn: Drawn, code: string, forGroups: readonly Group[]): Coded {
  if ("only" in drawn) return onlyFor(drawn.only, drawn.node, code, forGroups);
  if ("every" in drawn) {
    const { criteria, leaves } = coded(drawn.every, code, forGroups);
    return { criteria: criteria.map((criterion) => ({ groups: [...forGroups].reverse(), ...criterion })), leaves };
  }
  if ("fork" in drawn)
    return together(groups.map((group, index) => onlyFor(group, unambiguous(drawn.fork[index] as Drawn), code, forGroups)));
  if (!("children" in drawn)) return codedLeaf(drawn, code, forGroups);
  const { criteria, leaves } = together(drawn.children.map((child, index) => coded(child, `${code}.${index + 1}`, forGroups)));
  if (criteria.length === 0) return { criteria, leaves };
  return { criteria: [branchWith({ code, criteria, forGroups, rescaleTo: drawn.rescaleTo })], leaves };
}

function onlyFor(group: Group, node: Drawn, code: string, forGroups: readonly Group[]): Coded {
  if (!forGroups.includes(group)) return { criteria: [], leaves: [] };
  const { criteria, leaves } = coded(node, code, [group]);
  return { criteria: forGroups.length === 1 ? criteria : criteria.map((criterion) => ({ ...criterion, groups: [group] })), leaves };
}

/** Two nodes with one code cannot have readings of their own, which are chosen by code. */
function unambiguous(drawn: Drawn): Drawn {
  if ("only" in drawn) return { ...drawn, node: unambiguous(drawn.node) };
  if ("every" in drawn) return { every: unambiguous(drawn.every) };
  if ("fork" in drawn) return { fork: [unambiguous(drawn.fork[0]), unambiguous(drawn.fork[1])] };
  return "children" in drawn ? { ...drawn, children: drawn.children.map(unambiguous) } : settled(drawn);
}

function codedLeaf(leaf: DrawnLeaf, code: string, forGroups: readonly Group[]): Coded {
  const { group, differs } = leaf.variant ?? {};
  const byGroup = group !== undefined && differs !== undefined && forGroups.includes(group) ? { byGroup: { [group]: differs } } : {};
  const criterion = { ...named(code, forGroups), maxPoints: leaf.maxPoints, ...leaf.body, ...byGroup };
  return { criteria: [criterion], leaves: [{ criterion, leaf, groups: forGroups }] };
}

interface BranchParts {
  readonly code: string;
  readonly criteria: readonly CriterionDocument[];
  readonly forGroups: readonly Group[];
  readonly rescaleTo: string | undefined;
}

function branchWith({ code, criteria, forGroups, rescaleTo }: BranchParts): CriterionDocument {
  const { maxPoints, ...byGroup } = maximaOf(criteria, forGroups);
  return {
    ...named(code, forGroups),
    maxPoints,
    ...byGroup,
    ...rescaling(rescaleTo, maxPoints),
    provenance: { points: invented },
    children: criteria,
  };
}

interface Maxima {
  readonly maxPoints: string;
  readonly byGroup?: Readonly<Record<string, VariantDocument>>;
}

/** What these parts of a branch come to for the groups that it is for. */
export function maximaOf(criteria: readonly CriterionDocument[], forGroups: readonly Group[]): Maxima {
  return maximaFrom(
    forGroups.map((group) => print(sumFor(criteria, group))),
    forGroups,
  );
}

/** The maximum of the first group, and those of others where they are not the same. */
function maximaFrom([maxPoints = "0", ...others]: readonly string[], [, ...forOthers]: readonly Group[]): Maxima {
  const differing = forOthers.flatMap((group, index) =>
    others[index] === maxPoints ? [] : [[group, { maxPoints: others[index] ?? "0" }] as const],
  );
  return { maxPoints, ...(differing.length === 0 ? {} : { byGroup: Object.fromEntries(differing) }) };
}

export function rescaling(rescale: string | undefined, maxPoints: string): Pick<CriterionDocument, "rescaleTo"> {
  if (rescale === undefined) return {};
  const points = rescale === "own" ? maxPoints : rescale;
  return isNothing(readDecimal(points)) ? {} : { rescaleTo: { points, provenance: invented } };
}

/** A bonus or penalty for its groups; nothing where its parts come to nothing. */
function codedBeyond({ beyondMax, area, caps, only }: DrawnBeyond, code: string): Coded {
  const forGroups = only === undefined ? groups : [only];
  const { criteria, leaves } = coded(area, code, forGroups);
  const worth = (criterion: CriterionDocument, group: Group) =>
    criterion.children === undefined ? maximumFor(criterion, group) : sumFor(criterion.children, group);
  const isWorthless = (criterion: CriterionDocument) =>
    isNothing(readDecimal(criterion.maxPoints)) || forGroups.some((group) => isNothing(worth(criterion, group)));
  if (criteria.some(isWorthless)) return { criteria: [], leaves: [] };
  const beside = criteria.map((criterion): CriterionDocument => {
    const marked = { ...criterion, beyondMax, ...(only === undefined ? {} : { groups: [only] }) };
    if (criterion.children === undefined) return marked;
    const sums = forGroups.map((group, index) =>
      print(dividedBy(times(worth(criterion, group), readDecimal(caps[index] ?? "100")), whole(100))),
    );
    const { byGroup: _, ...rest } = marked;
    return { ...rest, ...maximaFrom(sums, forGroups) };
  });
  return { criteria: beside, leaves };
}

/** What two groups have under one code has a title of its own for each. */
function named(code: string, forGroups: readonly Group[]): Pick<CriterionDocument, "code" | "title"> {
  const whose = forGroups.length === 1 ? ` (${forGroups[0]})` : "";
  return { code, title: { vi: `Tiêu chí ${code}${whose}`, en: `Criterion ${code}${whose}` } };
}

/** What the parts for a group come to, without what stands beside them. */
export function sumFor(criteria: readonly CriterionDocument[], group: Group): Fraction {
  const parts = criteria.filter(({ groups: only, beyondMax }) => beyondMax === undefined && (only === undefined || only.includes(group)));
  return total(parts.map((part) => maximumFor(part, group)));
}

function maximumFor({ maxPoints, byGroup }: CriterionDocument, group: Group): Fraction {
  return readDecimal(byGroup?.[group]?.maxPoints ?? maxPoints);
}
