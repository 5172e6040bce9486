import { readFileSync } from "node:fs";
import { formatIssue, parseEvidence, scoreUnit } from "par-index";
import { loadCriteria, loadPlan } from "par-index/node";
import {
  intoReport,
  type PlanFile,
  type PlanLink,
  parsePlan,
  parseProgress,
  planEvidence,
  planProgress,
  safeIntoReport,
  safePlanEvidence,
} from "par-index/plan";
import { describe, expect, test } from "vitest";
import { expectToBeSaidWell, issuesOf, told } from "../badInput/issues";

const plan = loadPlan("example/plan");
const criteria = loadCriteria("example/reform-index");
const progress = parseProgress(plan, JSON.parse(readFileSync("criteria/example/plan/progress.json", "utf8")));

/** The plan with one link instead of its own. */
function linked(code: string, figures: PlanLink["figures"], more: Partial<PlanFile> = {}) {
  const { id, revision } = criteria.file;
  return parsePlan({ ...plan.file, ...more, links: [{ criteria: { id, revision }, code, figures }] });
}

describe("what a plan gives for a report", () => {
  const report = planEvidence(plan, progress, criteria);

  test("are the counts and days of its progress, with their origin", () => {
    const { totals } = planProgress(plan, progress);
    const { done, due, note } = report.items["1.1.2"] ?? {};
    expect({ done, due }).toEqual({ done: totals.tasks.doneInTime, due: totals.tasks.due });
    expect(note).toBe("Lấy từ kế hoạch example/plan (lần hiệu đính 1), tính đến ngày 30/9/2021.");
    expect(report.items["1.2"]).toMatchObject({ late: 1, absent: 0 });
    expect(report.items["1.1.1"]).toMatchObject({ dueOn: "2021-01-31", doneOn: "2021-01-20" });
  });

  test("scores as if somebody had typed it", () => {
    const typed = Object.fromEntries(Object.entries(report.items).map(([code, { note: _, ...figures }]) => [code, figures]));
    expect(scoreUnit(criteria, report).points).toBe(scoreUnit(criteria, { ...report, items: typed }).points);
  });

  test("is not made up: without figures a leaf is left out, and that is told", () => {
    const outcome = safePlanEvidence(plan, { ...progress, targets: {}, tasks: {} }, criteria);
    const left = outcome.ok ? outcome.value.items : {};
    expect(Object.keys(left)).toEqual(["1.1.2", "1.2"]);
    const told = issuesOf(outcome).filter(({ code }) => code === "notFed");
    expect(told.map(({ location }) => location.code)).toEqual(["1.1.1", "7.1.2", "7.1.3", "8.1", "8.3"]);
    for (const issue of issuesOf(outcome)) expectToBeSaidWell(issue);
    expect(told[0] && formatIssue(told[0], "vi")).toContain("nhiệm vụ chưa xong");
  });

  test("leaves a day out that the plan does not state", () => {
    const open = linked("1.1.1", { dueOn: { task: "8.2", figure: "dueOn" }, doneOn: { task: "1.1", figure: "doneOn" } });
    expect(issuesOf(safePlanEvidence(open, progress, criteria))).toMatchObject([{ code: "notFed", payload: { why: "deadlineNotStated" } }]);
  });
});

const refused: readonly (readonly [string, ReturnType<typeof linked>, object, readonly string[]])[] = [
  ["a leaf that the set does not have", linked("9.9", { done: { tasks: "done" } }), {}, ["links.0.code: unknownCode"]],
  ["an area instead of a leaf", linked("1", { done: { tasks: "done" } }), {}, ["1 links.0: codeIsBranch"]],
  [
    "a figure that the rule does not read",
    linked("8.3", { count: { tasks: "done" }, due: { tasks: "due" } }),
    {},
    ["8.3 links.0.figures: unknownKey due"],
  ],
  ["less than the rule needs", linked("1.1.2", { done: { tasks: "done" } }), {}, ["1.1.2 links.0.figures: missingKey due"]],
  [
    "a count where the rule reads a day",
    linked("1.1.1", { dueOn: { tasks: "due" }, doneOn: { task: "1.1", figure: "doneOn" } }),
    {},
    ["1.1.1 links.0.figures.dueOn: figureDoesNotFit dueOn"],
  ],
  [
    "a day where the rule counts",
    linked("8.3", { count: { task: "1.1", figure: "doneOn" } }),
    {},
    ["8.3 links.0.figures.count: figureDoesNotFit count"],
  ],
  ["the report of another year", plan, { period: "2022" }, ["year: planOfOtherYear"]],
];

describe("a plan does not feed", () => {
  test.each(refused)("%s", (_, broken, options, found) => {
    const outcome = safePlanEvidence(broken, progress, criteria, options);
    expect(outcome.ok).toBe(false);
    expect(issuesOf(outcome).map(told)).toEqual(found);
    issuesOf(outcome).forEach(expectToBeSaidWell);
  });

  test("a set that it is not linked to", () => {
    const outcome = safePlanEvidence(plan, progress, loadCriteria("example/tiny"));
    expect(issuesOf(outcome).map(told)).toEqual(["links: planNotLinked"]);
  });
});

describe("a plan into a report", () => {
  const fed = planEvidence(plan, progress, criteria);
  const report = (items: object) => parseEvidence(criteria, { unit: fed.unit, period: fed.period, round: "selfAssessed", items });

  test("fills in what is blank, and keeps the unit's documents and note", () => {
    const own = report({ "8.3": { count: null, note: "Đăng trên Cổng", documents: [{ number: "12/BC" }] } });
    const { items } = intoReport(criteria, own, fed);
    expect(items["8.3"]).toEqual({ count: 20, note: "Đăng trên Cổng", documents: [{ number: "12/BC" }] });
    expect(Object.keys(items).sort()).toEqual(Object.keys(fed.items).sort());
  });

  test("never writes over what was reported, and tells what differs", () => {
    const own = report({ "1.1.2": { done: 4, due: 6 } });
    const outcome = safeIntoReport(criteria, own, fed);
    expect(outcome.ok && outcome.value.items["1.1.2"]).toEqual({ done: 4, due: 6 });
    expect(issuesOf(outcome)).toMatchObject([{ code: "planDiffers", payload: { key: "done", reported: "4", planned: "3" } }]);
    issuesOf(outcome).forEach(expectToBeSaidWell);
  });

  test("is as it was when it is done twice", () => {
    const once = intoReport(criteria, report({}), fed);
    expect(safeIntoReport(criteria, once, fed)).toMatchObject({ ok: true, value: once, warnings: [] });
  });

  test("is refused for another unit or period", () => {
    const stranger = { ...fed, unit: { ...fed.unit, id: "so-b" } };
    const outcome = safeIntoReport(criteria, stranger, fed);
    expect(issuesOf(outcome).map(({ code }) => code)).toEqual(["planOfOtherUnit"]);
    issuesOf(outcome).forEach(expectToBeSaidWell);
  });
});

test("a count that another count contradicts is refused as one that was typed: due lies below done", () => {
  const swapped = linked("1.1.2", { done: { tasks: "all" }, due: { tasks: "due" } });
  expect(issuesOf(safePlanEvidence(swapped, progress, criteria)).map(({ code }) => code)).toEqual(["doneAboveDue"]);
});
