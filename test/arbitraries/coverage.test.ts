import fc from "fast-check";
import { parseReports, rank, resolveRounds, scoreAll, treeOf } from "par-index";
import { describe, expect, test } from "vitest";
import { criteriaOf, nodesOf } from "../laws/scored";
import type { CriterionDocument } from "../oracle/documents";
import { scenariosWith } from "./criteria";
import { roundScenarios } from "./rounds";

/** What is drawn at random is worth something only as far as it draws what can go wrong. */

describe("the criteria files drawn hold", () => {
  const drawn = fc.sample(scenariosWith({ units: 4 }), { numRuns: 250, seed: 3 });
  const criteria = drawn.flatMap(({ file }) => listed(file.children));
  const scored = drawn.map((scenario) => {
    const set = criteriaOf(scenario);
    return { set, scores: scoreAll(set, parseReports(set, scenario.reports)) };
  });
  const nodes = scored.flatMap(({ scores }) => scores.flatMap(nodesOf));
  const steps = nodes.flatMap((node) => (node.steps ?? []).filter(({ by }) => by === "score").map(({ step }) => step));
  const places = scored.flatMap(({ set, scores }) => rank(set, scores).groups.flatMap((group) => group.places));

  test.each<[string, number]>([
    ["criteria for one group only", criteria.filter(({ groups }) => groups !== undefined).length],
    ["criteria that differ by group", criteria.filter(({ byGroup }) => byGroup !== undefined).length],
    [
      "leaves with a rule of their own for a group",
      criteria.filter(({ byGroup = {} }) => Object.values(byGroup).some(({ rule }) => rule)).length,
    ],
    [
      "sets in which two groups share a code",
      drawn.filter(({ file }) => listed(file.children).length > new Set(listed(file.children).map(({ code }) => code)).size).length,
    ],
    ["sets whose maximum differs by group", drawn.filter(({ file }) => file.byGroup !== undefined).length],
    [
      "sets with trees of different codes",
      scored.filter(({ set }) => treeOf(set, "commune").nodes.size !== treeOf(set, "department").nodes.size).length,
    ],
    ["a bonus that is a leaf", criteria.filter(({ beyondMax, children }) => beyondMax === "bonus" && children === undefined).length],
    ["a penalty with parts", criteria.filter(({ beyondMax, children }) => beyondMax === "penalty" && children !== undefined).length],
    [
      "caps for each group",
      criteria.filter(({ beyondMax, byGroup, children }) => beyondMax !== undefined && byGroup !== undefined && children !== undefined)
        .length,
    ],
    [
      "a bonus held at its cap",
      nodes.filter(({ beyondMax, steps: own = [] }) => beyondMax === "bonus" && own.some(({ step }) => step === "capped")).length,
    ],
    [
      "a penalty held at its cap",
      nodes.filter(({ beyondMax, steps: own = [] }) => beyondMax === "penalty" && own.some(({ step }) => step === "capped")).length,
    ],
    [
      "a bonus brought up",
      nodes.filter(({ beyondMax, steps: own = [] }) => beyondMax !== undefined && own.some(({ step }) => step === "rescaled")).length,
    ],
    [
      "the whole brought up",
      nodes.filter(({ code, steps: own = [] }) => code === "total" && own.some(({ step }) => step === "rescaled")).length,
    ],
    ["branches brought up", steps.filter((step) => step === "rescaled").length],
    ["points split equally", steps.filter((step) => step === "sharedIn").length],
    ["leaves rounded", steps.filter((step) => step === "leafRounded").length],
    [
      "penalty leaves rounded",
      nodes.filter(({ points, steps: own = [] }) => points.startsWith("-") && own.some(({ step }) => step === "leafRounded")).length,
    ],
    ["points given", steps.filter((step) => step === "givenPoints").length],
    [
      "leaves that the unit does not score itself",
      nodes.filter((node) => node.children === undefined && node.state === "notSelfScored").length,
    ],
    ["leaves that compare units", nodes.filter((node) => node.children === undefined && node.cohort !== undefined).length],
    ["units that are equal", places.filter(({ tiedWith }) => tiedWith.length > 0).length],
    ["units that tie-breakers part", places.filter(({ partedFrom }) => partedFrom !== undefined).length],
  ])("%s", (_, found) => {
    expect(found).toBeGreaterThanOrEqual(3);
  });
});

describe("the rounds drawn hold", () => {
  const drawn = fc.sample(roundScenarios({ units: 2 }), { numRuns: 150, seed: 3 });
  const later = drawn.flatMap(({ reports }) => reports.filter(({ round }) => round !== "selfAssessed"));
  const items = later.flatMap((report) => Object.values(report.items).filter((item) => item !== null));
  const counted = drawn.flatMap((scenario) => {
    const set = criteriaOf(scenario);
    return resolveRounds(set, parseReports(set, scenario.reports)).counted;
  });
  const origins = counted.flatMap(({ origins: of = {} }) => Object.values(of));
  const orders = new Set(drawn.map(({ file }) => file.policies.rounds?.counts.join(" ")));

  test.each<[string, number]>([
    ["acceptances", items.filter(({ accepted }) => accepted === true).length],
    [
      "changed figures with a reason",
      items.filter(
        ({ accepted, givenPoints, reason, notApplicable }) =>
          reason != null && accepted == null && givenPoints == null && notApplicable == null,
      ).length,
    ],
    ["points given", items.filter(({ givenPoints }) => givenPoints != null).length],
    ["questions alone", items.filter((item) => item.asks != null && Object.keys(item).length === 1).length],
    ["leaves that came not to apply", items.filter(({ notApplicable }) => notApplicable === true).length],
    ["silence", later.flatMap(({ items: all }) => Object.values(all).filter((item) => item === null)).length],
    ["appraisals by two agencies", later.filter(({ appraiser }) => appraiser !== undefined).length],
    [
      "units without an appraisal",
      drawn.flatMap(({ reports }) =>
        reports.filter(
          ({ round, unit }) =>
            round === "selfAssessed" && !reports.some((other) => other.unit.id === unit.id && other.round === "appraised"),
        ),
      ).length,
    ],
    ["orders in which rounds count", orders.size],
    ["leaves of which the unit's own word counts", origins.filter((origin) => origin === "selfAssessed").length],
    ["leaves of which the last word counts", origins.filter((origin) => origin === "reappraised").length],
    ["leaves of which the explanation counts", origins.filter((origin) => origin === "explained").length],
  ])("%s", (_, found) => {
    expect(found).toBeGreaterThanOrEqual(5);
  });
});

function listed(criteria: readonly CriterionDocument[]): readonly CriterionDocument[] {
  return criteria.flatMap((criterion) => [criterion, ...listed(criterion.children ?? [])]);
}
