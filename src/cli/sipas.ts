import type { Bilingual, Language } from "../exact/formatNumber";
import { type Words, wordsIn } from "../issue/fields";
import type { Issue } from "../issue/issue";
import { confidenceWords } from "../report/explainWords";
import { combinationWords } from "../survey/combinationWords";
import { requireSameSeries } from "../survey/comparable";
import { compareSatisfaction } from "../survey/compareSatisfaction";
import { safeConfidenceInterval } from "../survey/precision/confidenceInterval";
import { designEffect } from "../survey/precision/designEffect";
import type { Estimate } from "../survey/precision/estimate";
import { safeInseparable } from "../survey/precision/inseparable";
import { printed } from "../survey/precision/printed";
import type { SingleClusterPolicy } from "../survey/precision/sampleDesign";
import type { Questionnaire } from "../survey/questionnaire";
import type { RowCounts } from "../survey/responseCounter";
import { type PartSatisfaction, type Satisfaction, satisfaction, type UnitSatisfaction } from "../survey/satisfaction";
import { type EstimatedUnit, type SatisfactionEstimates, safeSatisfactionEstimates } from "../survey/satisfactionEstimates";
import { surveyItem } from "../survey/surveyItem";
import type { Tally, TallyKey } from "../survey/tally";
import { type AnswersOptions, answersOf, questionnaireOf } from "./answers";
import { DataError, UsageError } from "./context";
import { type Column, noNumber, type Output, type Row, titleLines } from "./output";

export interface SipasOptions extends AnswersOptions {
  readonly by?: readonly TallyKey[] | undefined;
  readonly part?: string | undefined;
  readonly item?: string | undefined;
  /** The earlier survey: its questionnaire, where it is another, and its answers. */
  readonly before?: readonly string[] | undefined;
  readonly smallCells: "suppress" | "flag";
  readonly singleCluster: SingleClusterPolicy;
}

/** `par-index sipas QUESTIONNAIRE ANSWERS`: every part of the whole survey, or one part of every unit, and how sure each is. */
export async function sipasCommand(name: string, file: string, options: SipasOptions): Promise<Output> {
  const questionnaire = questionnaireOf(name);
  const { tally, rows, warnings, faults } = await answersOf(questionnaire, file, options);
  const { by = [], smallCells, item } = options;
  const result = satisfaction(questionnaire, tally, { by, smallCells });
  const set = { file: questionnaire.file, readings: {} };
  const before = [...titleLines(set), rowsLine(rows, tally), ...ruleLines(result)];
  if (item !== undefined) return { ...itemOutput(questionnaire, result, item, before), warnings, faults };
  if (options.before !== undefined)
    return changesOutput(result, await earlierResult(name, result, options.before, options), before, options.lang);
  const told = by.length === 0 ? partsTable(questionnaire, tally, result, options) : unitsTable(questionnaire, tally, result, options);
  return {
    command: "sipas",
    criteria: set,
    warnings: [...warnings, ...told.warnings],
    faults,
    before,
    sections: [{ columns: told.columns, rows: told.rows }],
    after: [...told.after, notTheMinistrys],
    data: { rows, result, precision: told.precision },
  };
}

const notTheMinistrys: Words = {
  vi: "Kết quả theo cách tổng hợp nêu trên; không phải con số do Bộ Nội vụ công bố.",
  en: "Made by the rule named above; not the figure that the ministry publishes.",
};

function rowsLine(rows: RowCounts | null, { respondents }: Tally): Words {
  if (rows === null) return { vi: `Bảng tổng hợp của ${respondents} người.`, en: `The counts of ${respondents} people.` };
  const { read, accepted, excluded, rejected } = rows;
  return {
    vi: `Đã đọc ${read} phiếu: ${accepted} được tính, ${excluded} để trống hoàn toàn, ${rejected} bị từ chối vì sai.`,
    en: `Read ${read} forms: ${accepted} counted, ${excluded} wholly blank, ${rejected} refused as wrong.`,
  };
}

