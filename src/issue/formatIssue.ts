import type { Language } from "../exact/formatNumber";
import { type Issue, type Location, type Messages, totalCode } from "./issue";
import { messagesEn } from "./messages.en";
import { messagesVi } from "./messages.vi";

const messages: Readonly<Record<Language, Messages>> = { vi: messagesVi, en: messagesEn };

/**
 * An issue in words, *where: what, what is expected, what to do*.
 *
 * @example
 * ```ts
 * import { formatIssue, safeParseEvidence } from "par-index";
 * import { loadCriteria } from "par-index/node";
 *
 * const tiny = loadCriteria("example/tiny");
 * const report = { unit: { id: "a", name: "Xã A", group: "commune" }, period: "2021", round: "selfAssessed", items: { "1.2": { done: 52, due: 50 } } };
 * const outcome = safeParseEvidence(tiny, report);
 * const [first] = outcome.ok ? [] : outcome.issues;
 * first && formatIssue(first, "vi"); // => "a · 1.2 Hồ sơ giải quyết đúng hạn · done: đã thực hiện 52, lớn hơn số phải thực hiện 50. Kiểm tra lại hai số, hoặc tách phần tồn từ kỳ trước."
 * ```
 */
export function formatIssue(found: Issue, language: Language): string {
  const describe = messages[language][found.code] as (payload: Issue["payload"]) => string;
  const place = formatLocation(found.location, language);
  return visible(place === "" ? describe(found.payload) : `${place}: ${describe(found.payload)}`);
}

/** Shows control characters as what they are, rather than let a terminal obey them. */
function visible(text: string): string {
  return text.replace(/\p{Cc}/gu, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Where an issue is, in words: file, line and column; entry of a record; unit; criterion; the keys that lead on from there. */
export function formatLocation(
  { file, line, column, sheet, cell, entry, unit, group, code, title, path = [] }: Location,
  language: Language,
): string {
  const inFile = [file, line, column].filter((part) => part !== undefined).join(":");
  const inEntry = entry === undefined ? undefined : `${{ vi: "bản ghi", en: "entry" }[language]} ${entry}`;
  const inSheet = [sheet, cell].filter((part) => part !== undefined).join("!");
  const criterion = [code === totalCode ? undefined : code, title].filter((part) => part !== undefined).join(" ");
  const rest = code === undefined ? path : path.slice(pathLength(path, code));
  return [inFile, inSheet, inEntry, unit, group, criterion, rest.join(".")].filter((part) => part !== undefined && part !== "").join(" · ");
}

/** How many keys of a path only lead to the criterion whose code is already told. */
function pathLength(path: readonly (string | number)[], code: string): number {
  const lastChild = path.lastIndexOf("children");
  return Math.max(path.lastIndexOf(code) + 1, lastChild < 0 ? 0 : lastChild + 2);
}
