import fc from "fast-check";
import type { NodeScore, Score } from "par-index";
import { describe, expect, test } from "vitest";
import { fromDecimal, fromExactText } from "../../src/exact/decimal";
import { add, compare, divide, hundred, isZero, multiply, type Ratio, subtract, zero } from "../../src/exact/ratio";
import { type Scenario, scenarios } from "../arbitraries/criteria";
import type { Group } from "../arbitraries/leaves";
import { sumFor } from "../arbitraries/trees";
import type { CriteriaDocument, CriterionDocument } from "../oracle/documents";
import { print } from "../oracle/fraction";
import { forGroup } from "../oracle/groupTree";
import { nodesOf, scoreOf } from "./scored";

function forEveryScenario(check: (scenario: Scenario) => void, numRuns = 150): void {
  fc.assert(fc.property(scenarios, check), { numRuns });
}

const exact = ({ points }: Pick<NodeScore, "points">): Ratio => fromExactText(points);

describe("a bonus and a penalty", () => {
  test("are all that there is beside the base: points = base + bonus + penalty, to the last digit", () => {
    forEveryScenario((scenario) => {
      const { points, base, bonus, penalty } = scoreOf(scenario);
      const [all, ...parts] = [points, base, bonus, penalty].map(fromExactText) as [Ratio, Ratio, Ratio, Ratio];
      expect(parts.reduce(add)).toEqual(all);
    });
  });

  test("go one way only, and never beyond their cap", () => {
    forEveryScenario((scenario) => {
      for (const area of scoreOf(scenario).root.children) {
        if (area.beyondMax === undefined) continue;
        const size = area.beyondMax === "bonus" ? exact(area) : subtract(zero, exact(area));
        expect(compare(size, zero)).toBeGreaterThanOrEqual(0);
        expect(compare(size, fromDecimal(area.maxPoints))).toBeLessThanOrEqual(0);
      }
    });
  });

  test("never change the base: without them the unit has its base, of the same maximum that counts", () => {
    forEveryScenario((scenario) => {
      const score = scoreOf(scenario);
      const children = scenario.file.children.filter(({ beyondMax }) => beyondMax === undefined);
      if (children.length === 0 || children.length === scenario.file.children.length) return;
      const plain = scoreOf(reduced(scenario, { ...scenario.file, children }));
      expect([plain.points, plain.countedMax, plain.bonus, plain.penalty]).toEqual([score.base, score.countedMax, "0", "0"]);
    });
  });

  test("raise and lower the whole: more of a bonus is never less, more of a penalty is never more", () => {
    forEveryScenario((scenario) => {
      const score = scoreOf(scenario);
      const { root } = score;
      const parted = root.children.map(({ beyondMax, points }) => ({ beyondMax, points: fromExactText(points) }));
      for (const [index, area] of parted.entries()) {
        if (area.beyondMax === undefined) continue;
        const children = scenario.file.children.filter(({ code }) => code !== root.children[index]?.code);
        if (children.length === 0) continue;
        const order = compare(exact(score), exact(scoreOf(reduced(scenario, { ...scenario.file, children }))));
        expect(order).toBe(compare(area.points, zero));
      }
    });
  });
});

describe("the score of a unit", () => {
  test("depends only on the tree of its own group", () => {
    forEveryScenario((scenario) => {
      const [{ unit }] = scenario.reports as [(typeof scenario.reports)[0]];
      const own = onlyForGroup(scenario.file, unit.group as Group);
      if (own.children.length === 0) return;
      const alone = nodesOf(scoreOf(reduced(scenario, own))).map(withoutChildren);
      const among = nodesOf(scoreOf(scenario)).map(withoutChildren);
      const codes = new Set(alone.map(({ code }) => code));
      expect(alone).toEqual(among.filter(({ code }) => codes.has(code)));
      expect(among.filter(({ code, maxPoints }) => !codes.has(code) && maxPoints !== "0")).toEqual([]);
    });
  });
});

