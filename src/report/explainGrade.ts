import type { CriteriaSet } from "../criteria/criteriaSet";
import { type GradeScale, type Grading, scaleOf } from "../criteria/grading";
import type { Provenance } from "../criteria/provenance";
import { fromDecimal, fromExactText } from "../exact/decimal";
import type { Language } from "../exact/formatNumber";
import { compare } from "../exact/ratio";
import { totalCode } from "../issue/issue";
import { attempt, type Result } from "../issue/result";
import {
  type BandStep,
  type Classification,
  type EventStep,
  type FactStep,
  type GradeStage,
  type GradeStep,
  gradingOf,
  type NodesStep,
  type QuotaStep,
} from "../rank/classification";
import { boundsInSigns, signOf } from "../rules/bounds";
import type { Say } from "../rules/ruleKind";
import { requireSameSet } from "../score/sameSet";
import { type Explanation, provenanceWords, sayIn } from "./explain";
import { notOfficial } from "./explainWords";
import { limitWords, nodesWords, settledBy, ungradedWords, valueWords, verdictWords } from "./gradeWords";

/**
 * Why a unit has its grade (diễn giải xếp loại), from the value to the grade: the band, conditions, events and quotas, each
 * with what was looked at. `formatExplanation` makes it text.
 *
 * **Errors:** {@link ParError} when the set does not grade, or the classification is of another set.
 *
 * @example
 * ```ts
 * import { classify, explainGrade, parseEvidence, scoreUnit } from "par-index";
 * import { loadCriteria } from "par-index/node";
 *
 * const criteria = loadCriteria("example/grading");
 * const [graded] = classify(criteria, [scoreUnit(criteria, parseEvidence(criteria, {
 *   unit: { id: "xa-a", name: "Xã A", group: "commune" }, period: "2021", round: "appraised",
 *   items: { "1.1": { done: 100, due: 100 }, "1.2": { late: 0 }, "2": { percent: "55" } },
 * }))]);
 * const { heading, steps } = explainGrade(criteria, graded, "vi");
 * heading; // => "Xã A — Hoàn thành"
 * steps; // => ["Tổng điểm 82,00: đạt mức ≥ 80 → Hoàn thành xuất sắc", "Có lĩnh vực dưới 60 % điểm tối đa (2: 55 %): không đạt điều kiện của “Hoàn thành xuất sắc” → Hoàn thành"]
 * ```
 */
export function explainGrade(criteria: CriteriaSet, classification: Classification, language: Language): Explanation {
  const grading = gradingOf(criteria);
  requireSameSet(criteria, [classification]);
  const context = { criteria, grading, scale: scaleOf(grading, classification.unit.group), classification, language, say: sayIn(language) };
  const { unit, title, reason, stages } = classification;
  const outcome = title === undefined ? (reason === undefined ? "" : ungradedWords[reason][language]) : context.say.words(title);
  return {
    code: totalCode,
    heading: `${unit.name} — ${outcome}`,
    steps: [...stages.flatMap((stage) => stageLines(context, stage)), ...openLines(context)],
    basis: basisOf(context),
    children: [],
  };
}

/** {@link explainGrade} that answers a {@link Result} and never throws. */
export function safeExplainGrade(criteria: CriteriaSet, classification: Classification, language: Language): Result<Explanation> {
  return attempt(() => explainGrade(criteria, classification, language));
}

interface Context {
  readonly criteria: CriteriaSet;
  readonly grading: Grading;
  readonly scale: GradeScale;
  readonly classification: Classification;
  readonly language: Language;
  readonly say: Say;
}

/** A line for each step of a stage; the last one says to which grade the stage leads, where it leads to another. */
function stageLines(context: Context, { stage, before, after, why }: GradeStage): string[] {
  const lines = why.flatMap((step) => stepLines(context, step));
  const leads = after !== null && (stage === "band" || after !== before) ? ` → ${titleOf(context, after)}` : "";
  return lines.map((line, index) => (index === lines.length - 1 ? `${line}${leads}` : line));
}

