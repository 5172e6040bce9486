import fc from "fast-check";
import {
  type Change,
  compareScores,
  compareYears,
  type NodeScore,
  parseEvidence,
  type Score,
  type ScoredYear,
  scoreUnit,
  treeOf,
  type YearChange,
  type YearsCompared,
} from "par-index";
import { describe, expect, test } from "vitest";
import { listNodes } from "../../src/criteria/tree";
import { type Scenario, sameGroup, scenariosWith } from "../arbitraries/criteria";
import { twoEditions } from "../arbitraries/laterEditions";
import type { CriterionDocument } from "../oracle/documents";
import { criteriaOf } from "./scored";

/** The year in which the first unit reported what the given one did. */
function yearOf(scenario: Scenario, reporter = 0): ScoredYear {
  const criteria = criteriaOf(scenario);
  const [first] = scenario.reports;
  return { criteria, score: scoreUnit(criteria, parseEvidence(criteria, { ...scenario.reports[reporter], unit: first?.unit })) };
}

const changesOf = ({ root }: YearsCompared) => listNodes<YearChange>(root);
const byCode = <N extends { readonly code: string }>(nodes: readonly N[]) => new Map(nodes.map((node) => [node.code, node]));
const scoresOf = ({ root }: Score) => byCode(listNodes<NodeScore>(root));
const leavesBelow = (node: NodeScore) => listNodes<NodeScore>(node).filter(({ children }) => children === undefined);

/** What a leaf is to the sum above it, from its score alone. */
function partIn(leaf: NodeScore | undefined): "points" | "nothing" | "open" {
  if (leaf === undefined || leaf.children !== undefined) return "nothing";
  if (leaf.state === "missing" || leaf.state === "waiting") return "open";
  return leaf.countedMax === "0" ? "nothing" : "points";
}

