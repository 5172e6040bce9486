import { readFileSync } from "node:fs";
import { loadPlan } from "par-index/node";
import { parsePlan, parseProgress, safeParsePlan, safeParseProgress } from "par-index/plan";
import { describe, expect, test } from "vitest";
import { expectToBeSaidWell, expectTwinToThrow, issuesOf, told } from "../badInput/issues";
import { expectToPointAtIts } from "../badInput/places";

const planText = readFileSync("criteria/example/plan/plan.json", "utf8");
const progressText = readFileSync("criteria/example/plan/progress.json", "utf8");
const plan = loadPlan("example/plan");

/** What anything may be done to. */
// biome-ignore lint/suspicious/noExplicitAny: what is broken has no type
type Broken = any;

function broken(text: string, how: (file: Broken) => void): string {
  const file = JSON.parse(text);
  how(file);
  return JSON.stringify(file, null, 2);
}

const isWarning = (code: string) => ["outsideCalendar", "baseDiffers"].includes(code);

const plans: readonly (readonly [string, (file: Broken) => void, readonly string[]])[] = [
  ["in which two tasks have one id", (f) => (f.tasks[1].id = "1.1"), ["tasks.1: duplicateOption"]],
  [
    "in which two areas have one id",
    (f) => (f.areas[7].id = "7"),
    ["areas.7: duplicateOption", "tasks.8.area: planPartUnknown", "tasks.9.area: planPartUnknown", "targets.5.area: planPartUnknown"],
  ],
  ["in which two leads have one id", (f) => f.leads.push(f.leads[0]), ["leads.3: duplicateOption"]],
  ["in which two reports have one id", (f) => (f.reports[1].id = "periodic"), ["reports.1: duplicateOption"]],
  ["in which a report is due twice for one period", (f) => (f.reports[0].due[1].period = "2021-Q1"), ["reports.0.due.1: duplicateOption"]],
  ["whose task is of an unknown area", (f) => (f.tasks[0].area = "9"), ["tasks.0.area: planPartUnknown"]],
  ["whose task is led by nobody known", (f) => (f.tasks[0].lead = "so-x"), ["tasks.0.lead: planPartUnknown"]],
  ["whose area is led by nobody known", (f) => (f.areas[0].lead = "so-x"), ["areas.0.lead: planPartUnknown"]],
  ["whose deadline is of a century ago", (f) => (f.tasks[0].deadline.day = "1921-02-01"), ["tasks.0.deadline.day: dayOutsidePlan"]],
  ["whose deadline is on 30 February", (f) => (f.tasks[0].deadline.day = "2021-02-30"), ["tasks.0.deadline.day: notADate"]],
  ["whose deadline says neither before nor by", (f) => delete f.tasks[0].deadline.boundary, ["tasks.0.deadline: missingKey boundary"]],
  ["whose task says nothing of a deadline, not even that it is open", (f) => delete f.tasks[0].deadline, ["tasks.0: missingKey deadline"]],
  [
    "whose deadline in working days lies after its calendar",
    (f) => (f.tasks[2].deadline.day = "2022-03-01"),
    ["tasks.2.deadline.day: outsideCalendar"],
  ],
  ["whose Tết ends before it begins", (f) => (f.calendar.daysOff[1].to = "2021-02-01"), ["calendar.daysOff.1.to: daysOutOfOrder"]],
  ["in which a day of Tết is worked", (f) => (f.calendar.workedDays[0].day = "2021-02-13"), ["calendar.workedDays.0.day: dayOffAndWorked"]],
  [
    "whose holidays are of another decade",
    (f) => (f.calendar.daysOff[0] = { ...f.calendar.daysOff[0], from: "2011-01-01", to: "2011-01-01" }),
    ["calendar.daysOff.0.from: dayOutsidePlan", "calendar.daysOff.0.to: dayOutsidePlan"],
  ],
  [
    "in which nobody ever works",
    (f) => (f.calendar.weekend = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]),
    ["calendar.weekend: tooMany"],
  ],
  ["whose target is above 100 %", (f) => (f.targets[0].value = "100"), ["targets.0.value: thresholdOutOfReach value"]],
  ["whose target is at least 101 %", (f) => (f.targets[1].value = "101"), ["targets.1.value: percentAbove100"]],
  ["whose target is below 0", (f) => (f.targets[6].value = "0"), ["targets.6.value: thresholdNotPositive value"]],
  ["whose target is all, and 90 % too", (f) => (f.targets[4].value = "90"), ["targets.4.value: thresholdOfAll"]],
  ["whose target is all, of nothing", (f) => delete f.targets[4].of, ["targets.4: missingKey of"]],
  ["whose target has a boundary and no threshold", (f) => delete f.targets[0].value, ["targets.0: missingKey value"]],
  [
    "that feeds a leaf from an unknown task",
    (f) => (f.links[0].figures.dueOn.task = "1.9"),
    ["links.0.figures.dueOn.task: planPartUnknown"],
  ],
  [
    "that feeds a leaf from an unknown target",
    (f) => (f.links[4].figures.done.target = "offline"),
    ["links.4.figures.done.target: planPartUnknown"],
  ],
  [
    "that feeds a leaf from an unknown report",
    (f) => (f.links[2].figures.late.report = "monthly"),
    ["links.2.figures.late.report: planPartUnknown"],
  ],
  ["that feeds one leaf twice", (f) => f.links.push(f.links[0]), ["links.7.code: duplicateCode"]],
  ["that feeds a leaf with nothing", (f) => (f.links[0].figures = {}), ["links.0.figures: tooFew"]],
  ["that is official and invented", (f) => (f.status = "official"), ["notOfficial"]],
  [
    "that is a reconstruction without a notice",
    (f) => {
      f.status = "reconstruction";
      delete f.notice;
    },
    ["noticeMissing"],
  ],
];