function ruleLines({ rule, leastAnswers }: Satisfaction): readonly Words[] {
  const source = confidenceWords[rule.provenance.confidence];
  const words = (language: Language) => [
    combinationWords[rule.overall][language],
    combinationWords[rule.within][language],
    source[language],
  ];
  const [overall, within, from] = words("vi");
  const [overallEn, withinEn, fromEn] = words("en");
  return [
    {
      vi: `Cách tổng hợp chỉ số chung: ${overall}; của mỗi yếu tố: ${within}. Căn cứ: ${from}.`,
      en: `Rule of the overall index: ${overallEn}; of each factor: ${withinEn}. Basis: ${fromEn}.`,
    },
    {
      vi: `Dưới ${leastAnswers} người trả lời thì không công bố.`,
      en: `Fewer than ${leastAnswers} people are not published.`,
    },
  ];
}

/** A table, what is said below it, and what could not be computed. */
interface Told {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly after: readonly Words[];
  readonly warnings: readonly Issue[];
  readonly precision: unknown;
}

const indexColumns: readonly Column[] = [
  { key: "people", heading: { vi: "Số người", en: "People" }, number: true },
  { key: "answered", heading: { vi: "Câu trả lời hợp lệ", en: "Answers that count" }, number: true },
  { key: "index", heading: { vi: "Chỉ số (%)", en: "Index (%)" }, number: true },
];
const weightedColumn: Column = { key: "weighted", heading: { vi: "Có trọng số (%)", en: "Weighted (%)" }, number: true };
const precisionColumns: readonly Column[] = [
  { key: "low", heading: { vi: "95 %: từ", en: "95 %: from" }, number: true },
  { key: "high", heading: { vi: "đến", en: "to" }, number: true },
  { key: "effect", heading: { vi: "Hiệu ứng thiết kế", en: "Design effect" }, number: true },
];
const stateColumn: Column = { key: "state", heading: { vi: "Ghi chú", en: "Remark" } };

/** Every part of the whole survey, a line each. */
function partsTable(questionnaire: Questionnaire, tally: Tally, result: Satisfaction, options: SipasOptions): Told {
  const [unit] = result.units;
  const parts = (unit?.parts ?? []).filter(({ id }) => options.part === undefined || id === options.part);
  if (parts.length === 0 && unit !== undefined) throw unknownPart(unit, options.part);
  const estimated = parts.map((part) => estimatesOf(questionnaire, tally, options, part.id));
  const refused = estimated.find(({ estimates }) => estimates === undefined);
  const rows = parts.map((part, index) => ({
    id: part.id,
    title: wordsIn(part.title, options.lang),
    ...figures(part, options.lang),
    ...precisionOf(estimated[index]?.estimates?.estimates.byName.all),
  }));
  return {
    columns: [
      { key: "id", heading: { vi: "Mã", en: "Id" } },
      { key: "title", heading: { vi: "Nội dung", en: "What" }, wide: true },
      ...columnsFor(tally, refused === undefined),
    ],
    rows,
    after: refused === undefined ? [intervalWords(tally)] : [],
    warnings: refused?.warnings ?? [],
    precision: Object.fromEntries(parts.map(({ id }, index) => [id, estimated[index]?.estimates?.estimates ?? null])),
  };
}

/** One part of every unit, best first, and which units the survey cannot tell apart. */
function unitsTable(questionnaire: Questionnaire, tally: Tally, result: Satisfaction, options: SipasOptions): Told {
  const { by = [], part: id = "", lang } = options;
  const { estimates, warnings } = estimatesOf(questionnaire, tally, options, id);
  const named = new Map(
    (estimates?.units ?? []).map(({ name, of }: EstimatedUnit) => [JSON.stringify(by.map((key) => of[key] ?? "")), name]),
  );
  const lines = result.units.map((unit) => {
    const part = unit.parts.find((one) => one.id === id);
    if (part === undefined) throw unknownPart(unit, id);
    const values = by.map((key) => unit.of[key] ?? "");
    const name = named.get(JSON.stringify(values));
    const estimate = name === undefined ? undefined : estimates?.estimates.byName[name];
    return {
      part,
      name,
      estimate,
      row: { ...Object.fromEntries(by.map((key, index) => [key, values[index] ?? ""])), ...figures(part, lang), ...precisionOf(estimate) },
    };
  });
  const apart = estimates === undefined || named.size < 2 ? undefined : safeInseparable(estimates.estimates);
  const groups = apart?.ok === true ? apart.value.groups.filter((group) => group.length > 1) : [];
  return {
    columns: [...by.map((key): Column => ({ key, heading: keyWords[key] })), ...columnsFor(tally, estimates !== undefined)],
    rows: lines.map(({ row }) => row),
    after: [
      ...(estimates === undefined ? [] : [intervalWords(tally)]),
      ...groups.map(
        (group): Words => ({
          vi: `Không phân biệt được, thứ hạng trong nhóm không có nghĩa: ${group.join(", ")}.`,
          en: `Cannot be told apart, ranks among them mean nothing: ${group.join(", ")}.`,
        }),
      ),
    ],
    warnings,
    precision: estimates === undefined ? null : { estimates: estimates.estimates, groups },
  };
}