describe("bringing up what counts", () => {
  test("keeps the share that was earned, of a branch or of the whole", () => {
    forEveryScenario((scenario) => {
      for (const rescaled of withOneRescaling(scenario)) {
        const [after, before] = [rescaled, withoutRescaling(rescaled)].map(scoreOf) as [Score, Score];
        const earlier = new Map(nodesOf(before).map((node) => [node.code, node]));
        for (const { code, steps = [], countedMax } of nodesOf(after)) {
          const step = steps.find(({ by, step: name }) => by === "score" && name === "rescaled");
          const node = earlier.get(code);
          if (step === undefined || node === undefined) continue;
          const { points: brought = "", worth = "", before: points = "", countedMax: counted = "" } = step.values;
          expect(divide(fromExactText(brought), fromExactText(worth))).toEqual(divide(fromExactText(points), fromExactText(counted)));
          if (node.beyondMax !== undefined) continue;
          expect([countedMax, node.countedMax]).toEqual([worth, counted]);
        }
      }
    });
  });

  test("to the maximum publishes in points what leaving out publishes as an index", () => {
    forEveryScenario((scenario) => {
      const { rescaleTo: _, ...file } = withoutRescaling(onlyTheBase(scenario)).file;
      if (file.children.length === 0 || isZero(fromDecimal(file.maxPoints))) return;
      const [{ unit }] = scenario.reports as [(typeof scenario.reports)[0]];
      const maxPoints = file.byGroup?.[unit.group]?.maxPoints ?? file.maxPoints;
      const rescaleTo = { points: maxPoints, provenance: { confidence: "invented" } } as const;
      if (isZero(fromDecimal(maxPoints))) return;
      const left = scoreOf(reduced(scenario, file));
      const brought = scoreOf(reduced(scenario, { ...file, rescaleTo }));
      expect(brought.index).toBe(left.index);
      if (left.index === null) return;
      if (compare(fromExactText(left.countedMax), fromDecimal(maxPoints)) > 0) return;
      expect(exact(brought)).toEqual(divide(multiply(fromExactText(left.index), fromDecimal(maxPoints)), hundred));
    });
  });
});

function withoutChildren({ children: _, ...node }: NodeScore) {
  return node;
}

/** The same reports under another file, in which some criteria are gone. */
function reduced({ readings, reports, ...rest }: Scenario, file: CriteriaDocument): Scenario {
  const { tieBreakers: _, ...ranking } = file.policies.ranking;
  const codes = new Set(codesIn(file.children));
  const kept = (items: object) => Object.fromEntries(Object.entries(items).filter(([code]) => codes.has(code)));
  return {
    ...rest,
    file: { ...file, policies: { ...file.policies, ranking } },
    readings: kept(readings),
    reports: reports.map((report) => ({ ...report, items: kept(report.items) })),
  };
}

function codesIn(children: readonly CriterionDocument[]): readonly string[] {
  return children.flatMap(({ code, children: below = [] }) => [code, ...codesIn(below)]);
}

function onlyTheBase(scenario: Scenario): Scenario {
  return reduced(scenario, { ...scenario.file, children: scenario.file.children.filter(({ beyondMax }) => beyondMax === undefined) });
}

/** A file as its author would have written it for this group alone. */
function onlyForGroup(file: CriteriaDocument, group: Group): CriteriaDocument {
  const children = file.children
    .filter(({ groups }) => groups === undefined || groups.includes(group))
    .flatMap((child) => plain(forGroup(child, group)));
  const { byGroup: _, ...rest } = file;
  return { ...rest, groups: file.groups.filter(({ id }) => id === group), maxPoints: print(sumFor(children, group)), children };
}

/** A criterion that speaks of no groups; none where nothing is left of a branch. */
function plain({ groups: _, byGroup: __, children, ...criterion }: CriterionDocument): readonly CriterionDocument[] {
  if (children === undefined) return [criterion];
  const below = children.flatMap(plain);
  return below.length === 0 ? [] : [{ ...criterion, children: below }];
}

function withoutRescaling(scenario: Scenario): Scenario {
  const { rescaleTo: _, ...file } = scenario.file;
  return { ...scenario, file: { ...file, children: file.children.map((child) => rescaledOnlyAt(child, undefined)) } };
}

/** The same scenario once for each branch that is brought up, with no other that is. */
function withOneRescaling(scenario: Scenario): readonly Scenario[] {
  const { rescaleTo, ...file } = scenario.file;
  const at = (code: string) => ({ ...scenario, file: { ...file, children: file.children.map((child) => rescaledOnlyAt(child, code)) } });
  const whole = rescaleTo === undefined ? [] : [{ ...scenario, file: { ...withoutRescaling(scenario).file, rescaleTo } }];
  return [...whole, ...rescaledCodes(file.children).map(at)];
}

function rescaledCodes(children: readonly CriterionDocument[]): readonly string[] {
  return children.flatMap(({ code, rescaleTo, children: below = [] }) => [
    ...(rescaleTo === undefined ? [] : [code]),
    ...rescaledCodes(below),
  ]);
}

function rescaledOnlyAt({ rescaleTo, ...criterion }: CriterionDocument, code: string | undefined): CriterionDocument {
  const { children } = criterion;
  return {
    ...criterion,
    ...(rescaleTo !== undefined && criterion.code === code ? { rescaleTo } : {}),
    ...(children === undefined ? {} : { children: children.map((child) => rescaledOnlyAt(child, code)) }),
  };
}
