import type { CivilDate } from "../exact/civilDate";
import { readWith } from "../issue/fromZod";
import { type Issue, issue, under, warning } from "../issue/issue";
import { readInput } from "../issue/readInput";
import { type Result, unwrap } from "../issue/result";
import type { Plan } from "./plan";
import { unknownPart } from "./planFaults";
import type { PlanTarget } from "./planFile";
import { type ProgressFile, progressFileSchema, type ReportedTask, type TargetFigures } from "./progressFile";

/**
 * What a unit says of its plan (tiến độ thực hiện kế hoạch), checked against the plan: JSON text, or the value that such text holds.
 *
 * **Errors:** {@link ParError} with every issue at once; {@link safeParseProgress} answers them instead.
 *
 * @example
 * ```ts
 * import { parseProgress } from "par-index/plan";
 * import { loadPlan } from "par-index/node";
 *
 * const progress = parseProgress(loadPlan("example/plan"), {
 *   format: "par-index/progress/1", plan: { id: "example/plan", revision: 1 }, unit: { id: "so-a", name: "Sở A" },
 *   asOf: "30/6/2021", tasks: { "1.1": { doneOn: "2021-01-20" } }, reports: {}, targets: {},
 * });
 * progress.asOf; // => "2021-06-30"
 * ```
 */
export function parseProgress(plan: Plan, file: unknown): ProgressFile {
  return unwrap(safeParseProgress(plan, file));
}

/** {@link parseProgress} that answers a {@link Result} and never throws. */
export function safeParseProgress(plan: Plan, file: unknown): Result<ProgressFile> {
  return readInput(file, (value) => {
    const { value: read, issues } = readWith(progressFileSchema, value);
    return read === undefined ? { value: undefined, issues } : { value: read, issues: progressFaults(plan, read) };
  });
}

function progressFaults(plan: Plan, progress: ProgressFile): Issue[] {
  const { file } = plan;
  const { tasks, reports, targets, asOf } = progress;
  return [
    ...planOf(plan, progress),
    ...Object.entries(tasks).flatMap(([id, task]) =>
      [...unknownPart("task", id, file.tasks), ...taskFaults(task)].map((found) => under(["tasks", id], found)),
    ),
    ...Object.entries(reports).flatMap(([id, sent]) => {
      const due = file.reports.find((report) => report.id === id)?.due ?? null;
      const periods =
        due === null ? [] : Object.keys(sent).flatMap((period) => periodFaults(period, due).map((found) => under([period], found)));
      return [...unknownPart("report", id, file.reports), ...periods].map((found) => under(["reports", id], found));
    }),
    ...Object.entries(targets).flatMap(([id, figures]) => {
      const target = file.targets.find((one) => one.id === id);
      const found = target === undefined ? unknownPart("target", id, file.targets) : figureFaults(target, figures);
      return found.map((one) => under(["targets", id], one));
    }),
    ...(asOf === undefined ? [] : laterThan(asOf, progress)),
  ];
}

function planOf({ file }: Plan, { plan }: ProgressFile): Issue[] {
  const [expected, received] = [`${file.id}@${file.revision}`, `${plan.id}@${plan.revision}`];
  return expected === received ? [] : [issue("progressOfOtherPlan", { expected, received }, { path: ["plan"] })];
}

/** A task is done on a day, or done in part; what is done in full was so on some day. */
function taskFaults({ doneOn, share }: ReportedTask): Issue[] {
  if (doneOn !== undefined && share !== undefined) return [issue("exactlyOneOf", { keys: ["doneOn", "share"] })];
  return share === "100" ? [issue("missingKey", { key: "doneOn" })] : [];
}

function periodFaults(period: string, due: readonly { readonly period: string }[]): Issue[] {
  return unknownPart(
    "period",
    period,
    due.map((one) => ({ id: one.period })),
  );
}

function figureFaults(target: PlanTarget, { done, of }: TargetFigures): Issue[] {
  if (target.of === undefined) return of === undefined ? [] : [issue("unknownKey", { key: "of", known: ["done", "note"] })];
  if (of === undefined) return [issue("missingKey", { key: "of" })];
  const { base } = target;
  return [
    ...(done > of ? [issue("doneAboveDue", { done: String(done), due: String(of) }, { path: ["done"] })] : []),
    ...(base === undefined || base.count === of
      ? []
      : [warning("baseDiffers", { reported: String(of), printed: String(base.count) }, { path: ["of"] })]),
  ];
}

/** Nothing was done or sent after the day on which progress stands. */
export function laterThan(day: CivilDate, { tasks, reports }: ProgressFile): Issue[] {
  const done = Object.entries(tasks).map(([id, { doneOn }]) => ({ on: doneOn, path: ["tasks", id, "doneOn"] }));
  const sent = Object.entries(reports).flatMap(([id, periods]) =>
    Object.entries(periods).map(([period, { sentOn }]) => ({ on: sentOn, path: ["reports", id, period, "sentOn"] })),
  );
  return [...done, ...sent].flatMap(({ on, path }) => (on !== undefined && day < on ? [issue("doneAfterDay", { on, day }, { path })] : []));
}