describe("a year compared with itself", () => {
  test("changes nothing, and refuses nothing that has all its points", () => {
    fc.assert(
      fc.property(scenariosWith({ units: 1 }), (scenario) => {
        const year = yearOf(scenario);
        const scores = scoresOf(year.score);
        const compared = compareYears(year, year);
        for (const { code, difference, before, after, refused } of changesOf(compared)) {
          const parts = leavesBelow(scores.get(code) as NodeScore).map(partIn);
          const whole = parts.includes("points") && !parts.includes("open");
          expect({ code, difference, equal: before === after, alike: refused.length === 0 }).toEqual({
            code,
            difference: whole ? "0" : null,
            equal: true,
            alike: whole,
          });
        }
        expect(compared.removed).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

describe("two years under one set", () => {
  test("give the changes of compareScores, to just what has all its points in both and counts as much", () => {
    fc.assert(
      fc.property(scenariosWith({ units: 2, groupsOfUnits: sameGroup(2) }), (scenario) => {
        const [before, after] = [yearOf(scenario), yearOf(scenario, 1)];
        const plain = byCode(listNodes<Change>(compareScores(after.criteria, before.score, after.score)));
        const [old, now] = [scoresOf(before.score), scoresOf(after.score)];
        for (const { code, difference, published } of changesOf(compareYears(before, after))) {
          const pairs = leavesBelow(now.get(code) as NodeScore).map((leaf) => [old.get(leaf.code), leaf] as const);
          const parts = pairs.map(([a, b]) => (a?.countedMax === b.countedMax ? `${partIn(a)}, ${partIn(b)}` : "counts otherwise"));
          const alike = parts.every((part) => ["points, points", "nothing, nothing"].includes(part)) && parts.includes("points, points");
          if (alike) expect({ code, difference, published }).toMatchObject(of(plain.get(code)));
          else expect({ code, difference, published }).toEqual({ code, difference: null, published: null });
        }
      }),
      { numRuns: 200 },
    );
  });

  const of = (change: Change | undefined) => ({ difference: change?.difference, published: change?.published });
});

describe("a later edition", () => {
  test("that is only renumbered gives the same changes, each under its new code", () => {
    fc.assert(
      fc.property(twoEditions({ units: 2, removing: false }), ({ before, after, formerCodes }) => {
        const earlier = yearOf(before);
        const same = byCode(changesOf(compareYears(earlier, yearOf(before, 1))));
        const renumbered = compareYears(earlier, yearOf(after, 1));
        for (const { code, from, difference, published, refused, ...points } of changesOf(renumbered)) {
          const former = code === "total" ? code : formerCodes.get(code);
          const plain = same.get(former ?? "");
          expect({ former, difference, published, before: points.before, after: points.after }).toEqual({
            former: from ?? code,
            difference: plain?.difference,
            published: plain?.published,
            before: plain?.before,
            after: plain?.after,
          });
          expect(refused.map(({ reason }) => reason)).toEqual(plain?.refused.map(({ reason }) => reason));
        }
        expect(renumbered.removed).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test("that dropped criteria lists them, and compares no branch that lost one", () => {
    fc.assert(
      fc.property(twoEditions({ units: 1, removing: true }), ({ before, after, formerCodes }) => {
        const [earlier, later] = [yearOf(before), yearOf(after)];
        const [old, now] = [scoresOf(earlier.score), scoresOf(later.score)];
        const compared = compareYears(earlier, later);
        const former = (code: string) => (code === "total" ? code : (formerCodes.get(code) ?? ""));
        const left = new Set([...now.keys()].map(former));
        expect(compared.removed.map(({ code }) => code)).toEqual([...old.keys()].filter((code) => !left.has(code)));
        const weighty = (leaves: readonly NodeScore[]) => leaves.filter((leaf) => partIn(leaf) !== "nothing").map(({ code }) => code);
        for (const { code, difference } of changesOf(compared)) {
          if (difference === null) continue;
          const [there, here] = [leavesBelow(old.get(former(code)) as NodeScore), leavesBelow(now.get(code) as NodeScore)];
          expect(weighty(here).map(former).sort()).toEqual([...weighty(there)].sort());
        }
      }),
      { numRuns: 200 },
    );
  });

  test("whose rules differ in words alone is compared like the same set", () => {
    fc.assert(
      fc.property(scenariosWith({ units: 1 }), (scenario) => {
        const reworded = { ...scenario, file: { ...scenario.file, id: "example/reworded", children: reword(scenario.file.children) } };
        const [year, same] = [yearOf(scenario), compareYears(yearOf(scenario), yearOf(scenario))];
        expect(compareYears(year, yearOf(reworded)).root).toEqual(same.root);
      }),
    );
  });

  test("that finds the points of one leaf in another way compares neither it nor what stands above it, and all else", () => {
    fc.assert(
      fc.property(scenariosWith({ units: 1 }), fc.nat(), (scenario, drawn) => {
        const year = yearOf(scenario);
        const scored = treeOf(year.criteria, year.score.unit.group).leaves.filter(({ node }) => node.method !== undefined);
        const chosen = scored[drawn % Math.max(scored.length, 1)]?.code;
        const surveyed = { ...scenario.file, id: "example/surveyed", children: surveying(scenario.file.children, chosen) };
        const same = byCode(changesOf(compareYears(year, year)));
        for (const { code, difference, refused } of changesOf(compareYears(year, yearOf({ ...scenario, file: surveyed })))) {
          const above = chosen !== undefined && (code === "total" || chosen === code || chosen.startsWith(`${code}.`));
          if (code === chosen) expect(refused).toContainEqual({ reason: "methodChanged", before: "appraised", after: "surveyed" });
          if (!above) expect({ code, difference }).toEqual({ code, difference: same.get(code)?.difference });
          if (above && partOf(year.score, chosen) !== "nothing") expect({ code, difference }).toEqual({ code, difference: null });
        }
      }),
      { numRuns: 200 },
    );
  });

  const partOf = (score: Score, code: string) => partIn(scoresOf(score).get(code));
});

/** The same rules with every word for people replaced, titles apart. */
function reword(criteria: readonly CriterionDocument[]): readonly CriterionDocument[] {
  return criteria.map((criterion) => ({
    ...criterion,
    ...(criterion.rule === undefined ? {} : { rule: reworded(criterion.rule) as NonNullable<CriterionDocument["rule"]> }),
    ...(criterion.children === undefined ? {} : { children: reword(criterion.children) }),
  }));
}

function reworded(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reworded);
  if (typeof value !== "object" || value === null) return value;
  if ("vi" in value) return { vi: "Lời khác" };
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, reworded(item)]));
}

/** The same criteria, of which one leaf is surveyed. */
function surveying(criteria: readonly CriterionDocument[], code: string | undefined): readonly CriterionDocument[] {
  return criteria.map((criterion) => ({
    ...criterion,
    ...(criterion.code === code && criterion.method !== undefined ? { method: "surveyed" as const } : {}),
    ...(criterion.children === undefined ? {} : { children: surveying(criterion.children, code) }),
  }));
}
