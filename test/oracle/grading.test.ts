import fc from "fast-check";
import { applyQuota, type Classification, classify, parseCriteria, parseReports, scoreAll } from "par-index";
import { describe, expect, test } from "vitest";
import { type GradedScenario, gradedScenarios } from "../arbitraries/grading";
import type { ReportDocument } from "./documents";
import { readDecimal, readPrinted } from "./fraction";
import { type Contender, gradesByHand, quotaByHand } from "./grading";
import { scoreByHand } from "./oracle";

function gradesOf({ file, reports }: GradedScenario) {
  const criteria = parseCriteria(file);
  return { criteria, classifications: classify(criteria, scoreAll(criteria, parseReports(criteria, reports))) };
}

const byHand = ({ file }: GradedScenario, report: ReportDocument) => gradesByHand(file, report, scoreByHand(file, report));

/** What a classification says that the unit may have. */
function outcomes({ grade, possible = [null] }: Classification): readonly (string | null)[] {
  return grade === null ? possible : [grade];
}

describe("the library and one that tries out every way in which what is not known may be settled", () => {
  test("give every unit the same grade, or leave the same grades open", () => {
    fc.assert(
      fc.property(gradedScenarios({ units: 1 }), (scenario) => {
        const { classifications } = gradesOf(scenario);
        scenario.reports.forEach((report, index) => {
          const graded = classifications[index] as Classification;
          expect(new Set(outcomes(graded))).toEqual(byHand(scenario, report));
        });
      }),
      { numRuns: 800 },
    );
  });

  test("leave the same units their grade under a quota; the library decides none that could come out otherwise", () => {
    fc.assert(fc.property(gradedScenarios({ units: 5 }), fc.nat(), sameUnderQuota), { numRuns: 500 });
  });
});

/** One quota by itself, among the units of one group. */
function sameUnderQuota(scenario: GradedScenario, choice: number): void {
  const { quotas = [] } = scenario.file.grading;
  const quota = quotas[choice % Math.max(quotas.length, 1)];
  if (quota === undefined) return;
  const only = { ...scenario, file: { ...scenario.file, grading: { ...scenario.file.grading, quotas: [quota] } } };
  const { criteria, classifications } = gradesOf(only);
  for (const applied of applyQuota(criteria, classifications).quotas) {
    const units = scenario.reports
      .filter(({ unit }) => unit.group === applied.group)
      .map((report): Contender => {
        const { value } = classifications.find(({ unit }) => unit.id === report.unit.id) as Classification;
        const compared = scenario.file.grading.compare === "exact" ? value?.exact : value?.published;
        const read = scenario.file.grading.compare === "exact" ? readPrinted : readDecimal;
        return { id: report.unit.id, outcomes: [...byHand(scenario, report)], value: compared === undefined ? undefined : read(compared) };
      });
    const expected = quotaByHand(quota, units);
    const found = new Map([
      ...applied.kept.map((id) => [id, "kept"] as const),
      ...applied.beyond.map((id) => [id, "beyond"] as const),
      ...applied.undecided.map((id) => [id, "undecided"] as const),
    ]);
    expect([...found.keys()].sort()).toEqual([...expected.keys()].sort());
    if (applied.base?.most === 0) {
      expect([...found.values()].every((verdict) => verdict === "undecided")).toBe(true);
      continue;
    }
    const allKnown = units.every(({ outcomes: possible }) => possible.length === 1);
    for (const [id, verdict] of found) if (allKnown || verdict !== "undecided") expect(verdict).toBe(expected.get(id));
  }
}

test("what is drawn reaches every reason for which a grade may be open, and every verdict of a quota", () => {
  const reasons = new Set<string | undefined>();
  const verdicts = new Set<string>();
  fc.assert(
    fc.property(gradedScenarios({ units: 6 }), (scenario) => {
      const { criteria, classifications } = gradesOf(scenario);
      for (const { reason, stages } of applyQuota(criteria, classifications).classifications) {
        reasons.add(reason);
        for (const step of stages.flatMap(({ why }) => why)) if (step.step === "quota") verdicts.add(step.verdict);
      }
    }),
    { numRuns: 400, seed: 7 },
  );
  expect([...reasons].sort()).toEqual(
    [
      "betweenBands",
      "missing",
      "notCounted",
      "notRated",
      "quotaOpen",
      "quotaTie",
      "quotaWithoutBase",
      "undecidedEvent",
      "undecidedFact",
      undefined,
    ].sort(),
  );
  expect([...verdicts].sort()).toEqual(["beyond", "kept", "undecided"]);
});
