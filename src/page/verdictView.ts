import type { Language } from "../exact/formatNumber";
import { type Words, wordsIn } from "../issue/fields";
import { formatIssue } from "../issue/formatIssue";
import { roundWords } from "../issue/roundWords";
import { sayIn } from "../report/explain";
import { dataTable, sentenceCase, type TableColumn } from "./dataTable";
import { element } from "./element";
import type { Examination, PlacedDifference, PlacedIssue, RecordedCriteria } from "./examination";
import { type CheckState, checksOf, verdictTone } from "./verdict";
import {
  causeWords,
  checkStates,
  checkWords,
  fileExamined,
  lineWords,
  moreIssues,
  resultWords,
  type VerdictKind,
  verdictWords,
  words,
} from "./words";

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
  const columns = [words.entry, words.unit, words.criterion, words.problem].map((heading) => ({ heading: heading[language] }));
  const cells = ({ issue, unitName, title: criterion }: PlacedIssue) => {
    const { entry, line, unit, code } = issue.location;
    const where = entry !== undefined ? String(entry) : line !== undefined ? lineWords[language](line) : "";
    return [where, unitName ?? unit ?? "", criterionText(code, criterion, language), formatIssue({ ...issue, location: {} }, language)];
  };
  return listView(title, columns, issues, cells, language);
}

/** What was recomputed differently, apart by why. */
export function differencesViews({ recomputed: { differences }, criteria }: Examination, language: Language): readonly HTMLElement[] {
  // A sign and its number stay on one line.
  const number = (text: string) => sayIn(language).number(text).replace("≈ ", "≈\u00a0");
  const columns = [words.entry, words.unit, words.criterion, words.round, words.result, words.recorded, words.recomputed].map(
    (heading, index) => ({ heading: heading[language], isNumber: index > 4 }),
  );
  const cells = ({ difference, unitName, title }: PlacedDifference) => {
    const { entry, unit, code, round, what, recorded, recomputed } = difference;
    const roundTitle = round === undefined ? "" : sentenceCase(roundText(round, criteria, language));
    const result = resultWords[what]?.[language] ?? what;
    return [
      String(entry || ""),
      unitName ?? unit,
      criterionText(code, title, language),
      roundTitle,
      result,
      number(recorded),
      number(recomputed),
    ];
  };
  return causes.flatMap((cause) => {
    const found = differences.filter(({ difference }) => difference.cause === cause);
    // What came out for the unit first, then the criteria that it came from.
    const ordered = [...found.filter(isOfWhole), ...found.filter((one) => !isOfWhole(one))];
    return listView(causeWords[cause][language], columns, ordered, cells, language) ?? [];
  });
}

function isOfWhole({ difference }: PlacedDifference): boolean {
  return difference.code === undefined;
}

const causes = Object.keys(causeWords) as (keyof typeof causeWords)[];

function listView<T>(
  title: string,
  columns: readonly TableColumn[],
  found: readonly T[],
  cells: (one: T) => readonly string[],
  language: Language,
): HTMLElement | undefined {
  if (found.length === 0) return undefined;
  const rows = found.slice(0, mostIssues).map(cells);
  const more = found.length - rows.length;
  return element(
    "section",
    { class: "card issues" },
    element("h3", {}, title),
    dataTable(title, columns, rows),
    more === 0 ? undefined : element("p", {}, moreIssues[language](more)),
  );
}

function criterionText(code: string | undefined, title: Words | undefined, language: Language): string {
  return [code, title === undefined ? undefined : wordsIn(title, language)].filter((part) => part !== undefined).join(" ");
}

function roundText(round: string, criteria: RecordedCriteria | undefined, language: Language): string {
  const own = criteria?.rounds.find(({ id }) => id === round)?.title;
  if (own !== undefined) return wordsIn(own, language);
  return Object.entries(roundWords).find(([id]) => id === round)?.[1][language] ?? round;
}
