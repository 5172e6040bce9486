import { decisionFaults, noticeFaults, provenanceFaults } from "../criteria/provenanceFaults";
import type { CivilDate } from "../exact/civilDate";
import { fromDecimal } from "../exact/decimal";
import { compare, hundred, isZero } from "../exact/ratio";
import { type Issue, type IssuePayloads, issue, under, warning } from "../issue/issue";
import { duplicateFaults } from "../rules/options";
import { daysOf } from "./plan";
import type { PlanCalendar, PlanDeadline, PlanFigure, PlanFile, PlanLink, PlanTarget } from "./planFile";

/**
 * What a plan must satisfy beyond its shape, so that each part is meant by one id, days can be counted, targets can be met, and
 * readers are told how sure each statement is; in the order of the file.
 */
export function planFaults(file: PlanFile): Issue[] {
  const { instrument, calendar, leads, areas, tasks, reports, targets, links } = file;
  return [
    ...noticeFaults(file),
    ...provenanceFaults(instrument.provenance, file).map((found) => under(["instrument", "provenance"], found)),
    ...calendarFaults(file),
    ...decisionFaults(calendar.provenance, file).map((found) => under(["calendar", "provenance"], found)),
    ...duplicateFaults(leads, ["leads"]),
    ...duplicateFaults(areas, ["areas"]),
    ...areas.flatMap(({ lead }, at) => leadFaults(lead, file).map((found) => under(["areas", at, "lead"], found))),
    ...duplicateFaults(tasks, ["tasks"]),
    ...tasks.flatMap((task, at) =>
      [...partFaults(task, file), ...deadlineFaults(task.deadline, file)].map((found) => under(["tasks", at], found)),
    ),
    ...duplicateFaults(reports, ["reports"]),
    ...reports.flatMap((report, at) => reportFaults(report, file).map((found) => under(["reports", at], found))),
    ...duplicateFaults(targets, ["targets"]),
    ...targets.flatMap((target, at) =>
      [...partFaults(target, file), ...thresholdFaults(target), ...deadlineFaults(target.deadline, file)].map((found) =>
        under(["targets", at], found),
      ),
    ),
    ...links.flatMap((link, at) => linkFaults(link, file).map((found) => under(["links", at], found))),
    ...repeatedLinks(links),
  ];
}

/** What is found when a part of a plan is named that it does not have; nothing where it has it, or none is named. */
export function unknownPart(
  what: IssuePayloads["planPartUnknown"]["what"],
  id: string | null | undefined,
  parts: readonly { readonly id: string }[],
): Issue[] {
  const known = parts.map((part) => part.id);
  return id === null || id === undefined || known.includes(id) ? [] : [issue("planPartUnknown", { what, id, known })];
}

function leadFaults(lead: string | null, { leads }: PlanFile): Issue[] {
  return unknownPart("lead", lead, leads);
}

/** A task or target stands in an area of the plan, under a lead of it, on a source of it. */
function partFaults({ area, lead, provenance }: Pick<PlanTarget, "area" | "lead" | "provenance">, file: PlanFile): Issue[] {
  return [
    ...unknownPart("area", area, file.areas).map((found) => under(["area"], found)),
    ...leadFaults(lead, file).map((found) => under(["lead"], found)),
    ...provenanceFaults(provenance, file).map((found) => under(["provenance"], found)),
  ];
}

function reportFaults({ due, provenance }: PlanFile["reports"][number], file: PlanFile): Issue[] {
  const dates = due ?? [];
  return [
    ...duplicateFaults(
      dates.map(({ period }) => ({ id: period })),
      ["due"],
    ),
    ...dates.flatMap(({ deadline }, at) => deadlineFaults(deadline, file).map((found) => under(["due", at], found))),
    ...provenanceFaults(provenance, file).map((found) => under(["provenance"], found)),
  ];
}

/** A plan speaks of its year, and of the next one at most, when the last reports are sent. */
function isOfPlan(day: CivilDate, year: number): boolean {
  // Days written year first are in the order of their text.
  return `${year}-01-01` <= day && day <= `${year + 1}-12-31`;
}

function dayFaults(day: CivilDate, year: number, key: string): Issue[] {
  return isOfPlan(day, year) ? [] : [issue("dayOutsidePlan", { day, year: String(year) }, { path: [key] })];
}

/** A deadline lies in the time of the plan; and in that of the calendar, where working days matter to it. */
function deadlineFaults(deadline: PlanDeadline | null, { year, calendar }: PlanFile): Issue[] {
  if (deadline === null) return [];
  const { day, days } = deadline;
  const reads = days === "working" || calendar.lastDayOff === "nextWorkingDay";
  const outside = reads && isOfPlan(day, year) ? calendarGap(day, calendar) : [];
  return [...dayFaults(day, year, "day"), ...outside.map((found) => under(["day"], found))].map((found) => under(["deadline"], found));
}

