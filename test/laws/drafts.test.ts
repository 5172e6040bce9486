import fc from "fast-check";
import { type Issue, parseCriteria, parseDraft, safeParseCriteria, safeParseDraft } from "par-index";
import { describe, expect, test } from "vitest";
import { scenarios } from "../arbitraries/criteria";
import { invented } from "../arbitraries/policies";
import { roundScenarios } from "../arbitraries/rounds";
import type { CriteriaDocument, GradingDocument } from "../oracle/documents";

/** Files with and without rounds, with a grading that says the least. */
const files: fc.Arbitrary<CriteriaDocument> = fc
  .tuple(fc.oneof(scenarios, roundScenarios({ units: 1 })), fc.boolean())
  .map(([{ file }, isGraded]) => (isGraded ? { ...file, grading } : file));

const grading: GradingDocument = {
  compare: "exact",
  scales: [
    {
      groups: ["commune", "department"],
      grades: [{ id: "rated", title: { vi: "Đã đánh giá" } }],
    },
  ],
  facts: [],
  events: [],
  unrecorded: "didNotHappen",
  incomplete: "ungraded",
  quotas: [],
  provenance: invented,
};

type Keys = readonly (string | number)[];

/** Where a file may be left open: a maximum, a rule, a policy, the grading. */
function openable(file: CriteriaDocument): readonly Keys[] {
  const node = (value: object, path: Keys): readonly Keys[] =>
    Object.entries(value).flatMap(([key, below]) => {
      if (key === "children") return (below as object[]).flatMap((child, index) => node(child, [...path, "children", index]));
      return key === "maxPoints" || key === "rule" ? [[...path, key]] : [];
    });
  const policies = Object.keys(file.policies).map((name) => ["policies", name]);
  return [...policies, ...node(file, []), ...("grading" in file ? [["grading"]] : [])];
}

function openedAt<T>(value: T, [key, ...rest]: Keys): T {
  if (key === undefined) return null as T;
  const below = openedAt((value as Record<string | number, unknown>)[key], rest);
  return Array.isArray(value) ? (value.map((item, index) => (index === key ? below : item)) as T) : { ...value, [key]: below };
}

const errors = (issues: readonly Issue[]) => issues.filter(({ severity }) => severity === "error");
const placeOf = ({ code, location }: Issue) => [code, (location.path ?? []).join(".")];

describe("a complete file", () => {
  test("leaves nothing open, and is as a draft what it is as a set", () => {
    fc.assert(
      fc.property(files, (file) => {
        expect(parseDraft(file)).toEqual({ file: parseCriteria(file).file, open: [] });
      }),
      { numRuns: 100 },
    );
  });

  test("in which one point is opened has just that one open, and is refused for just that", () => {
    fc.assert(
      fc.property(files, fc.nat(), (file, choice) => {
        const keys = openable(file);
        const opened = keys[choice % keys.length] ?? [];
        const draft = openedAt(file, opened);
        const expected = [["stillOpen", opened.join(".")]];
        const outcome = safeParseDraft(draft);
        expect(outcome.ok ? [] : outcome.issues).toEqual([]);
        expect(outcome.ok && outcome.value.open.map(placeOf)).toEqual(expected);
        expect(outcome.ok && outcome.value.open.map(({ severity }) => severity)).toEqual(["warning"]);
        const refused = safeParseCriteria(draft);
        expect(refused.ok ? [] : errors(refused.issues).map(placeOf)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  test("in which any points are opened has just those open, whichever they are", () => {
    fc.assert(
      fc.property(
        files.chain((file) => fc.tuple(fc.constant(file), fc.subarray([...openable(file)]))),
        ([file, opened]) => {
          const draft = opened.reduce(openedAt, file);
          expect(parseDraft(draft).open.map(placeOf).sort()).toEqual(opened.map((keys) => ["stillOpen", keys.join(".")]).sort());
          expect(safeParseCriteria(draft).ok).toBe(opened.length === 0);
        },
      ),
      { numRuns: 200 },
    );
  });

  test("stays a draft of the same points when it is read again", () => {
    fc.assert(
      fc.property(files, fc.array(fc.nat(), { maxLength: 4 }), (file, choices) => {
        const keys = openable(file);
        const draft = parseDraft(choices.reduce((opened, choice) => openedAt(opened, keys[choice % keys.length] ?? []), file));
        expect(parseDraft(draft.file)).toEqual(draft);
        expect(parseDraft(JSON.stringify(draft.file)).file).toEqual(draft.file);
      }),
      { numRuns: 100 },
    );
  });
});