function columnsFor({ keys }: Tally, isEstimated: boolean): readonly Column[] {
  return [...indexColumns, ...(keys.includes("weight") ? [weightedColumn] : []), ...(isEstimated ? precisionColumns : []), stateColumn];
}

/** What units are told apart by, in words. */
const keyWords: Readonly<Record<TallyKey, Bilingual>> = {
  province: { vi: "Tỉnh", en: "Province" },
  district: { vi: "Huyện", en: "District" },
  commune: { vi: "Xã", en: "Commune" },
  service: { vi: "Dịch vụ", en: "Service" },
  group: { vi: "Nhóm", en: "Group" },
  channel: { vi: "Kênh", en: "Channel" },
  stratum: { vi: "Tầng", en: "Stratum" },
  cluster: { vi: "Cụm", en: "Cluster" },
  weight: { vi: "Trọng số", en: "Weight" },
};

const reasons: Readonly<Record<NonNullable<PartSatisfaction["why"]>, Bilingual>> = {
  noAnswers: { vi: "không có câu trả lời hợp lệ", en: "no answers that count" },
  tooFew: { vi: "quá ít người, không công bố", en: "too few people, not to be published" },
};

function figures({ people, answered, equal, weighted, why }: PartSatisfaction, language: Language): Row {
  return {
    people: people === null ? noNumber : String(people),
    answered: answered === null ? noNumber : String(answered),
    index: equal?.published ?? noNumber,
    weighted: weighted?.published ?? noNumber,
    state: why === undefined ? "" : reasons[why][language],
  };
}

/** An interval and design effect as they are printed: approximate, to one decimal more than they are sure. */
function precisionOf(estimate: Estimate | undefined): Row {
  const interval = estimate === undefined ? undefined : safeConfidenceInterval(estimate);
  const effect = estimate === undefined ? null : designEffect(estimate);
  return {
    low: interval?.ok === true ? printed(100 * interval.value.low, 1) : noNumber,
    high: interval?.ok === true ? printed(100 * interval.value.high, 1) : noNumber,
    effect: effect === null || !Number.isFinite(effect) ? noNumber : printed(effect, 2),
  };
}

function intervalWords({ keys }: Tally): Words {
  return keys.includes("weight")
    ? {
        vi: "Khoảng tin cậy 95 % là của chỉ số có trọng số, tính theo tầng và cụm của mẫu; gần đúng, chỉ để đọc.",
        en: "The 95 % interval is of the weighted index, by the sample's strata and clusters; approximate, for reading only.",
      }
    : {
        vi: "Khoảng tin cậy 95 % tính theo tầng và cụm của mẫu; gần đúng, chỉ để đọc.",
        en: "The 95 % interval follows the sample's strata and clusters; approximate, for reading only.",
      };
}

/** How sure a part is; where that cannot be told, why not, as what is worth knowing: the index holds without it. */
function estimatesOf(
  questionnaire: Questionnaire,
  tally: Tally,
  { by, smallCells, singleCluster }: SipasOptions,
  part: string,
): { readonly estimates: SatisfactionEstimates | undefined; readonly warnings: readonly Issue[] } {
  const outcome = safeSatisfactionEstimates(questionnaire, tally, { part, by, smallCells, design: { singleCluster } });
  return outcome.ok
    ? { estimates: outcome.value, warnings: outcome.warnings }
    : { estimates: undefined, warnings: outcome.issues.map((one): Issue => ({ ...one, severity: "warning" })) };
}

