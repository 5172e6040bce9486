import fc from "fast-check";
import { type CriteriaSet, diffCriteria, parseCriteria } from "par-index";
import { describe, expect, test } from "vitest";
import { scenarios } from "../arbitraries/criteria";
import { codesOf, type TwoEditions, twoEditions } from "../arbitraries/laterEditions";
import type { CriteriaDocument, CriterionDocument } from "../oracle/documents";
import { criteriaOf, reordered } from "./scored";

const editions = twoEditions({ units: 1, removing: true });

function forEveryPair(check: (drawn: TwoEditions) => void): void {
  fc.assert(fc.property(editions, check), { numRuns: 200 });
}

describe("the differences between a set and", () => {
  test("itself are none", () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        expect(diffCriteria(criteriaOf(scenario), criteriaOf(scenario))).toEqual([]);
      }),
    );
  });

  test("itself in another order are none", () => {
    fc.assert(
      fc.property(scenarios, fc.nat(), (scenario, turn) => {
        const again = { ...scenario, file: reordered(scenario.file, turn) };
        expect(diffCriteria(criteriaOf(scenario), criteriaOf(again))).toEqual([]);
      }),
    );
  });

  test("a later edition are what was done to it: each criterion is followed by its title", () => {
    forEveryPair(({ before, after, formerCodes, removed }) => {
      const changes = diffCriteria(criteriaOf(before), criteriaOf(after)).filter(({ code }) => code !== "total");
      const renumbered = [...formerCodes].filter(([code, former]) => code !== former);
      expect(changes.filter(({ change }) => change === "added")).toEqual([]);
      const gone = changes.filter(({ change }) => change === "removed").map(({ code }) => code);
      expect(gone.sort()).toEqual([...removed].sort());
      expect(changes.flatMap(({ code, from }) => (from === undefined ? [] : [[code, from]]))).toEqual(renumbered);
      for (const { fields } of changes) expect(fields.filter(({ path }) => !path.endsWith("maxPoints"))).toEqual([]);
    });
  });

  test("a later edition are the same again for files that were stored and read back", () => {
    forEveryPair(({ before, after }) => {
      const again = (file: CriteriaDocument) => parseCriteria(JSON.stringify(file));
      expect(diffCriteria(again(before.file), again(after.file))).toEqual(diffCriteria(criteriaOf(before), criteriaOf(after)));
    });
  });
});

describe("whatever two sets say", () => {
  test("every criterion of both is told exactly once: followed, added or removed", () => {
    fc.assert(
      fc.property(editions, fc.array(fc.nat({ max: 3 }), { minLength: 40, maxLength: 40 }), ({ before, after }, drawn) => {
        const [old, now] = [withRepeatedTitles(before.file), claiming(withRepeatedTitles(after.file), drawn)];
        const changes = diffCriteria(old, now).filter(({ code }) => code !== "total");
        const told = (wanted: string) => changes.filter(({ change }) => change === wanted).map(({ code }) => code);
        const followed = codesIn(now).filter((code) => !told("added").includes(code));
        const formerCodes = followed.map((code) => changes.find((change) => change.code === code && isKept(change))?.from ?? code);
        expect(new Set(told("added")).size).toBe(told("added").length);
        expect([...formerCodes, ...told("removed")].sort()).toEqual([...codesIn(old)].sort());
      }),
      { numRuns: 300 },
    );
  });

  const isKept = ({ change }: { readonly change: string }) => change !== "added" && change !== "removed";
  const codesIn = ({ file }: CriteriaSet) => codesOf((file as unknown as CriteriaDocument).children);
});

/** The same set with titles that tell criteria of one branch apart and no others. */
function withRepeatedTitles(file: CriteriaDocument): CriteriaSet {
  const titled = (criteria: readonly CriterionDocument[]): readonly CriterionDocument[] =>
    criteria.map((criterion, index) => ({
      ...criterion,
      title: { vi: `Tiêu chí ${index + (criterion.code.length % 3)}` },
      ...(criterion.children === undefined ? {} : { children: titled(criterion.children) }),
    }));
  return parseCriteria({ ...file, children: titled(file.children) });
}

/** The same set, some of whose criteria claim former codes, each code once, whether or not there was one. */
function claiming({ file }: CriteriaSet, drawn: readonly number[]): CriteriaSet {
  const document = file as unknown as CriteriaDocument;
  const codes = codesOf(document.children);
  const claim = (criteria: readonly CriterionDocument[]): readonly CriterionDocument[] =>
    criteria.map((criterion) => {
      const place = codes.indexOf(criterion.code);
      const claimed = drawn[place] === 0 ? { formerly: { code: codes[codes.length - 1 - place] ?? "9" } } : {};
      return { ...criterion, ...claimed, ...(criterion.children === undefined ? {} : { children: claim(criterion.children) }) };
    });
  return parseCriteria({ ...document, children: claim(document.children) });
}
