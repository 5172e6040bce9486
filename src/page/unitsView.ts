import { formatNumber, type Language } from "../exact/formatNumber";
import { wordsIn } from "../issue/fields";
import { ungradedWords } from "../report/gradeWords";
import { dataRow, headingRow, type TableColumn } from "./dataTable";
import { element } from "./element";
import type { UnitResult } from "./unitResult";
import { missingLeaves, shownUnits, unplacedWords, words } from "./words";

/** The units' results, which a filter narrows as it is typed. */
export function unitsView(
  units: readonly UnitResult[],
  { isWhole, marked, open }: { readonly isWhole: boolean; readonly marked: ReadonlySet<string>; readonly open: (unit: UnitResult) => void },
  language: Language,
): HTMLElement | undefined {
  if (units.length === 0) return undefined;
  const columns = columnsOf(units, language);
  const rows = units.map((unit) => ({
    sought: searchable(columns.map(({ text }) => text(unit)).join(" ")),
    row: unitRow(unit, columns, marked, open, language),
  }));
  const body = element("tbody", {});
  const count = element("p", { role: "status", class: "count" });
  const show = (sought: string) => {
    const shown = rows.filter((one) => one.sought.includes(searchable(sought)));
    body.replaceChildren(...shown.map(({ row }) => row));
    count.textContent = shown.length === 0 ? words.noneFound[language] : shownUnits[language](shown.length, rows.length);
  };
  const filter = element("input", { id: "filter", type: "search", autocomplete: "off" });
  filter.addEventListener("input", () => show(filter.value));
  show("");
  return element(
    "section",
    { class: "card units" },
    element("h3", {}, words.unitsTitle[language]),
    isWhole ? undefined : element("p", { class: "notice" }, words.unitsOfBroken[language]),
    element("p", { class: "on-screen" }, words.unitsHint[language]),
    element("p", { class: "on-screen" }, element("label", { for: "filter" }, words.filter[language]), " ", filter),
    count,
    element(
      "table",
      {},
      element("caption", { class: "unseen" }, words.unitsTitle[language]),
      element("thead", {}, headingRow(columns)),
      body,
    ),
  );
}

interface UnitColumn extends TableColumn {
  readonly text: (unit: UnitResult) => string;
}

/** Columns that say the same in every line are left out. */
function columnsOf(units: readonly UnitResult[], language: Language): readonly UnitColumn[] {
  const periods = new Set(units.map(({ period }) => period));
  const isGraded = units.some(({ grade }) => grade !== undefined);
  return [
    { heading: words.unitName[language], text: ({ name }) => name },
    { heading: words.group[language], text: (unit) => groupText(unit, language) },
    ...(periods.size > 1 ? [{ heading: words.period[language], text: ({ period }: UnitResult) => period }] : []),
    { heading: words.place[language], isNumber: true, text: (unit) => placeText(unit, language) },
    { heading: words.published[language], isNumber: true, text: (unit) => publishedText(unit, language) },
    ...(isGraded ? [{ heading: words.grade[language], text: (unit: UnitResult) => gradeText(unit, language) }] : []),
  ];
}

function unitRow(
  unit: UnitResult,
  columns: readonly UnitColumn[],
  marked: ReadonlySet<string>,
  open: (unit: UnitResult) => void,
  language: Language,
): HTMLTableRowElement {
  const name = element(
    "span",
    {},
    marked.has(unit.id) ? element("strong", { class: "bad" }, "✗ ") : undefined,
    element("button", { type: "button", class: "link", onclick: () => open(unit) }, unit.name),
    unit.missing === 0 ? undefined : element("small", {}, ` (${missingLeaves[language](unit.missing)})`),
  );
  return dataRow(columns, [name, ...columns.slice(1).map(({ text }) => text(unit))]);
}

export function groupText({ group, groupTitle }: UnitResult, language: Language): string {
  return groupTitle === undefined ? group : wordsIn(groupTitle, language);
}

export function placeText({ place: { rank, between, reason } }: UnitResult, language: Language): string {
  if (rank !== null) return String(rank);
  if (between !== undefined) return `${between[0]}–${between[1]}`;
  return reason === undefined ? "–" : unplacedWords[reason][language];
}

export function publishedText({ published }: UnitResult, language: Language): string {
  return published === null ? "–" : formatNumber(published, language);
}

export function gradeText({ grade }: UnitResult, language: Language): string {
  if (grade?.title !== undefined) return wordsIn(grade.title, language);
  return grade?.reason === undefined ? "–" : ungradedWords[grade.reason][language];
}

/** Text as it is sought: without marks and capitals, so that *so tai chinh* finds *Sở Tài chính*. */
function searchable(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase();
}
