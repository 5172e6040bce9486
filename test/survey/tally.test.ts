import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { emptyTally, mergeTallies, safeMergeTallies, safeTallyOf, tallyOf } from "../../src/survey/tally";
import { keys, person, plainTally, survey } from "./responses";

const tally = fc.array(person, { maxLength: 6 }).map((people) => plainTally(survey, people));

describe("merging tallies", () => {
  test("does not depend on how they are grouped", () => {
    fc.assert(
      fc.property(tally, tally, tally, (a, b, c) => {
        const left = mergeTallies(survey, [mergeTallies(survey, [a, b]), c]);
        expect(left).toEqual(mergeTallies(survey, [a, mergeTallies(survey, [b, c])]));
        expect(left).toEqual(mergeTallies(survey, [a, b, c]));
      }),
    );
  });

  test("does not depend on their order", () => {
    fc.assert(
      fc.property(tally, tally, (a, b) => {
        expect(mergeTallies(survey, [a, b])).toEqual(mergeTallies(survey, [b, a]));
      }),
    );
  });

  test("with the tally of nobody changes nothing", () => {
    fc.assert(
      fc.property(tally, (a) => {
        expect(mergeTallies(survey, [a, emptyTally(survey, keys)])).toEqual(a);
      }),
    );
  });

  test("gives the tally of all their people", () => {
    fc.assert(
      fc.property(fc.array(person, { maxLength: 6 }), fc.array(person, { maxLength: 6 }), (some, others) => {
        const merged = mergeTallies(survey, [plainTally(survey, some), plainTally(survey, others)]);
        expect(merged).toEqual(plainTally(survey, [...some, ...others]));
      }),
    );
  });

  test("is refused for another questionnaire, other keys, or a cluster in two strata", () => {
    const codesOf = (outcome: ReturnType<typeof safeMergeTallies>) => (outcome.ok ? [] : outcome.issues.map(({ code }) => code));
    const one = emptyTally(survey, keys);
    expect(codesOf(safeMergeTallies(survey, [{ ...one, questionnaire: { id: "other", revision: 1 } }]))).toEqual(["tallyOfOther"]);
    expect(codesOf(safeMergeTallies(survey, [one, emptyTally(survey, ["province"])]))).toEqual(["tallyKeysDiffer"]);
    const inStratum = (stratum: string) =>
      tallyOf(survey, { keys, answers: [{ cell: { stratum, cluster: "x" }, question: "q1", answer: "5", count: 1 }], parts: [] });
    expect(codesOf(safeMergeTallies(survey, [inStratum("T1"), inStratum("T2")]))).toEqual(["clusterInTwoStrata"]);
  });
});

test("a tally of what the questionnaire does not have is refused", () => {
  const outcome = safeTallyOf(survey, {
    keys: [],
    answers: [
      { cell: {}, question: "q99", answer: "5", count: 1 },
      { cell: {}, question: "q1", answer: "6", count: 1 },
      { cell: {}, question: "q1", answer: "5", count: 1.5 },
      { cell: {}, question: "q1", answer: "5", count: -1 },
    ],
    parts: [{ cell: {}, part: "F9", answered: 1, worth: "100", count: 1 }],
  });
  expect(outcome.ok ? [] : outcome.issues.map(({ code }) => code)).toEqual([
    "surveyPartUnknown",
    "answerOutsideScale",
    "notWhole",
    "negative",
    "surveyPartUnknown",
  ]);
});
