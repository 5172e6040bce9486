import fc from "fast-check";
import { evidenceForm, type Field, parseCriteria, parseEvidence, parseReports, scoreUnit, treeOf } from "par-index";
import { describe, expect, test } from "vitest";
import { scenarios, scenariosWith } from "../arbitraries/criteria";
import { groups } from "../arbitraries/leaves";
import { criteriaOf } from "./scored";

describe("reading", () => {
  test("evidence that was read before changes nothing", () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const criteria = criteriaOf(scenario);
        const once = parseEvidence(criteria, scenario.reports[0]);
        expect(parseEvidence(criteria, once)).toStrictEqual(once);
        expect(parseEvidence(criteria, JSON.stringify(once))).toStrictEqual(once);
      }),
      { numRuns: 200 },
    );
  });

  test("an item keeps what is remarked beside blank fields, and the leaf is still missing", () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const criteria = criteriaOf(scenario);
        const note = "Chờ số liệu của cơ quan thuế";
        const { leaves } = treeOf(criteria, scenario.reports[0]?.unit.group);
        const items = Object.fromEntries(leaves.map(({ code, fields }) => [code, { ...blank(fields), note }]));
        const evidence = parseEvidence(criteria, { ...scenario.reports[0], round: "appraised", items });
        expect(Object.values(evidence.items)).toEqual(leaves.map(() => ({ note })));
        expect(scoreUnit(criteria, evidence).missing).toEqual(leaves.filter(({ rule }) => rule).map(({ code }) => code));
      }),
      { numRuns: 100 },
    );
  });

  test("evidence from its text or from its value gives the same", () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const criteria = criteriaOf(scenario);
        expect(parseEvidence(criteria, JSON.stringify(scenario.reports[0]))).toStrictEqual(parseEvidence(criteria, scenario.reports[0]));
      }),
      { numRuns: 200 },
    );
  });

  test("the reports of many units gives what reading each of them gives", () => {
    fc.assert(
      fc.property(scenariosWith({ units: 3 }), (scenario) => {
        const criteria = criteriaOf(scenario);
        const each = scenario.reports.map((report) => parseEvidence(criteria, report));
        expect(parseReports(criteria, scenario.reports)).toStrictEqual(each);
        expect(parseReports(criteria, { reports: scenario.reports })).toStrictEqual(each);
      }),
      { numRuns: 100 },
    );
  });

  test("a criteria file that was read before changes nothing", () => {
    fc.assert(
      fc.property(scenarios, ({ file }) => {
        const once = parseCriteria(file).file;
        expect(parseCriteria(once).file).toStrictEqual(once);
        expect(parseCriteria(JSON.stringify(file)).file).toStrictEqual(once);
      }),
      { numRuns: 200 },
    );
  });
});

describe("a blank form", () => {
  test("is a report in which every leaf of its group is missing, but for those that the unit does not score itself", () => {
    fc.assert(
      fc.property(scenarios, fc.constantFrom(...groups), (scenario, group) => {
        const criteria = criteriaOf(scenario);
        const form = evidenceForm(criteria, { id: "a", name: "A", group }, "2021");
        const { missing, points } = scoreUnit(criteria, parseEvidence(criteria, form));
        const own = treeOf(criteria, group).leaves.filter(({ node }) => node.selfScored !== false);
        expect(points).toBe("0");
        expect(Object.keys(form.items).sort()).toEqual(own.map(({ code }) => code).sort());
        expect(missing).toEqual(own.filter(({ rule }) => rule !== undefined).map(({ code }) => code));
      }),
      { numRuns: 100 },
    );
  });
});

function blank(fields: readonly Field[]): Readonly<Record<string, null>> {
  return Object.fromEntries(fields.map(({ key }) => [key, null]));
}