/** That a calendar does not know whether a day is worked on. */
export function calendarGap(day: CivilDate, { from, to }: Pick<PlanCalendar, "from" | "to">): Issue[] {
  return from <= day && day <= to ? [] : [warning("outsideCalendar", { day, from, to })];
}

function calendarFaults({ year, calendar }: PlanFile): Issue[] {
  const { from, to, daysOff, workedDays } = calendar;
  const spans = daysOff.map((off, at) => ({ ...off, path: ["daysOff", at] as const }));
  const found = [
    ...dayFaults(from, year, "from"),
    ...dayFaults(to, year, "to"),
    ...orderFaults(calendar),
    ...spans.flatMap((span) => orderFaults(span).map((one) => under(span.path, one))),
    ...spans.flatMap((span) =>
      (["from", "to"] as const).flatMap((key) => dayFaults(span[key], year, key).map((one) => under(span.path, one))),
    ),
    ...workedDays.flatMap(({ day }, at) => dayFaults(day, year, "day").map((one) => under(["workedDays", at], one))),
  ];
  const off = found.length > 0 ? [] : spans.flatMap(daysOf);
  const both = workedDays.flatMap(({ day }, at) =>
    off.includes(day) ? [issue("dayOffAndWorked", { day }, { path: ["workedDays", at, "day"] })] : [],
  );
  return [...found, ...both].map((one) => under(["calendar"], one));
}

function orderFaults({ from, to }: Pick<PlanCalendar, "from" | "to">): Issue[] {
  return to < from ? [issue("daysOutOfOrder", { earlier: from, later: to }, { path: ["to"] })] : [];
}

/** `all` needs no threshold, the others one; and a threshold that can be met. */
function thresholdFaults({ boundary, value, of, base }: PlanTarget): Issue[] {
  const whole = of === undefined && (boundary === "all" || base !== undefined) ? [issue("missingKey", { key: "of" })] : [];
  if (boundary === "all")
    return [...whole, ...(value === undefined ? [] : [issue("thresholdOfAll", { received: value }, { path: ["value"] })])];
  if (value === undefined) return [...whole, issue("missingKey", { key: "value" })];
  const threshold = fromDecimal(value);
  const over = of === undefined ? -1 : compare(threshold, hundred);
  const place = { path: ["value"] };
  return [
    ...whole,
    ...(over > 0 ? [issue("percentAbove100", { received: value }, place)] : []),
    ...(over === 0 && boundary === "above" ? [issue("thresholdOutOfReach", { key: "value", received: value, most: "100" }, place)] : []),
    ...(boundary === "below" && isZero(threshold) ? [issue("thresholdNotPositive", { key: "value", received: value }, place)] : []),
  ];
}

function linkFaults({ figures }: PlanLink, file: PlanFile): Issue[] {
  const empty = Object.keys(figures).length === 0 ? [issue("tooFew", { least: "1" }, { path: ["figures"] })] : [];
  return [
    ...empty,
    ...Object.entries(figures).flatMap(([key, figure]) => figureFaults(figure, file).map((found) => under(["figures", key], found))),
  ];
}

function figureFaults(figure: PlanFigure, file: PlanFile): Issue[] {
  const named = (what: IssuePayloads["planPartUnknown"]["what"], id: string | undefined, parts: readonly { readonly id: string }[]) =>
    unknownPart(what, id, parts).map((found) => under([what], found));
  if ("task" in figure) return named("task", figure.task, file.tasks);
  if ("target" in figure) return named("target", figure.target, file.targets);
  if ("reports" in figure) return named("report", figure.report, file.reports);
  return [...named("area", figure.area, file.areas), ...named("lead", figure.lead, file.leads)];
}

/** A leaf of an edition is fed once. */
function repeatedLinks(links: readonly PlanLink[]): Issue[] {
  const sameLeaf = (a: PlanLink, b: PlanLink) =>
    a.criteria.id === b.criteria.id && a.criteria.revision === b.criteria.revision && a.code === b.code && sharesGroup(a, b);
  return links.flatMap((link, at) =>
    links.slice(0, at).some((earlier) => sameLeaf(earlier, link))
      ? [issue("duplicateCode", { code: link.code }, { path: ["links", at, "code"] })]
      : [],
  );
}

function sharesGroup({ groups: a }: PlanLink, { groups: b }: PlanLink): boolean {
  return a === undefined || b === undefined || a.some((group) => b.includes(group));
}
