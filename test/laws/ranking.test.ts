import fc from "fast-check";
import { type Place, parseReports, rank, scoreAll } from "par-index";
import { describe, expect, test } from "vitest";
import { fromExactText } from "../../src/exact/decimal";
import { compare } from "../../src/exact/ratio";
import { type Scenario, scenariosWith } from "../arbitraries/criteria";
import { type DrawnLeaf, scoredBody } from "../arbitraries/leaves";
import type { CriteriaDocument } from "../oracle/documents";
import { criteriaOf } from "./scored";

/** Leaves that are worth little and given in halves, so that many units come to the same total by different ways. */
const halves: fc.Arbitrary<DrawnLeaf> = fc
  .array(fc.constantFrom("0", "0.5", "1"), { minLength: 6, maxLength: 6, size: "max" })
  .map((points) => ({
    maxPoints: "1",
    body: scoredBody({ kind: "given", by: { vi: "Hội đồng" } }, {}),
    items: points.map((given) => ({ points: given })),
  }));

const manyEquals = scenariosWith({ units: 6, leaves: halves });

type Ranking = CriteriaDocument["policies"]["ranking"];

/** The places of a scenario's units when the set ranks so, in the order of the list. */
function placesUnder({ file, ...scenario }: Scenario, ranking: Ranking): readonly Place[] {
  const criteria = criteriaOf({ ...scenario, file: { ...file, policies: { ...file.policies, ranking } } });
  const scores = scoreAll(criteria, parseReports(criteria, scenario.reports));
  return rank(criteria, scores).groups.flatMap(({ places }) => places);
}

function forEveryRanking(check: (scenario: Scenario, ranking: Ranking) => void): void {
  fc.assert(
    fc.property(manyEquals, (scenario) => check(scenario, scenario.file.policies.ranking)),
    { numRuns: 200 },
  );
}

describe("tie-breakers", () => {
  test("part only what is equal, and leave every other place as it was", () => {
    forEveryRanking((scenario, { tieBreakers, ...ranking }) => {
      const before = placesUnder(scenario, { ...ranking, ties: "share" });
      const after = placesUnder(scenario, { ...ranking, ties: "share", ...(tieBreakers === undefined ? {} : { tieBreakers }) });
      for (const place of after) {
        const old = before.find(({ unit }) => unit.id === place.unit.id) as Place;
        expect([...place.tiedWith, ...(place.partedFrom ?? [])].sort()).toEqual([...old.tiedWith].sort());
        expect([place.exact, place.published, place.reason]).toEqual([old.exact, old.published, old.reason]);
        const rankNow = (id: string) => after.find(({ unit }) => unit.id === id)?.rank ?? 0;
        const above = (place.partedFrom ?? []).filter((id) => rankNow(id) < (place.rank ?? 0));
        expect(place.rank).toBe(old.rank === null ? null : old.rank + above.length);
      }
    });
  });

  test("do part units, and some of them in turn", () => {
    const drawn = fc
      .sample(manyEquals, { numRuns: 300, seed: 11 })
      .filter(({ file }) => (file.policies.ranking.tieBreakers?.length ?? 0) > 1);
    const places = drawn.flatMap((scenario) => placesUnder(scenario, scenario.file.policies.ranking));
    expect(places.filter(({ partedFrom }) => partedFrom !== undefined).length).toBeGreaterThan(20);
    expect(places.filter(({ partedFrom, tiedWith }) => partedFrom !== undefined && tiedWith.length > 0).length).toBeGreaterThan(5);
  });
});

describe("ways to number equals", () => {
  test("differ in nothing but the numbers: the list, the ties and what parts them stay", () => {
    forEveryRanking((scenario, ranking) => {
      const [share, dense, undecided] = (["share", "dense", "undecided"] as const).map((ties) =>
        placesUnder(scenario, { ...ranking, ties }),
      );
      const besides = (places: readonly Place[] = []) =>
        places.map(({ unit, exact, published, tiedWith, partedFrom }) => ({ unit, exact, published, tiedWith, partedFrom }));
      expect(besides(dense)).toEqual(besides(share));
      expect(besides(undecided)).toEqual(besides(share));
    });
  });

  test("share skips as many places as units shared, dense skips none, undecided tells the places that are open", () => {
    forEveryRanking((scenario, ranking) => {
      const all = { ...ranking, within: "all" } as const;
      const [share = [], dense = [], undecided = []] = (["share", "dense", "undecided"] as const).map((ties) =>
        placesUnder(scenario, { ...all, ties }),
      );
      const ranks = share.flatMap((place) => place.rank ?? []);
      const steps = [...new Set(ranks)];
      share.forEach((place, index) => {
        const open = undecided[index];
        if (place.rank === null) return;
        expect(place.rank).toBe(ranks.indexOf(place.rank) + 1);
        expect(dense[index]?.rank).toBe(steps.indexOf(place.rank) + 1);
        if (place.tiedWith.length === 0) expect(open?.rank).toBe(place.rank);
        else expect([open?.rank, open?.between]).toEqual([null, [place.rank, place.rank + place.tiedWith.length]]);
      });
    });
  });
});

describe("a ranking", () => {
  test("is the same whatever the order of the scores, and goes from the best to the worst", () => {
    forEveryRanking(({ file, ...scenario }) => {
      const criteria = criteriaOf({ ...scenario, file });
      const scores = scoreAll(criteria, parseReports(criteria, scenario.reports));
      const ranking = rank(criteria, scores);
      expect(rank(criteria, [...scores].reverse())).toEqual(ranking);
      for (const { places } of ranking.groups) {
        const values = places.flatMap(({ exact, rank: place, between }) => (place === null && between === undefined ? [] : [exact ?? "0"]));
        const falls = values.every(
          (value, index) => index === 0 || compare(fromExactText(values[index - 1] ?? value), fromExactText(value)) >= 0,
        );
        if (file.policies.ranking.compare === "exact") expect(falls).toBe(true);
      }
    });
  });
});
