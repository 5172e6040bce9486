import fc from "fast-check";
import { type CriteriaSet, type Evidence, parseReports } from "par-index";
import { linesOf, replay, safeSeal, seal, verifyTrail } from "par-index/audit";
import { describe, expect, test } from "vitest";
import { type Scenario, scenariosWith } from "../arbitraries/criteria";
import { type GradedScenario, gradedScenarios } from "../arbitraries/grading";
import { roundScenarios } from "../arbitraries/rounds";
import { criteriaOf } from "../laws/scored";
import { bytesOf, linesIn, rootIn, who } from "./records";
import { canonical, entryOf, headLine, remade, type WrittenLine } from "./secondWriter";

interface Round {
  readonly criteria: CriteriaSet;
  readonly reports: readonly Evidence[];
}

function roundOf(scenario: Scenario | GradedScenario): Round {
  const criteria = criteriaOf({ readings: {}, ...scenario });
  return { criteria, reports: parseReports(criteria, scenario.reports) };
}

const families: readonly (readonly [string, fc.Arbitrary<Round>, number])[] = [
  ["trees, with one round", scenariosWith({ units: 3 }).map(roundOf), 60],
  ["trees, through rounds", roundScenarios({ units: 2 }).map(roundOf), 60],
  ["grades", gradedScenarios({ units: 5 }).map(roundOf), 60],
];

function forAll(family: fc.Arbitrary<Round>, numRuns: number, check: (round: Round, turn: number) => void): void {
  fc.assert(fc.property(family, fc.nat(10_000), check), { numRuns });
}

function sealed(round: Round): readonly string[] {
  return linesIn(seal({ ...who, ...round }));
}

const lines = (text: readonly string[]) => linesOf(bytesOf(text));

function expectIdentical(record: readonly string[]): void {
  const { identical, verdict, issues } = replay(lines(record));
  expect({ identical, holds: verdict.holds, errors: issues.filter(({ severity }) => severity === "error") }).toEqual({
    identical: true,
    holds: true,
    errors: [],
  });
}

describe.each(families)("sealed rounds of any %s", (_, family, numRuns) => {
  test("hold, and recomputed they are identical", () => {
    forAll(family, numRuns, (round) => expectIdentical(sealed(round)));
  }, 240_000);

  test("are written as the second writer writes them", () => {
    forAll(family, numRuns / 2, (round) => {
      const record = sealed(round);
      expect(remade(record, (line) => [line])).toEqual(record);
      expect(headLine(record.slice(0, -1))).toBe(record.at(-1));
    });
  }, 240_000);

  test("have the same bytes whatever the order of the reports", () => {
    forAll(family, numRuns / 2, (round, turn) => {
      const start = turn % round.reports.length;
      const turned = [...round.reports.slice(start), ...round.reports.slice(0, start)].reverse();
      expect(sealed({ ...round, reports: turned })).toEqual(sealed(round));
    });
  }, 240_000);

  test("hold with any of their texts withheld, and recomputed they are identical", () => {
    forAll(family, numRuns, (round, turn) => {
      let place = turn;
      const record = sealed(round).map((line) => {
        const value: WrittenLine = JSON.parse(line);
        if (value.entry === undefined) return line;
        const texts = Object.entries(value.texts).filter(() => {
          place = (place * 7919 + 13) % 10_007;
          return place % 3 !== 0;
        });
        return canonical({ ...value, texts: Object.fromEntries(texts) });
      });
      expectIdentical(record);
    });
  }, 240_000);

  test("have nothing to add while nothing changed", () => {
    forAll(family, numRuns / 4, (round) => {
      const outcome = safeSeal({ ...who, ...round, onto: lines(sealed(round)), reason: "Rà soát" });
      expect(outcome.ok ? "sealed" : outcome.issues.map(({ code }) => code)).toEqual(["nothingToRecord"]);
    });
  }, 240_000);

  test("keep their beginning when a report is withdrawn, and say what was replaced by what", () => {
    forAll(family, numRuns / 2, (round, turn) => {
      const before = sealed(round);
      const gone = round.reports[turn % round.reports.length];
      const left = withoutUnit(round.reports, gone?.unit.id ?? "");
      if (left.length === 0) return;
      const after = linesIn(seal({ ...who, ...round, reports: left, onto: lines(before), reason: "Đơn vị giải thể" }));
      expectContinued(before, after);
      expectIdentical(after);
      const again = linesIn(seal({ ...who, ...round, onto: lines(after), reason: "Khôi phục" }));
      expectContinued(after, again);
      expectIdentical(again);
    });
  }, 240_000);
});

function withoutUnit(reports: readonly Evidence[], id: string): readonly Evidence[] {
  return reports.filter(({ unit }) => unit.id !== id);
}

/** Fails unless a record goes on where another ended, and each correction and withdrawal names one that stood and states the same. */
function expectContinued(before: readonly string[], after: readonly string[]): void {
  expect(after.slice(0, before.length)).toEqual(before);
  const [root, size] = [rootIn(before.at(-1) ?? ""), before.filter((line) => line.startsWith('{"digest"')).length];
  const { holds, issues } = verifyTrail(lines(after), { roots: [root] });
  expect({ holds, told: issues.map(({ code, payload }) => [code, "size" in payload ? payload.size : undefined]) }).toEqual({
    holds: true,
    told: [["rootOfBeginning", size]],
  });
  const byNumber = new Map(
    after.filter((line) => line.startsWith('{"digest"')).map((line) => [entryOf(line).predicate.number, JSON.parse(line) as WrittenLine]),
  );
  for (const { entry } of byNumber.values()) {
    const { replaces, withdraws } = entry.predicate.content as {
      readonly [key: string]: { readonly number: number; readonly digest: string };
    };
    const named = replaces ?? withdraws;
    if (named === undefined) continue;
    expect(byNumber.get(named.number)?.digest).toBe(named.digest);
    expect(named.number).toBeLessThan(entry.predicate.number);
  }
}

test("a figure that a later report changes is a correction of just what it moves", () => {
  const changes = fc.tuple(scenariosWith({ units: 3 }), fc.nat(10_000));
  fc.assert(
    fc.property(changes, ([scenario, turn]) => {
      const { criteria, reports } = roundOf(scenario);
      const place = turn % reports.length;
      const emptied = reports.map((report, index) => (index === place ? { ...report, items: {} } : report));
      const changed = parseReports(criteria, JSON.parse(JSON.stringify(emptied)));
      const before = sealed({ criteria, reports });
      const outcome = safeSeal({ ...who, criteria, reports: changed, onto: lines(before), reason: "Nhập nhầm" });
      if (Object.keys(reports[place]?.items ?? {}).length === 0) {
        expect(outcome.ok).toBe(false);
        return;
      }
      const after = linesIn(outcome.ok ? outcome.value : "");
      expectContinued(before, after);
      expectIdentical(after);
      const added = after.slice(before.length, -2).map((line) => entryOf(line).predicateType);
      expect(new Set(added)).toEqual(new Set(["par-index:corrected/1"]));
    }),
    { numRuns: 60 },
  );
}, 240_000);
