import fc from "fast-check";
import type { CriteriaDocument, LeftOut, Mode } from "../oracle/documents";

export const invented = { confidence: "invented" } as const;

/** What a leaf that does not count may do to the sum. */
export const leftOuts: readonly LeftOut[] = ["fullPoints", "zero", "leaveOut", "splitEqually"];

/** Every decision that an instrument makes about computing. */
export type Policies = CriteriaDocument["policies"];

export const policies: fc.Arbitrary<Policies> = fc.record({
  rounding: fc.record({
    places: fc.integer({ min: 0, max: 4 }),
    mode: fc.constantFrom<Mode[]>("halfUp", "halfEven", "halfDown", "up", "down"),
    stage: fc.constantFrom<("leaf" | "published")[]>("leaf", "published"),
    provenance: fc.constant(invented),
  }),
  published: fc.record({ value: fc.constantFrom<("points" | "index")[]>("points", "index"), provenance: fc.constant(invented) }),
  notApplicable: fc.record({ policy: fc.constantFrom("refuse" as const, ...leftOuts), provenance: fc.constant(invented) }),
  ranking: fc.record({
    compare: fc.constantFrom<("exact" | "published")[]>("exact", "published"),
    ties: fc.constantFrom<("share" | "dense" | "undecided")[]>("share", "dense", "undecided"),
    incomplete: fc.constantFrom<("ranked" | "unranked")[]>("ranked", "unranked"),
    within: fc.constantFrom<("group" | "all")[]>("group", "all"),
    provenance: fc.constant(invented),
  }),
  mean: fc.record({ of: fc.constantFrom<("exact" | "published")[]>("exact", "published"), provenance: fc.constant(invented) }),
  change: fc.record({ of: fc.constantFrom<("exact" | "published")[]>("exact", "published"), provenance: fc.constant(invented) }),
});