/** The evidence that a part gives for a leaf of a criteria set, to be put into a report. */
function itemOutput(questionnaire: Questionnaire, result: Satisfaction, id: string, before: readonly Words[]): Output {
  const data = result.units.map((unit) => ({ of: unit.of, item: surveyItem(questionnaire, result, unit, id) }));
  return {
    command: "sipas",
    criteria: { file: questionnaire.file, readings: {} },
    before: [...before, ...data.map(({ item }) => same(JSON.stringify(item, null, 2)))],
    sections: [],
    after: [
      {
        vi: 'Chép đoạn này vào báo cáo, ở mã của tiêu chí trong "items". Tỷ số là phân số chính xác, chưa làm tròn.',
        en: 'Copy this into the report, at the code of the leaf in "items". The ratio is exact, not rounded.',
      },
    ],
    data,
  };
}

/** The result of the earlier survey: `ANSWERS` under the same questionnaire, or `QUESTIONNAIRE ANSWERS`. */
async function earlierResult(name: string, later: Satisfaction, named: readonly string[], options: SipasOptions): Promise<Satisfaction> {
  const [first, second] = named;
  const answers = second ?? first;
  if (answers === undefined || named.length > 2) {
    throw new UsageError({ vi: "--before cần: [PHIẾU] TỆP-PHIẾU-TRẢ-LỜI", en: "--before takes: [QUESTIONNAIRE] ANSWERS" });
  }
  const questionnaire = questionnaireOf(second === undefined || first === undefined ? name : first);
  const otherSeries = requireSameSeries(questionnaire.file, later.questionnaire);
  if (otherSeries.length > 0) throw new DataError(otherSeries);
  const { tally, faults } = await answersOf(questionnaire, answers, options);
  if (faults.length > 0) throw new DataError(faults);
  return satisfaction(questionnaire, tally, { by: options.by, smallCells: options.smallCells });
}

/** What changed since the earlier survey, a line for each unit and part. */
function changesOutput(after: Satisfaction, before: Satisfaction, lines: readonly Words[], language: Language): Output {
  const changes = compareSatisfaction(before, after);
  return {
    command: "sipas",
    before: lines,
    sections: [
      {
        columns: [
          ...after.by.map((key): Column => ({ key, heading: keyWords[key] })),
          { key: "id", heading: { vi: "Mã", en: "Id" } },
          { key: "title", heading: { vi: "Nội dung", en: "What" }, wide: true },
          { key: "before", heading: { vi: "Trước (%)", en: "Before (%)" }, number: true },
          { key: "after", heading: { vi: "Sau (%)", en: "After (%)" }, number: true },
          { key: "change", heading: { vi: "Thay đổi", en: "Change" }, number: true },
          { key: "rules", heading: { vi: "Cách tổng hợp khác nhau", en: "Rules that differ" } },
        ],
        rows: changes.map(({ of, id, title, before: was, after: is, change, rules }) => ({
          ...of,
          id,
          title: wordsIn(title, language),
          before: was ?? noNumber,
          after: is ?? noNumber,
          change: change ?? noNumber,
          rules: rules === undefined ? "" : `${combinationWords[rules.before][language]} → ${combinationWords[rules.after][language]}`,
        })),
      },
    ],
    after: [
      {
        vi: "Thay đổi tính từ hai số đã công bố. Thay đổi nhỏ hơn sai số của hai lần khảo sát thì chưa nói lên điều gì.",
        en: "Changes are of published values. A change smaller than the error of both surveys says nothing yet.",
      },
    ],
    data: { changes },
  };
}

function same(text: string): Words {
  return { vi: text, en: text };
}

function unknownPart({ parts }: UnitSatisfaction, id = ""): UsageError {
  const known = parts.map((part) => (part.id === "" ? '""' : part.id)).join(", ");
  return new UsageError({
    vi: `Phiếu không có phần “${id}”. Các phần: ${known}`,
    en: `The questionnaire has no part "${id}". The parts: ${known}`,
  });
}