function stepLines(context: Context, step: GradeStep): string[] {
  switch (step.step) {
    case "notRated":
      return [`${{ vi: "Đơn vị không xếp loại", en: "The unit is not rated" }[context.language]}: ${context.say.words(step.reason)}`];
    case "band":
      return bandLines(context, step);
    case "noZero":
    case "eachAtLeast":
      return [nodesLine(context, step)];
    case "fact":
      return [factLine(context, step)];
    case "event":
      return [eventLine(context, step)];
    case "quota":
      return [quotaLine(context, step)];
  }
}

function bandLines(context: Context, { value, grade, between, missing }: BandStep): string[] {
  const { language, scale, say } = context;
  const pending = missing.length === 0 ? [] : [missingLine(missing, value !== null, language)];
  if (value === null) return pending.length > 0 ? pending : [ungradedWords.notCounted[language]];
  const band = scale.grades.find(({ id }) => id === grade);
  if (band !== undefined) {
    const reached = { vi: "đạt mức", en: "in the band" }[language];
    return [...pending, `${valueLine(context)}: ${reached} ${boundsInSigns(band, say)}`];
  }
  const neighbours = (between ?? []).flatMap((id) => scale.grades.filter((one) => one.id === id));
  const named = neighbours.map((one) => `${say.words(one.title)} (${boundsInSigns(one, say)})`).join(", ");
  const told = { vi: "không thuộc mức nào được quy định; gần nhất là", en: "in no band as printed; the nearest are" }[language];
  return [...pending, `${valueLine(context)}: ${told} ${named}`];
}

/** The value as published, and, where the exact one is graded and differs, that one too. */
function valueLine({ criteria, grading, classification: { value }, language, say }: Context): string {
  if (value === null) return "";
  const kind = criteria.file.policies.published.value;
  const sign = kind === "index" ? " %" : "";
  const published = `${say.number(value.published)}${sign}`;
  const same = grading.compare === "published" || compare(fromExactText(value.exact), fromDecimal(value.published)) === 0;
  const as = { vi: "công bố", en: "published" }[language];
  return `${valueWords[kind][language]} ${same ? published : `${say.number(value.exact)}${sign} (${as} ${published})`}`;
}

function missingLine(missing: readonly string[], graded: boolean, language: Language): string {
  const codes = missing.join(", ");
  return {
    vi: `Còn ${missing.length} tiêu chí chưa có số liệu (${codes})${graded ? ": xếp loại theo phần đã có" : ": chưa xếp loại"}`,
    en: `${missing.length} leaves are missing (${codes})${graded ? ": graded by what there is" : ": not graded yet"}`,
  }[language];
}

function nodesLine(context: Context, { grade, of, percent, verdict, failing, open }: NodesStep): string {
  const { language, say } = context;
  const share = (exact: string) => `${say.number(exact)} %`;
  const failed = failing.map((node) => (percent === undefined ? node.code : `${node.code}: ${share(node.percent)}`));
  const codes = (verdict === "fails" ? failed : open).join(", ");
  const found = nodesWords[language]({ of, percent: percent === undefined ? undefined : say.number(percent), verdict, codes });
  return `${found}: ${verdictWords(verdict, titleOf(context, grade), language)}`;
}

function factLine(context: Context, { grade, fact: id, condition, verdict, state, steps }: FactStep): string {
  const { criteria, scale, language, say } = context;
  const bound = criteria.facts.get(id);
  const stated = scale.grades.find((one) => one.id === grade)?.conditions?.[condition];
  const needed = stated?.kind === "fact" ? boundsInSigns(stated, say, bound === undefined ? "" : signOf(bound.measure.measure.scale)) : "";
  const read = steps.map(({ step, values }) => bound?.measure.measure.words[step]?.[language](values, bound.measure.params, say) ?? step);
  const figures = state === "missing" ? { vi: "chưa có số liệu", en: "no figures yet" }[language] : read.join("; ");
  const needs = { vi: "cần", en: "needed" }[language];
  const title = bound === undefined ? id : say.words(bound.fact.title);
  return `${title}: ${figures} (${needs} ${needed}): ${verdictWords(verdict, titleOf(context, grade), language)}`;
}

