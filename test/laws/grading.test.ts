import fc from "fast-check";
import { applyQuota, type Classification, classify, countGrades, explainGrade, parseCriteria, parseReports, scoreAll } from "par-index";
import { describe, expect, test } from "vitest";
import { type GradedScenario, gradedScenarios } from "../arbitraries/grading";
import type { ReportDocument } from "../oracle/documents";

function classified({ file, reports }: GradedScenario) {
  const criteria = parseCriteria(file);
  return { criteria, classifications: classify(criteria, scoreAll(criteria, parseReports(criteria, reports))) };
}

function forEveryScenario(units: number, check: (scenario: GradedScenario, choice: number) => void): void {
  fc.assert(fc.property(gradedScenarios({ units }), fc.nat(), check), { numRuns: 150 });
}

/** The place of a decided grade among those of its group, best first; `undefined` where there is none. */
function placeOf({ file }: GradedScenario, { grade, unit }: Classification): number | undefined {
  const scale = file.grading.scales.find(({ groups }) => groups.includes(unit.group));
  return grade === null ? undefined : scale?.grades.findIndex(({ id }) => id === grade);
}

/** The first unit's grade after its report is changed. */
function afterwards(scenario: GradedScenario, change: (report: ReportDocument) => ReportDocument): Classification {
  const [first, ...others] = scenario.reports as readonly [ReportDocument, ...ReportDocument[]];
  return classified({ ...scenario, reports: [change(first), ...others] }).classifications[0] as Classification;
}

