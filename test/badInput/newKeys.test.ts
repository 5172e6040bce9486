import fc from "fast-check";
import { parseCriteria, parseDraft, safeParseCriteria, safeParseDraft } from "par-index";
import { describe, expect, test } from "vitest";
import { everyRound } from "./everyRound";
import { expectToBeSaidWell, expectTwinToThrow, issuesOf, toldAtCriterion } from "./issues";
import { mutated } from "./mutations";

type Key = string | number;

const file: unknown = JSON.parse(JSON.stringify(everyRound.file));

/** The file with a value put at these keys. */
function withAt(value: unknown, [key, ...rest]: readonly Key[], put: unknown): unknown {
  if (key === undefined) return put;
  const copy = structuredClone(value) as Record<Key, unknown>;
  copy[key] = withAt(copy[key] ?? {}, rest, put);
  return copy;
}

/** Every key by which a set says who is scored by what, who appraises, and which rounds are held. */
const keys: readonly { readonly key: string; readonly at: readonly Key[]; readonly place: string }[] = [
  { key: "groups", at: ["children", 1, "children", 0, "groups"], place: "2.1" },
  { key: "byGroup", at: ["children", 0, "children", 0, "byGroup"], place: "1.1" },
  { key: "byGroup of a group", at: ["children", 0, "children", 0, "byGroup", "district"], place: "1.1" },
  { key: "maxPoints of a group", at: ["children", 0, "children", 0, "byGroup", "district", "maxPoints"], place: "1.1" },
  { key: "beyondMax", at: ["children", 3, "beyondMax"], place: "4" },
  { key: "selfScored", at: ["children", 2, "selfScored"], place: "3" },
  { key: "appraiser", at: ["children", 0, "appraiser"], place: "1" },
  { key: "appraisers", at: ["appraisers"], place: "appraisers" },
  { key: "the id of an appraiser", at: ["appraisers", 0, "id"], place: "appraisers.0" },
  { key: "rescaleTo", at: ["rescaleTo"], place: "rescaleTo" },
  { key: "the points of rescaleTo", at: ["rescaleTo", "points"], place: "rescaleTo.points" },
  { key: "the list of rounds", at: ["policies", "rounds", "list"], place: "policies.rounds.list" },
  { key: "the id of a round", at: ["policies", "rounds", "list", 0, "id"], place: "policies.rounds.list.0.id" },
  { key: "who holds a round", at: ["policies", "rounds", "list", 0, "by"], place: "policies.rounds.list.0.by" },
  { key: "which rounds count", at: ["policies", "rounds", "counts"], place: "policies.rounds.counts" },
  { key: "tieBreakers", at: ["policies", "ranking", "tieBreakers"], place: "policies.ranking.tieBreakers" },
  { key: "ties", at: ["policies", "ranking", "ties"], place: "policies.ranking.ties" },
];

/** What none of them may hold: `null` leaves only maxima, rules, whole policies and the grading open. */
const garbage: readonly (readonly [string, unknown])[] = [
  ["null", null],
  ["a number", 5],
  ["a phrase", "mọi nhóm"],
  ["a list of nothing that is known", [{ nhóm: "district" }]],
  ["true", true],
];

describe.each(keys)("$key", ({ at, place }) => {
  test.each(garbage)("that is %s is refused where it stands", (_, put) => {
    const wrong = withAt(file, at, put);
    for (const input of [wrong, JSON.stringify(wrong)]) {
      for (const outcome of [safeParseCriteria(input), safeParseDraft(input)]) {
        expect(outcome.ok).toBe(false);
        const errors = issuesOf(outcome).filter(({ severity }) => severity === "error");
        expect(errors.some((issue) => toldAtCriterion(issue).startsWith(place))).toBe(true);
        errors.forEach(expectToBeSaidWell);
      }
    }
    expectTwinToThrow(() => parseCriteria(wrong), safeParseCriteria(wrong));
    expectTwinToThrow(() => parseDraft(wrong), safeParseDraft(wrong));
  });
});

test("a set with groups, rounds and appraisers of which one value was replaced is read or refused, never thrown at", () => {
  fc.assert(
    fc.property(mutated(file), (value) => {
      for (const outcome of [safeParseCriteria(value), safeParseDraft(value)]) {
        if (!outcome.ok) expect(outcome.issues.length).toBeGreaterThan(0);
      }
    }),
    { numRuns: 600 },
  );
});
