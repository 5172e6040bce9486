import fc from "fast-check";
import { type CriteriaChange, type CriteriaSet, diffCriteria, parseCriteria } from "par-index";
import { describe, expect, test } from "vitest";
import { scenarios } from "../arbitraries/criteria";
import { keyOf, type PlacedCriterion, placed, type TwoEditions, twoEditions } from "../arbitraries/laterEditions";
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
    forEveryPair(({ before, after, kept, removed }) => {
      const changes = diffCriteria(criteriaOf(before), criteriaOf(after)).filter(({ code }) => code !== "total");
      const renumbered = kept.filter(({ code, former }) => code !== former);
      expect(changes.filter(({ change }) => change === "added")).toEqual([]);
      expect(changes.filter(({ change }) => change === "removed").map(named)).toEqual(told(removed, placed(before.file.children)));
      expect(changes.filter(({ from }) => from !== undefined).map((change) => [named(change), change.from])).toEqual(
        told(renumbered, kept).map((name, index) => [name, renumbered[index]?.former]),
      );
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
        const namesOf = (wanted: CriteriaChange["change"]) => changes.filter(({ change }) => change === wanted).map(named);
        const followed = allIn(now).filter((name) => !namesOf("added").includes(name));
        const formerCodes = followed.map(
          (name) => changes.find((one) => named(one) === name && one.from !== undefined)?.from ?? codeIn(name),
        );
        expect(new Set(changes.map((one) => `${one.change === "removed"} ${named(one)}`)).size).toBe(changes.length);
        expect([...formerCodes, ...namesOf("removed").map(codeIn)].sort()).toEqual(allIn(old).map(codeIn).sort());
      }),
      { numRuns: 300 },
    );
  });

  const allIn = ({ file }: CriteriaSet) => {
    const all = placed((file as unknown as CriteriaDocument).children);
    return told(all, all);
  };
  const codeIn = (name: string) => name.split(" ")[0] ?? "";
});

/** A change by its code, and by its groups where it tells them. */
function named({ code, groups }: Pick<CriteriaChange, "code" | "groups">): string {
  return groups === undefined ? code : keyOf({ code, groups });
}

/** Criteria by their codes, and by their groups where others of the same set have their code. */
function told(criteria: readonly PlacedCriterion[], all: readonly PlacedCriterion[]): readonly string[] {
  return criteria.map(({ code, groups }) => named(all.filter((one) => one.code === code).length > 1 ? { code, groups } : { code }));
}

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
  const codes = [...new Set(placed(document.children).map(({ code }) => code))];
  const claim = (criteria: readonly CriterionDocument[]): readonly CriterionDocument[] =>
    criteria.map((criterion) => {
      const place = codes.indexOf(criterion.code);
      const claimed = drawn[place] === 0 ? { formerly: { code: codes[codes.length - 1 - place] ?? "9" } } : {};
      return { ...criterion, ...claimed, ...(criterion.children === undefined ? {} : { children: claim(criterion.children) }) };
    });
  return parseCriteria({ ...document, children: claim(document.children) });
}
