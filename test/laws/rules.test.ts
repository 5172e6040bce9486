import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { standardRuleKinds } from "../../src/rules/index";
import { standardMeasures } from "../../src/rules/measures/index";
import { ruleFamilies } from "../arbitraries/rules";
import { leafCases, scoreLeaf, setOf } from "./leaf";
import {
  declaresDirections,
  everyStepHasWords,
  nothingDueNeverLooksScored,
  pointsFollowTheFiguresAsDeclared,
  pointsLieBetweenZeroAndTheMaximum,
  sameInputGivesSameOutput,
} from "./ruleLaws";

describe.each(ruleFamilies)("$name", (family) => {
  test("points lie between 0 and the maximum", () => pointsLieBetweenZeroAndTheMaximum(family));
  test("the same input gives the same output", () => sameInputGivesSameOutput(family));
  test("nothing due is never scored, and what is scored was due", () => nothingDueNeverLooksScored(family));
  test("every step has words in Vietnamese and in English", () => everyStepHasWords(family));
});

describe.each(ruleFamilies.filter(declaresDirections))("$name", (family) => {
  test("points never fall with a figure they increase with, nor rise with one they decrease with", () =>
    pointsFollowTheFiguresAsDeclared(family));
});

describe("the laws cover", () => {
  test("every rule kind of the library", () => {
    const kinds = new Set<string>(ruleFamilies.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(standardRuleKinds.map(({ kind }) => kind).sort());
  });

  test("every measure of the library, with every kind that can read it", () => {
    const covered = ruleFamilies.filter(({ measure }) => measure !== undefined).map(({ kind, measure }) => `${kind} of ${measure}`);
    const possible = standardRuleKinds.flatMap((kind) =>
      kind.reads === "evidence"
        ? []
        : standardMeasures.filter(({ scale }) => kind.scales.includes(scale)).map(({ measure }) => `${kind.kind} of ${measure}`),
    );
    expect(covered.sort()).toEqual(possible.sort());
  });

  test("every step that has words, and no rule has words for a step it never takes", () => {
    const taken = new Set<string>();
    for (const family of ruleFamilies) {
      for (const leaf of fc.sample(leafCases(family), { numRuns: 300, seed: 7 })) {
        for (const { by, step } of scoreLeaf(setOf(leaf), leaf).steps) taken.add(`${by}: ${step}`);
      }
    }
    const worded = [
      ...standardRuleKinds.flatMap(({ kind, words }) => Object.keys(words).map((step) => `${kind}: ${step}`)),
      ...standardMeasures.flatMap(({ measure, words }) => Object.keys(words).map((step) => `${measure}: ${step}`)),
    ];
    expect([...taken].sort()).toEqual(worded.sort());
  });
});
