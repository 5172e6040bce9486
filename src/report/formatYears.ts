import { fold } from "../criteria/tree";
import { formatNumber, type Language } from "../exact/formatNumber";
import { wordsIn } from "../issue/fields";
import { totalCode } from "../issue/issue";
import { roundWords } from "../issue/roundWords";
import type { ComparedYear, RemovedCriterion, YearChange, YearsCompared } from "./compareYears";
import { notOfficial } from "./explainWords";
import type { Refusal } from "./refusal";
import { refusalWords, signedNumber, yearWords } from "./yearWords";

/**
 * Two years as text (so sánh hai năm): each criterion with its points of both years and the change, or why there is none;
 * below, what the later set no longer has.
 *
 * @example
 * ```ts
 * import { compareYears, formatYears, parseEvidence, scoreUnit } from "par-index";
 * import { loadCriteria } from "par-index/node";
 *
 * const criteria = loadCriteria("example/tiny");
 * const year = (percent: string) => ({ criteria, score: scoreUnit(criteria, parseEvidence(criteria, {
 *   unit: { id: "a", name: "Xã A", group: "commune" }, period: "2021", round: "appraised", items: { "2": { percent } },
 * })) });
 * formatYears(compareYears(year("80"), year("85")), "vi").split("\n").at(-1); // => "  2 Mức độ hài lòng — 3,20 → 3,40: +0,20"
 * ```
 */
export function formatYears({ unit, before, after, root, removed }: YearsCompared, language: Language): string {
  const { removed: heading } = yearWords[language];
  return [
    `${unit.name}: ${yearText(before, language)} → ${yearText(after, language)}`,
    ...standings(before, after).map((status) => notOfficial[status][language]),
    ...fold<YearChange, string[]>(root, (change, children) => [
      changeText(change, language),
      ...children.flat().map((line) => `  ${line}`),
    ]),
    ...(removed.length === 0 ? [] : [`${heading}:`, ...removed.map((one) => `  ${removedText(one, language)}`)]),
  ].join("\n");
}

/**
 * Why two years are not compared at a criterion (lý do không so sánh), in words.
 *
 * @example
 * ```ts
 * import { formatRefusal } from "par-index";
 * formatRefusal({ reason: "maximumChanged", before: "2", after: "2.5" }, "vi"); // => "điểm tối đa khác: 2 → 2,5"
 * ```
 */
export function formatRefusal(refusal: Refusal, language: Language): string {
  const describe = refusalWords[refusal.reason][language] as (refusal: Refusal) => string;
  return describe(refusal);
}

function yearText({ period, round }: ComparedYear, language: Language): string {
  return `${yearWords[language].period} ${period} (${roundWords[round][language]})`;
}

/** How far from official the sets are, each told once. */
function standings(before: ComparedYear, after: ComparedYear): ("reconstruction" | "example")[] {
  const statuses = new Set([before.criteria.status, after.criteria.status]);
  return [...statuses].flatMap((status) => (status === "official" ? [] : [status]));
}

function changeText({ code, from, title, before, after, published, refused }: YearChange, language: Language): string {
  const words = yearWords[language];
  const name = code === totalCode ? words.total : `${code} ${wordsIn(title, language)}`;
  const former = from === undefined ? "" : ` (${words.from} ${from})`;
  const shown = (points: string | null) => (points === null ? "–" : formatNumber(points, language));
  const points = before === null && after === null ? "" : ` ${shown(before)} → ${shown(after)}:`;
  const change =
    published === null
      ? `${words.refused} (${refused.map((refusal) => formatRefusal(refusal, language)).join("; ")})`
      : signedNumber(published, language);
  return `${name}${former} —${points} ${change}`;
}

function removedText({ code, title, maxPoints, before }: RemovedCriterion, language: Language): string {
  const { earned, maximum } = yearWords[language];
  const most = formatNumber(maxPoints, language);
  return `${code} ${wordsIn(title, language)} — ${before === null ? maximum(most) : earned(formatNumber(before, language), most)}`;
}