function eventLine(context: Context, { event: id, effect, state, on, countedIn }: EventStep): string {
  const { grading, language, say } = context;
  const title = say.words(grading.events?.find((one) => one.id === id)?.title ?? { vi: id });
  if (state === "undecided") {
    return { vi: `Chưa ghi nhận sự kiện có xảy ra hay không: ${title}`, en: `Not recorded whether it happened: ${title}` }[language];
  }
  if (state === "elsewhere") {
    return {
      vi: `Sự kiện: ${title}; đã tính khi xếp loại kỳ ${countedIn}, không tính lần nữa`,
      en: `Event: ${title}; already used in the rating of ${countedIn}, not used again`,
    }[language];
  }
  const when = on === undefined ? "" : ` (${dayIn(on, language)})`;
  const does =
    "notRated" in effect
      ? { vi: "không xếp loại", en: "not rated" }
      : "forces" in effect
        ? { vi: "xếp mức thấp nhất", en: "forces the lowest grade" }
        : { vi: `không xếp cao hơn “${titleOf(context, effect.caps)}”`, en: `nothing better than "${titleOf(context, effect.caps)}"` };
  return `${{ vi: "Sự kiện", en: "Event" }[language]}: ${title}${when}: ${does[language]}`;
}

function quotaLine(context: Context, { quota: id, verdict, base, allowed, proposed, position, tiedWith }: QuotaStep): string {
  const { grading, language } = context;
  const quota = grading.quotas?.find((one) => one.id === id);
  const name = titleOf(context, quota?.grade ?? "");
  const limit = limitWords(quota?.share?.percent ?? null, base, allowed, language);
  const place = position.least === position.most ? String(position.least) : `${position.least}–${position.most}`;
  const tied =
    tiedWith.length === 0 ? "" : { vi: ` (bằng điểm với ${tiedWith.join(", ")})`, en: ` (equal to ${tiedWith.join(", ")})` }[language];
  const comes = {
    kept: { vi: "trong tỷ lệ", en: "within it" },
    beyond: { vi: "vượt tỷ lệ", en: "beyond it" },
    undecided: { vi: "chưa quyết định được", en: "not decided" },
  }[verdict];
  return {
    vi: `Tỷ lệ khống chế “${name}”: ${limit}; đề nghị ${proposed}, đơn vị này đứng thứ ${place}${tied}: ${comes.vi}`,
    en: `Quota of "${name}": ${limit}; ${proposed} proposed, this unit is number ${place}${tied}: ${comes.en}`,
  }[language];
}

/** What a unit whose grade is not decided may still get, and who settles it. */
function openLines({ classification, scale, language, say }: Context): string[] {
  const { reason, possible = [] } = classification;
  const by = reason === undefined ? undefined : settledBy[reason]?.[language];
  if (by === undefined) return [];
  const none = { vi: "không có mức nào", en: "none" }[language];
  const grades = possible.map((id) => say.words(scale.grades.find((grade) => grade.id === id)?.title ?? { vi: none }));
  const may = grades.length === 0 ? "" : `${{ vi: "Có thể là", en: "It may be" }[language]}: ${grades.join(", ")}. `;
  return [`${may}${by[0]?.toUpperCase()}${by.slice(1)}`];
}

/** Where the grades, and the facts, events and quotas that were looked at, come from; never surer than the set is. */
function basisOf({ criteria, grading, classification, language, say }: Context): string[] {
  const { facts = [], events = [], quotas = [] } = grading;
  const steps = classification.stages.flatMap(({ why }) => why);
  const used = new Set(
    steps.flatMap((step) => ("fact" in step ? [step.fact] : "event" in step ? [step.event] : "quota" in step ? [step.quota] : [])),
  );
  const parts = [...facts, ...events, ...quotas].filter(({ id }) => used.has(id)).map(({ provenance }) => provenance);
  const told = (provenance: Provenance) => provenanceWords(provenance, criteria.file.sources, say, language);
  const label = { vi: "Căn cứ xếp loại", en: "Basis of the grade" }[language];
  const { status } = criteria.file;
  return [
    `${label}: ${[...new Set([grading.provenance, ...parts].map(told))].join(" · ")}`,
    ...(status === "official" ? [] : [notOfficial[status][language]]),
  ];
}

function titleOf({ scale, say }: Context, id: string): string {
  const title = scale.grades.find((one) => one.id === id)?.title;
  return title === undefined ? id : say.words(title);
}

/** A day as offices write it: 20/5/2021; in English as the file has it. */
function dayIn(day: string, language: Language): string {
  return language === "en" ? day : day.split("-").map(Number).reverse().join("/");
}
