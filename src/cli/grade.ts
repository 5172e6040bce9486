import type { CriteriaSet } from "../criteria/criteriaSet";
import { scaleOf } from "../criteria/grading";
import type { Bilingual, Language } from "../exact/formatNumber";
import { type Words, wordsIn } from "../issue/fields";
import { type AppliedQuota, applyQuota, type QuotaResult } from "../rank/applyQuota";
import { type Classification, gradingOf } from "../rank/classification";
import { safeClassify } from "../rank/classify";
import { countGrades, type GradeCounts } from "../rank/countGrades";
import { groupScores } from "../rank/groupScores";
import { bestFirst } from "../rank/quotaContest";
import { type Explanation, formatExplanation } from "../report/explain";
import { explainGrade } from "../report/explainGrade";
import { limitWords, settledBy, stageWords, ungradedWords } from "../report/gradeWords";
import { groupTitle } from "../report/groupTitle";
import { unitLine } from "../report/sheetWords";
import {
  type CampaignOptions,
  type CommonOptions,
  chosenScores,
  criteriaOf,
  DataError,
  requireRound,
  scoreOf,
  scoresOf,
  type UnitOptions,
} from "./context";
import { type Column, noNumber, numberIn, type Output, type Row, titleLines } from "./output";
import { groupColumn, idColumn, remarkColumn, unitColumn, valueHeadings, whenColumns } from "./rank";

type GradeOptions = CommonOptions & UnitOptions & CampaignOptions;

/** `par-index grade EDITION REPORTS…`: every unit's grade under the quotas; with `--unit`, why one unit has its grade. */
export async function gradeCommand(edition: string, files: readonly string[], options: GradeOptions): Promise<Output> {
  const { criteria, warnings } = criteriaOf(edition, options);
  const { scores, warnings: more } = await scoresOf(criteria, files, options);
  const { unit, ...anyUnit } = options;
  requireRound(scores, options.round);
  const classified = safeClassify(criteria, chosenScores(scores, anyUnit));
  if (!classified.ok) throw new DataError(classified.issues);
  const result = applyQuota(criteria, classified.value);
  const output =
    unit === undefined ? gradesOutput(criteria, result, options) : unitOutput(criteria, result, scoreOf(scores, options), options);
  return { ...output, command: "grade", criteria, warnings: [...warnings, ...more, ...result.issues] };
}

type Shown = Omit<Output, "command" | "criteria" | "warnings">;

function unitOutput(criteria: CriteriaSet, result: QuotaResult, score: Whose, { lang }: GradeOptions): Shown {
  const explanations = gradeExplanations(criteria, result, score);
  return {
    before: [
      ...titleLines(criteria),
      unitLine(criteria, score),
      ...explanations.map(({ vi, en }) => ({ vi: `\n${formatExplanation(vi)}`, en: `\n${formatExplanation(en)}` })),
    ],
    sections: [],
    data: { classifications: ofUnit(result, score), explanations: explanations.map((both) => both[lang]) },
  };
}

/** Whose grade is asked for, and of when. */
type Whose = Pick<Classification, "unit" | "period" | "round">;

function ofUnit({ classifications }: QuotaResult, { unit, period, round }: Whose): readonly Classification[] {
  return classifications.filter((one) => one.unit.id === unit.id && one.period === period && one.round === round);
}

/** Why a unit has its grade, in both languages. */
export function gradeExplanations(
  criteria: CriteriaSet,
  result: QuotaResult,
  score: Whose,
): readonly Readonly<Record<Language, Explanation>>[] {
  return ofUnit(result, score).map((one) => ({ vi: explainGrade(criteria, one, "vi"), en: explainGrade(criteria, one, "en") }));
}

function gradesOutput(criteria: CriteriaSet, result: QuotaResult, { lang, format }: GradeOptions): Shown {
  const { quotas, commended } = result;
  const counts = countGrades(criteria, result.classifications);
  const columns = columnsFor(criteria, format);
  const groups = groupScores(criteria, result.classifications, "group").map((group) => ({
    ...group,
    members: bestGradesFirst(criteria, group),
  }));
  const classifications = groups.flatMap(({ members }) => members);
  const names = new Map(classifications.map(({ unit }) => [unit.id, unit.name]));
  return {
    before: titleLines(criteria),
    sections: groups.map(({ members, ...group }) => ({
      title: groupTitle(criteria, group),
      columns,
      rows: members.map((one) => gradeRow(criteria, one, result, lang)),
    })),
    after: [
      ...counts.map((count) => countLine(criteria, count)),
      ...quotas.map((quota) => quotaLine(criteria, quota, names)),
      ...classifications.flatMap((one) => openLine(criteria, one)),
      { vi: "Thêm --unit MÃ-ĐƠN-VỊ để xem vì sao một đơn vị được xếp loại như vậy.", en: "Add --unit ID to see why a unit has its grade." },
    ],
    data: { classifications, quotas, commended, counts },
  };
}

function bestGradesFirst(
  criteria: CriteriaSet,
  { group, members }: { readonly group: string | null; readonly members: readonly Classification[] },
): readonly Classification[] {
  const grading = gradingOf(criteria);
  const { grades } = scaleOf(grading, group ?? "");
  const placeOf = ({ grade }: Classification) => (grade === null ? grades.length : grades.findIndex(({ id }) => id === grade));
  const inOrder = bestFirst(grading, members);
  return [...members].sort((a, b) => placeOf(a) - placeOf(b) || inOrder(a, b));
}

