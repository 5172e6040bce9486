import type { CriteriaSet } from "../criteria/criteriaSet";
import { type GradeScale, type Grading, type Quota, scaleOf } from "../criteria/grading";
import type { Unit } from "../evidence/evidence";
import { type Issue, warning } from "../issue/issue";
import { attempt, type Result } from "../issue/result";
import { requireDistinctUnits, requireSameSet } from "../score/sameSet";
import { type Between, type Classification, gradingOf, type QuotaStep, type Undecided } from "./classification";
import { groupScores, type ScoreGroup } from "./groupScores";
import { type Contest, judgeQuota, quotaContest } from "./quotaContest";

/** Grades after their quotas (tỷ lệ khống chế), and what each quota came to. */
export interface QuotaResult {
  /** In the order given; one that a quota touched has a stage `quota`. */
  readonly classifications: readonly Classification[];
  readonly quotas: readonly AppliedQuota[];
  /** Units that are commended (đề nghị khen thưởng), best first. */
  readonly commended: readonly {
    readonly quota: string;
    readonly unit: Unit;
    readonly period: string;
    readonly round: ScoreGroup["round"];
  }[];
  /** Warnings: quotas that are a share of nothing. */
  readonly issues: readonly Issue[];
}

/** What a quota came to among the units of one group, period and round. Units are named by their ids, best first. */
export interface AppliedQuota extends ScoreGroup {
  readonly quota: string;
  readonly grade: string;
  readonly effect: Quota["effect"];
  /** Units that the share is of; `null` for a quota that is a count. */
  readonly base: Between | null;
  readonly percent: string | null;
  readonly allowed: Between;
  readonly proposed: readonly string[];
  readonly kept: readonly string[];
  readonly beyond: readonly string[];
  /** Proposed units about which the competent body, or a figure still to come, has to decide. */
  readonly undecided: readonly string[];
}

/**
 * Grades under their quotas (tỷ lệ khống chế): of the units of a group that reached a grade the best keep it, the others get
 * the next one. Equal values across the edge are left undecided, and so is whoever's place hangs on a unit that is itself
 * undecided; nothing is settled by the order of ids. Quotas of better grades come first, commendations last.
 *
 * **Exactness:** shares are exact and rounded once, by the quota's own mode.
 * **Errors:** {@link ParError} when the set does not grade, or a classification is of another set.
 *
 * @example
 * ```ts
 * import { applyQuota, classify, parseReports, scoreAll } from "par-index";
 * import { loadCriteria } from "par-index/node";
 *
 * const criteria = loadCriteria("example/grading");
 * const report = (id: string, percent: string) => ({
 *   unit: { id, name: id, group: "department" }, period: "2021", round: "appraised",
 *   items: { "1.1": { done: 100, due: 100 }, "1.2": { late: 0 }, "2": { percent } },
 *   facts: { aboveRequirement: { done: 40, due: 100 } },
 * });
 * const scores = scoreAll(criteria, parseReports(criteria, [report("a", "90"), report("b", "95"), report("c", "85"), report("d", "60"), report("e", "60")]));
 * const { classifications, quotas } = applyQuota(criteria, classify(criteria, scores));
 * classifications.map(({ grade }) => grade); // => ["good", "excellent", "good", "good", "good"]
 * quotas.map(({ proposed, allowed, kept }) => [proposed, allowed.most, kept])[0]; // => [["b", "a", "c"], 1, ["b"]]
 * ```
 */
export function applyQuota(criteria: CriteriaSet, classifications: readonly Classification[]): QuotaResult {
  const grading = gradingOf(criteria);
  requireSameSet(criteria, classifications);
  requireDistinctUnits(classifications);
  const groups = groupScores<Classification>(
    criteria,
    classifications.map((one) => withoutQuota(grading, one)),
    "group",
  );
  const done = groups.map((group) => applyInGroup(grading, group));
  const settled = new Map(done.flatMap(({ members }) => members).map((one) => [keyOf(one), one]));
  return {
    classifications: classifications.map((one) => settled.get(keyOf(one)) ?? one),
    quotas: done.flatMap(({ quotas }) => quotas),
    commended: done.flatMap(({ members, quotas }) => commendedBy(members, quotas)),
    issues: done.flatMap(({ issues }) => issues),
  };
}

/** {@link applyQuota} that answers a {@link Result} and never throws. */
export function safeApplyQuota(criteria: CriteriaSet, classifications: readonly Classification[]): Result<QuotaResult> {
  return attempt(() => applyQuota(criteria, classifications));
}

type Group = ScoreGroup & { readonly members: readonly Classification[] };

