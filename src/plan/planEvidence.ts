import { type CriteriaSet, type CriteriaTree, isLeaf, type Leaf, leavesOf, treeOf } from "../criteria/criteriaSet";
import type { Evidence, EvidenceItem } from "../evidence/evidence";
import { safeParseEvidence } from "../evidence/parseEvidence";
import { periodEnd } from "../evidence/periodEnd";
import { formatCivilDate } from "../exact/civilDate";
import { at, type Issue, issue, under, warning } from "../issue/issue";
import { type Result, unwrap } from "../issue/result";
import type { Field, Figure } from "../rules/ruleKind";
import type { Plan } from "./plan";
import type { PlanFigure, PlanFile, PlanLink } from "./planFile";
import {
  chosenBy,
  type PlanProgress,
  type PlanProgressOptions,
  reportTotals,
  safePlanProgress,
  type TargetProgress,
  type TaskProgress,
  taskTotals,
} from "./planProgress";
import type { ProgressFile } from "./progressFile";

export interface PlanEvidenceOptions extends PlanProgressOptions {
  /** The group of the unit, where its progress does not say. */
  readonly group?: string | undefined;
  /** The period of the report; the year of the plan unless given. */
  readonly period?: string | undefined;
}

/**
 * What a plan gives for a unit's report (số liệu lấy từ kế hoạch): the items of the leaves that the plan is linked to, each with a note of
 * its origin, to be taken into the report so that nobody types them twice. A leaf for which the plan has nothing yet is left out.
 *
 * **Errors:** {@link ParError} for a leaf that the set does not have, figures that do not fit its rule, a plan of another year;
 * {@link safePlanEvidence} answers them instead, with warnings of what was left out.
 *
 * @example
 * ```ts
 * import { planEvidence } from "par-index/plan";
 * import { loadCriteria, loadPlan, loadProgress } from "par-index/node";
 *
 * const plan = loadPlan("example/plan");
 * const progress = loadProgress(plan, "criteria/example/plan/progress.json");
 * const report = planEvidence(plan, progress, loadCriteria("example/reform-index"), { on: "2021-09-30" });
 * report.items["7.1.3"]?.done; // => 2988
 * ```
 */
export function planEvidence(plan: Plan, progress: ProgressFile, criteria: CriteriaSet, options: PlanEvidenceOptions = {}): Evidence {
  return unwrap(safePlanEvidence(plan, progress, criteria, options));
}

/** {@link planEvidence} that answers a {@link Result} and never throws. */
export function safePlanEvidence(
  plan: Plan,
  progress: ProgressFile,
  criteria: CriteriaSet,
  options: PlanEvidenceOptions = {},
): Result<Evidence> {
  const stood = safePlanProgress(plan, progress, options);
  if (!stood.ok) return stood;
  const { file } = criteria;
  const { unit } = progress;
  const period = options.period ?? String(plan.file.year);
  const group = options.group ?? unit.group ?? (file.groups.length === 1 ? file.groups[0]?.id : undefined);
  const links = linksTo(plan.file, criteria, group);
  const faults = [
    ...yearFaults(plan.file, period),
    ...linkedFaults(plan.file, criteria, links),
    ...links.flatMap((one) => leafFaults(criteria, group, one)),
  ];
  if (faults.length > 0) return { ok: false, issues: faults };
  const fed = links.map((link) => feed(plan, stood.value, treeOf(criteria, group), link));
  const report = safeParseEvidence(criteria, {
    criteria: { id: file.id, revision: file.revision },
    unit: { id: unit.id, name: unit.name, ...(group === undefined ? {} : { group }) },
    period,
    round: "selfAssessed",
    items: Object.fromEntries(fed.flatMap(({ code, item }) => (item === undefined ? [] : [[code, item]]))),
  });
  if (!report.ok) return report;
  return { ...report, warnings: [...stood.warnings, ...fed.flatMap(({ warnings }) => warnings), ...report.warnings] };
}

/** A link with its place in the plan. */
interface Placed {
  readonly link: PlanLink;
  readonly path: readonly (string | number)[];
}

function linksTo({ links }: PlanFile, { file }: CriteriaSet, group: string | undefined): readonly Placed[] {
  return links.flatMap((link, index) => {
    const isOf = link.criteria.id === file.id && link.criteria.revision === file.revision;
    const concerns = link.groups === undefined || (group !== undefined && link.groups.includes(group));
    return isOf && concerns ? [{ link, path: ["links", index] }] : [];
  });
}

/** A report is fed from the plan of its own year. */
function yearFaults({ year }: PlanFile, period: string): Issue[] {
  return periodEnd(period)?.startsWith(`${year}-`) === true
    ? []
    : [issue("planOfOtherYear", { year: String(year), period }, { path: ["year"] })];
}

function linkedFaults({ links }: PlanFile, { file }: CriteriaSet, fitting: readonly Placed[]): Issue[] {
  const named = ({ id, revision }: PlanLink["criteria"]) => `${id}@${revision}`;
  const linked = [...new Set(links.map(({ criteria }) => named(criteria)))];
  return fitting.length > 0 ? [] : [issue("planNotLinked", { edition: named(file), linked }, { path: ["links"] })];
}