/** A table of one group does not repeat the group's name; a spreadsheet needs it in every row. */
function columnsFor({ file }: CriteriaSet, format: GradeOptions["format"]): readonly Column[] {
  const value: Column = { key: "value", heading: valueHeadings[file.policies.published.value], number: true };
  const grade: Column = { key: "grade", heading: { vi: "Xếp loại", en: "Grade" } };
  return format === "csv"
    ? [idColumn, unitColumn, groupColumn, ...whenColumns, value, grade, remarkColumn]
    : [unitColumn, value, grade, remarkColumn];
}

function gradeRow(criteria: CriteriaSet, one: Classification, { quotas }: QuotaResult, lang: Language): Row {
  const { unit, period, round, value, title, reason } = one;
  const group = criteria.file.groups.find(({ id }) => id === unit.group)?.title;
  const remarks = [...(reason === undefined ? loweredBy(one) : [ungradedWords[reason]]), ...commendationOf(one, quotas)];
  return {
    id: unit.id,
    unit: unit.name,
    group: group === undefined ? unit.group : wordsIn(group, lang),
    period,
    round,
    value: value?.published ?? noNumber,
    grade: title === undefined ? "" : wordsIn(title, lang),
    remark: remarks.map((words) => words[lang]).join("; "),
  };
}

/** The stages that took a unit to a lower grade than that of its band. */
function loweredBy({ stages }: Classification): readonly Bilingual[] {
  return stages.flatMap(({ stage, before, after }) =>
    stage === "rated" || stage === "band" || before === null || after === before ? [] : [stageWords[stage]],
  );
}

function commendationOf({ unit, period, round }: Classification, quotas: readonly AppliedQuota[]): readonly Bilingual[] {
  const own = quotas.filter((quota) => quota.effect === "commend" && quota.period === period && quota.round === round);
  if (own.some(({ kept }) => kept.includes(unit.id))) return [{ vi: "đề nghị khen thưởng", en: "to be commended" }];
  const open = own.some(({ undecided }) => undecided.includes(unit.id));
  return open ? [{ vi: "khen thưởng: chờ quyết định", en: "commendation: to be decided" }] : [];
}

function inBoth(words: (language: Language) => string): Bilingual {
  return { vi: words("vi"), en: words("en") };
}

/** How many units have each grade, and, where shares rounded apart do not come to 100, that they do not. */
function countLine(criteria: CriteriaSet, { graded, grades, publishedTotal, ungraded: _, ...group }: GradeCounts): Words {
  const title = groupTitle(criteria, group);
  const isWhole = publishedTotal === null || publishedTotal === "100";
  return inBoth((language) => {
    const each = grades.map(({ title: grade, units, share }) => {
      const percent = share === null ? "" : ` (${numberIn(share.published, language)} %)`;
      return `${wordsIn(grade, language)} ${units}${percent}`;
    });
    const counted = { vi: `${graded} đơn vị được xếp loại`, en: `${graded} units graded` }[language];
    const total = numberIn(publishedTotal, language);
    const remark = isWhole
      ? ""
      : { vi: `. Các tỷ lệ làm tròn riêng, cộng lại là ${total} %`, en: `. The shares are rounded apart and add up to ${total} %` }[
          language
        ];
    return `${title[language]}: ${counted}: ${each.join(", ")}${remark}`;
  });
}

function quotaLine(criteria: CriteriaSet, quota: AppliedQuota, names: ReadonlyMap<string, string>): Words {
  const { percent, base, allowed, proposed, kept, beyond, undecided, effect, grade, ...group } = quota;
  const title = groupTitle(criteria, group);
  const scale = scaleOf(gradingOf(criteria), group.group ?? "");
  const named = scale.grades.find(({ id }) => id === grade)?.title ?? { vi: grade };
  const list = (ids: readonly string[]) => ids.map((id) => names.get(id) ?? id).join(", ");
  return inBoth((language) => {
    const what = effect === "commend" ? { vi: "Khen thưởng", en: "Commendations" } : { vi: "Tỷ lệ khống chế", en: "Quota" };
    const parts = [
      {
        units: kept,
        words: effect === "commend" ? { vi: "đề nghị khen thưởng", en: "to be commended" } : { vi: "giữ mức này", en: "keep it" },
      },
      { units: effect === "commend" ? [] : beyond, words: { vi: "xuống mức dưới", en: "get the next grade" } },
      { units: undecided, words: { vi: "chưa quyết định được", en: "not decided" } },
    ].flatMap(({ units, words }) => (units.length === 0 ? [] : [`${words[language]}: ${list(units)}`]));
    const reached = { vi: `${proposed.length} đơn vị đạt`, en: `${proposed.length} reach it` }[language];
    const limit = limitWords(percent, base, allowed, language);
    const name = { vi: `“${named.vi}”`, en: `"${wordsIn(named, "en")}"` }[language];
    return `${title[language]}: ${what[language]} ${name}: ${[limit, reached, ...parts].join("; ")}`;
  });
}

/** A unit whose grade is not decided, and who settles it. */
function openLine(criteria: CriteriaSet, { unit, reason, possible = [] }: Classification): Words[] {
  const by = reason === undefined ? undefined : settledBy[reason];
  if (reason === undefined || by === undefined) return [];
  const { grades } = scaleOf(gradingOf(criteria), unit.group);
  return [
    inBoth((language) => {
      const may = possible.flatMap((id) => grades.filter((grade) => grade.id === id).map(({ title }) => wordsIn(title, language)));
      const which = may.length === 0 ? "" : ` (${may.join(", ")})`;
      return `${unit.name}: ${ungradedWords[reason][language]}${which}; ${by[language]}`;
    }),
  ];
}
