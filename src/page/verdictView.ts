import type { Language } from "../exact/formatNumber";
import { wordsIn } from "../issue/fields";
import { formatIssue } from "../issue/formatIssue";
import { dataTable } from "./dataTable";
import { element } from "./element";
import type { Examination, PlacedIssue } from "./examination";
import { type CheckState, checksOf, verdictTone } from "./verdict";
import { checkStates, checkWords, fileExamined, lineWords, moreIssues, type VerdictKind, verdictWords, words } from "./words";

const marks: Readonly<Record<CheckState, string>> = { good: "✓", bad: "✗", open: "!", none: "–" };

/** The verdict in large letters, and what it means. */
export function verdictView(kind: VerdictKind, fileName: string, language: Language): HTMLElement {
  const [headline, meaning] = verdictWords[kind][language];
  const tone = verdictTone(kind);
  return element(
    "div",
    { class: `verdict ${tone}`, "data-verdict": kind },
    element("span", { class: "mark", "aria-hidden": "true" }, marks[tone]),
    element(
      "div",
      {},
      element("h2", {}, headline),
      element("p", {}, meaning),
      element("p", { class: "file" }, fileExamined[language](fileName)),
    ),
  );
}

/** A line for each thing that was checked. */
export function checksView(examination: Examination, isRootGiven: boolean, language: Language): HTMLElement {
  const lines = checksOf(examination, isRootGiven).map(({ state, words: key, value }) =>
    element(
      "li",
      { class: state },
      element("span", { class: "mark", "aria-hidden": "true" }, marks[state]),
      element("span", { class: "unseen" }, `${checkStates[state][language]}: `),
      element("span", {}, checkWords[key][language](value)),
    ),
  );
  return element(
    "section",
    { class: "card" },
    element("h3", {}, words.checksTitle[language]),
    element("ul", { class: "checks" }, ...lines),
  );
}

/** More than anyone reads; a file of something else may have one in each line. */
const mostIssues = 200;

/** What is wrong, each with the entry, the unit and the criterion where it is; nothing where nothing is wrong. */
export function issuesView(title: string, issues: readonly PlacedIssue[], language: Language): HTMLElement | undefined {
  if (issues.length === 0) return undefined;
  const columns = [words.entry, words.unit, words.criterion, words.problem].map((heading) => ({ heading: heading[language] }));
  const rows = issues.slice(0, mostIssues).map((placed) => issueCells(placed, language));
  const more = issues.length - rows.length;
  return element(
    "section",
    { class: "card issues" },
    element("h3", {}, title),
    dataTable(title, columns, rows),
    more === 0 ? undefined : element("p", {}, moreIssues[language](more)),
  );
}

function issueCells({ issue, unitName, title }: PlacedIssue, language: Language): readonly string[] {
  const { entry, line, unit, code } = issue.location;
  const where = entry !== undefined ? String(entry) : line !== undefined ? lineWords[language](line) : "";
  const criterion = [code, title === undefined ? undefined : wordsIn(title, language)].filter((part) => part !== undefined).join(" ");
  return [where, unitName ?? unit ?? "", criterion, formatIssue({ ...issue, location: {} }, language)];
}