/** A link feeds a leaf that the unit's tree has, every figure that it needs, and each with what it reads. */
function leafFaults(criteria: CriteriaSet, group: string | undefined, { link, path }: Placed): Issue[] {
  const { code, figures } = link;
  const node = treeOf(criteria, group).nodes.get(code);
  if (node === undefined) return [issue("unknownCode", { code }, { path: [...path, "code"] })];
  const title = node.title.vi;
  const place = { code, title, path };
  if (!isLeaf(node)) return [issue("codeIsBranch", { code, leaves: leavesOf(node).map((leaf) => leaf.code) }, place)];
  const known = node.fields.map(({ key }) => key);
  const unknown = Object.keys(figures).filter((key) => !known.includes(key));
  const missing = node.fields.filter(({ key, optional }) => optional !== true && !Object.hasOwn(figures, key));
  const unfit = node.fields.flatMap((field) => unfitFigure(field, figures));
  return [
    ...unknown.map((key) => issue("unknownKey", { key, known }, { path: ["figures"] })),
    ...missing.map(({ key }) => issue("missingKey", { key }, { path: ["figures"] })),
    ...unfit,
  ].map((found) => at({ code, title }, under(path, found)));
}

function unfitFigure({ key, type }: Field, figures: PlanLink["figures"]): Issue[] {
  const figure = Object.hasOwn(figures, key) ? figures[key] : undefined;
  if (figure === undefined) return [];
  const fed = "task" in figure ? "date" : "count";
  const fits = fed === "date" ? type === "date" : type === "count" || type === "amount";
  return fits ? [] : [issue("figureDoesNotFit", { key, expected: type, fed }, { path: ["figures", key] })];
}

/** What a leaf is given; or why nothing. */
interface Fed {
  readonly code: string;
  readonly item: EvidenceItem | undefined;
  readonly warnings: readonly Issue[];
}

function feed(plan: Plan, progress: PlanProgress, { nodes }: CriteriaTree, { link, path }: Placed): Fed {
  const { code, figures } = link;
  const place = { unit: progress.unit.id, code, title: (nodes.get(code) as Leaf).title.vi, path };
  const read = Object.entries(figures).map(([key, figure]) => ({ key, ...figureOf(progress, figure) }));
  const [why] = read.flatMap((one) => ("why" in one ? [one.why] : []));
  if (why !== undefined) return { code, item: undefined, warnings: [warning("notFed", { why }, place)] };
  const item = Object.fromEntries(read.flatMap((one) => ("value" in one ? [[one.key, one.value]] : [])));
  const open = Object.values(figures).map((figure) => openTasks(progress, figure));
  const most = Math.max(0, ...open);
  return {
    code,
    item: { ...item, note: originOf(plan, progress) },
    warnings: most === 0 ? [] : [warning("tasksWithoutDeadline", { tasks: String(most) }, place)],
  };
}

/** Where the figures come from, for whoever reads the report. */
function originOf({ file }: Plan, { on }: PlanProgress): string {
  return `Lấy từ kế hoạch ${file.id} (lần hiệu đính ${file.revision}), tính đến ngày ${formatCivilDate(on, "vi")}.`;
}

type FigureRead = { readonly value: Figure } | { readonly why: "notReported" | "deadlineNotStated" | "notDone" };

function figureOf({ tasks, reports, targets }: PlanProgress, figure: PlanFigure): FigureRead {
  if ("tasks" in figure) return { value: taskTotals(tasks.filter(chosenBy(figure)))[figure.tasks] };
  if ("reports" in figure) {
    return { value: reportTotals(reports.filter(({ id }) => figure.report === undefined || id === figure.report))[figure.reports] };
  }
  if ("targets" in figure) {
    const chosen = targets.filter(({ target: { area }, lead }) => chosenBy(figure)({ area, lead }));
    return { value: figure.targets === "all" ? chosen.length : chosen.filter(({ status }) => status === "met").length };
  }
  if ("target" in figure)
    return targetFigure(
      targets.find(({ target }) => target.id === figure.target),
      figure.figure,
    );
  return taskDay(
    tasks.find(({ id }) => id === figure.task),
    figure.figure,
  );
}

function targetFigure(target: TargetProgress | undefined, figure: "done" | "of"): FigureRead {
  const value = target?.figures?.[figure];
  return value === undefined ? { why: "notReported" } : { value };
}

function taskDay(task: TaskProgress | undefined, figure: "dueOn" | "doneOn"): FigureRead {
  const day = (figure === "dueOn" ? task?.lastDay : task?.doneOn) ?? undefined;
  if (day !== undefined) return { value: day };
  return { why: figure === "dueOn" ? "deadlineNotStated" : "notDone" };
}

/** Tasks that a count leaves out because nobody has read their deadline. */
function openTasks({ tasks }: PlanProgress, figure: PlanFigure): number {
  if (!("tasks" in figure) || figure.tasks === "all" || figure.tasks === "done") return 0;
  return taskTotals(tasks.filter(chosenBy(figure))).withoutDeadline;
}