interface Done {
  readonly members: readonly Classification[];
  readonly quotas: readonly AppliedQuota[];
  readonly issues: readonly Issue[];
}

/** Every quota of a group, those of better grades first, since whoever falls comes under the next; shares are of the grades before any of them. */
function applyInGroup(grading: Grading, { members: initial, ...group }: Group): Done {
  const name = group.group ?? "";
  const scale = scaleOf(grading, name);
  return quotasOf(grading, scale, name).reduce<Done>(
    (done, quota) => {
      const contest = quotaContest(grading, quota, done.members, initial);
      const judged = new Map(contest.proposed.map((unit) => [unit, judgeQuota(contest, unit)]));
      const issues = contest.withoutBase ? [withoutBase(grading, contest, name)] : [];
      return {
        members: quota.effect === "commend" ? done.members : done.members.map((unit) => settle(scale, unit, judged.get(unit))),
        quotas: [...done.quotas, { ...group, ...applied(contest, judged) }],
        issues: [...done.issues, ...issues],
      };
    },
    { members: initial, quotas: [], issues: [] },
  );
}

function quotasOf({ quotas = [] }: Grading, { grades }: GradeScale, group: string): readonly Quota[] {
  const placeOf = ({ grade, effect }: Quota) => (effect === "commend" ? grades.length : grades.findIndex(({ id }) => id === grade));
  return quotas.filter(({ groups }) => groups?.includes(group) ?? true).toSorted((a, b) => placeOf(a) - placeOf(b));
}

function applied(
  { quota, base, allowed, proposed }: Contest,
  judged: ReadonlyMap<Classification, QuotaStep>,
): Omit<AppliedQuota, keyof ScoreGroup> {
  const idsOf = (units: readonly Classification[]) => units.map(({ unit }) => unit.id);
  const idsWith = (verdict: QuotaStep["verdict"]) => idsOf(proposed.filter((unit) => judged.get(unit)?.verdict === verdict));
  return {
    quota: quota.id,
    grade: quota.grade,
    effect: quota.effect,
    base,
    percent: quota.share?.percent ?? null,
    allowed,
    proposed: idsOf(proposed),
    kept: idsWith("kept"),
    beyond: idsWith("beyond"),
    undecided: idsWith("undecided"),
  };
}

function withoutBase({ quotas = [] }: Grading, { quota, proposed }: Contest, group: string): Issue {
  const path = ["grading", "quotas", quotas.indexOf(quota)];
  return warning("quotaWithoutBase", { quota: quota.id, proposed: String(proposed.length) }, { group, path });
}

/** A unit as a quota leaves it: it keeps its grade, gets the next one, or is undecided between the two. */
function settle({ grades }: GradeScale, unit: Classification, step: QuotaStep | undefined): Classification {
  if (step === undefined) return unit;
  const next = grades[grades.findIndex(({ id }) => id === unit.grade) + 1];
  const left = { kept: unit.grade, beyond: next?.id ?? null, undecided: null }[step.verdict];
  const { title: _, ...rest } = unit;
  const after = {
    ...rest,
    grade: left,
    stages: [...unit.stages, { stage: "quota", before: unit.grade, after: left, why: [step] } as const],
  };
  const title = grades.find(({ id }) => id === left)?.title;
  return title === undefined ? { ...after, reason: doubtOf(step), possible: [unit.grade, next?.id ?? null] } : { ...after, title };
}

function doubtOf({ base, tiedWith }: QuotaStep): Undecided {
  if (base?.most === 0) return "quotaWithoutBase";
  return tiedWith.length > 0 ? "quotaTie" : "quotaOpen";
}

/** A classification as it was before any quota, so that applying quotas again changes nothing. */
function withoutQuota(grading: Grading, unit: Classification): Classification {
  const first = unit.stages.findIndex(({ stage }) => stage === "quota");
  const before = unit.stages[first]?.before;
  const grade = scaleOf(grading, unit.unit.group).grades.find(({ id }) => id === before);
  if (grade === undefined) return unit;
  const { reason: _, possible: __, ...rest } = unit;
  return { ...rest, grade: grade.id, title: grade.title, stages: unit.stages.slice(0, first) };
}

function commendedBy(members: readonly Classification[], quotas: readonly AppliedQuota[]): QuotaResult["commended"] {
  const commending = quotas.filter(({ effect }) => effect === "commend");
  return commending.flatMap(({ quota, kept, period, round }) =>
    kept.flatMap((id) => members.filter(({ unit }) => unit.id === id).map(({ unit }) => ({ quota, unit, period, round }))),
  );
}

function keyOf({ unit, period, round }: Classification): string {
  return JSON.stringify([unit.id, period, round]);
}