describe("a plan", () => {
  test.each(plans)("%s", (why, how, found) => {
    const text = broken(planText, how);
    const outcome = safeParsePlan(text);
    const issues = issuesOf(outcome);
    if (why.startsWith("that is")) expect(issues.map(({ code }) => code)).toEqual(expect.arrayContaining([...found]));
    else expect(issues.map(told)).toEqual(found);
    issues.forEach(expectToBeSaidWell);
    for (const issue of issues) expectToPointAtIts(issue, text);
    expect(issues.every(({ code, severity }) => (severity === "warning") === isWarning(code))).toBe(true);
    if (!outcome.ok) expectTwinToThrow(() => parsePlan(text), outcome);
  });

  test("that holds is read again as it is", () => {
    expect(parsePlan(JSON.stringify(plan.file))).toEqual(plan);
  });
});

const ofProgress: readonly (readonly [string, (file: Broken) => void, readonly string[]])[] = [
  ["of another revision of the plan", (f) => (f.plan.revision = 2), ["plan: progressOfOtherPlan"]],
  ["of a task that the plan does not have", (f) => (f.tasks["9.9"] = {}), ["tasks.9.9: planPartUnknown"]],
  ["of a task named like a built-in", (f) => (f.tasks.constructor = {}), ["tasks.constructor: planPartUnknown"]],
  ["of a task done on a day and in part", (f) => (f.tasks["1.1"].share = "50"), ["tasks.1.1: exactlyOneOf"]],
  ["of a task done in full on no day", (f) => (f.tasks["5.1"].share = "100"), ["tasks.5.1: missingKey doneOn"]],
  ["of a task done by 120 %", (f) => (f.tasks["5.1"].share = "120"), ["tasks.5.1.share: percentAbove100"]],
  ["of a task done after the day on which it stands", (f) => (f.tasks["1.1"].doneOn = "2021-12-01"), ["tasks.1.1.doneOn: doneAfterDay"]],
  [
    "of a report for a period without one",
    (f) => (f.reports.periodic["2021-Q2"] = { sentOn: "2021-06-01" }),
    ["reports.periodic.2021-Q2: planPartUnknown"],
  ],
  ["of a report that the plan does not know", (f) => (f.reports.monthly = {}), ["reports.monthly: planPartUnknown"]],
  ["of more procedures online than there are", (f) => (f.targets.level3.done = 121), ["targets.level3.done: doneAboveDue"]],
  ["of a share of nobody says what", (f) => delete f.targets.level3.of, ["targets.level3: missingKey of"]],
  ["of a number that is no share", (f) => (f.targets.articles.of = 30), ["targets.articles: unknownKey of"]],
  ["of other units than the plan prints", (f) => (f.targets.iso.of = 14), ["targets.iso.of: baseDiffers"]],
  ["of fewer than no dossier", (f) => (f.targets.online.done = -1), ["targets.online.done: negative"]],
];

describe("progress", () => {
  test.each(ofProgress)("%s", (_, how, found) => {
    const text = broken(progressText, how);
    const outcome = safeParseProgress(plan, text);
    expect(issuesOf(outcome).map(told)).toEqual(found);
    issuesOf(outcome).forEach(expectToBeSaidWell);
    for (const issue of issuesOf(outcome)) expectToPointAtIts(issue, text);
    if (!outcome.ok) expectTwinToThrow(() => parseProgress(plan, text), outcome);
  });
});