describe("a grade", () => {
  test("is never lower after more points, all else equal", () => {
    forEveryScenario(1, (scenario, choice) => {
      const [before] = classified(scenario).classifications as readonly [Classification];
      const scored = Object.entries(scenario.reports[0]?.items ?? {}).filter(([, item]) => item?.points !== undefined);
      const [code, item] = scored[choice % Math.max(scored.length, 1)] ?? [];
      if (code === undefined) return;
      const most = { "1.1": "30", "1.2.1": "20", "1.2.2": "10", "2": "40" }[code] ?? "0";
      const after = afterwards(scenario, (report) => ({ ...report, items: { ...report.items, [code]: { ...item, points: most } } }));
      const [was, is] = [placeOf(scenario, before), placeOf(scenario, after)];
      if (was !== undefined && is !== undefined) expect(is).toBeLessThanOrEqual(was);
    });
  });

  test("is never better after one more event, all else equal", () => {
    forEveryScenario(1, (scenario, choice) => {
      const [before] = classified(scenario).classifications as readonly [Classification];
      const { events = [] } = scenario.file.grading;
      const own = events.filter(({ groups }) => groups === undefined || groups.includes(before.unit.group));
      const event = own[choice % Math.max(own.length, 1)];
      if (event === undefined) return;
      const after = afterwards(scenario, (report) => ({ ...report, events: { ...report.events, [event.id]: { happened: true } } }));
      const [was, is] = [placeOf(scenario, before), placeOf(scenario, after)];
      if (was !== undefined && is !== undefined) expect(is).toBeGreaterThanOrEqual(was);
    });
  });

  test("has a reason where there is none, and the grades that are left where it is open", () => {
    forEveryScenario(3, (scenario) => {
      const { criteria, classifications } = classified(scenario);
      for (const { grade, title, reason, possible } of applyQuota(criteria, classifications).classifications) {
        expect(title === undefined).toBe(grade === null);
        expect(reason === undefined).toBe(grade !== null);
        const settled: readonly (string | undefined)[] = [undefined, "notRated", "notCounted", "noConditionHolds"];
        expect(possible === undefined).toBe(settled.includes(reason));
      }
    });
  });

  test("follows from its stages: each begins where the one before it ended", () => {
    forEveryScenario(3, (scenario) => {
      const { criteria, classifications } = classified(scenario);
      for (const { grade, stages } of applyQuota(criteria, classifications).classifications) {
        expect(stages.slice(1).map(({ before }) => before)).toEqual(stages.slice(0, -1).map(({ after }) => after));
        expect(stages.at(-1)?.after ?? null).toBe(grade);
      }
    });
  });

  test("is explained in both languages, without the insides of the program", () => {
    forEveryScenario(4, (scenario) => {
      const { criteria, classifications } = classified(scenario);
      for (const one of applyQuota(criteria, classifications).classifications) {
        for (const language of ["vi", "en"] as const) {
          const { heading, steps, basis } = explainGrade(criteria, one, language);
          expect(steps.length).toBeGreaterThan(0);
          for (const line of [heading, ...steps, ...basis]) expect(line).not.toMatch(/undefined|null|NaN|\[object|∞| {2}|^\s*$/);
        }
      }
    });
  });
});

describe("grades of many units", () => {
  test("do not hang on the order of units, nor do quotas", () => {
    forEveryScenario(5, (scenario) => {
      const { criteria, classifications } = classified(scenario);
      const straight = applyQuota(criteria, classifications);
      const turned = applyQuota(criteria, [...classifications].reverse());
      expect([...turned.classifications].reverse()).toStrictEqual(straight.classifications);
      expect({ ...turned, classifications: [] }).toStrictEqual({ ...straight, classifications: [] });
    });
  });

  test("are the same after a quota is applied again, and when stored and read back", () => {
    forEveryScenario(5, (scenario) => {
      const { criteria, classifications } = classified(scenario);
      const once = applyQuota(criteria, classifications);
      expect(applyQuota(criteria, once.classifications)).toStrictEqual(once);
      expect(JSON.parse(JSON.stringify(once))).toStrictEqual(once);
      expect(applyQuota(criteria, JSON.parse(JSON.stringify(classifications)))).toStrictEqual(once);
    });
  });

  test("never exceed a quota: of those decided no more keep a grade than it surely allows", () => {
    forEveryScenario(6, (scenario) => {
      const { criteria, classifications } = classified(scenario);
      const { quotas, classifications: after } = applyQuota(criteria, classifications);
      for (const { quota, grade, effect, group, allowed, proposed, kept, beyond, undecided } of quotas) {
        expect(kept.length).toBeLessThanOrEqual(allowed.least);
        expect([...kept, ...beyond, ...undecided].sort()).toEqual([...proposed].sort());
        const last = quotas.findLast((other) => other.grade === grade && other.group === group && other.effect === "grade");
        const holders = after.filter((one) => one.unit.group === group && one.grade === grade);
        if (effect === "grade" && last?.quota === quota) expect(holders.length).toBeLessThanOrEqual(allowed.least);
      }
    });
  });

  test("are changed by a quota only for units that it is about, and by one grade for each", () => {
    forEveryScenario(5, (scenario) => {
      const { criteria, classifications } = classified(scenario);
      applyQuota(criteria, classifications).classifications.forEach((after, index) => {
        const before = classifications[index] as Classification;
        const stages = after.stages.filter(({ stage }) => stage === "quota");
        if (stages.length === 0) expect(after).toStrictEqual(before);
        const [was, is] = [placeOf(scenario, before), placeOf(scenario, after)];
        if (was !== undefined && is !== undefined) {
          expect(is).toBeGreaterThanOrEqual(was);
          expect(is - was).toBeLessThanOrEqual(stages.length);
        }
      });
    });
  });

  test("are counted each once", () => {
    forEveryScenario(6, (scenario) => {
      const { criteria, classifications } = classified(scenario);
      const counts = countGrades(criteria, applyQuota(criteria, classifications).classifications);
      const counted = counts.flatMap(({ grades, ungraded }) => [
        ...grades.map(({ units }) => units),
        ...ungraded.map(({ units }) => units.length),
      ]);
      expect(counted.reduce((sum, units) => sum + units, 0)).toBe(scenario.reports.length);
    });
  });
});
