import { formatNumber, type Language } from "../exact/formatNumber";
import { totalCode } from "../issue/issue";
import { sayIn } from "../report/explain";
import { headingRow, sentenceCase, type TableColumn } from "./dataTable";
import { element } from "./element";
import type { SheetCell, SheetRow, UnitSheet } from "./unitSheet";
import { gradeText, groupText, placeText, publishedText } from "./unitsView";
import { recordedCell, words } from "./words";

/** A unit's sheet: its result, the tree with points by round, and below every leaf why it has them. */
export function sheetView({ unit, rounds, rows, grade }: UnitSheet, close: () => void, language: Language): HTMLElement {
  const columns: readonly TableColumn[] = [
    { heading: words.criterion[language] },
    { heading: words.maximum[language], isNumber: true },
    ...rounds.map(({ title }) => ({ heading: sentenceCase(title), isNumber: true })),
  ];
  const lines = rows.map((row, index) => sheetLines(row, index, columns, language));
  const facts = [
    groupText(unit, language),
    `${words.period[language]} ${unit.period}`,
    `${words.published[language]} ${publishedText(unit, language)}`,
    `${words.place[language]} ${placeText(unit, language)}`,
    ...(unit.grade === undefined ? [] : [`${words.grade[language]}: ${gradeText(unit, language)}`]),
  ];
  return element(
    "section",
    { class: "card sheet" },
    element("p", { class: "on-screen" }, element("button", { type: "button", onclick: close }, words.allUnits[language])),
    element("h3", { tabindex: -1 }, `${words.sheetTitle[language]}: ${unit.name}`),
    element("p", {}, facts.join(" · ")),
    ...(grade.length === 0
      ? []
      : [
          element("h4", {}, words.gradeExplained[language]),
          element("ul", { class: "why" }, ...grade.map((line) => element("li", {}, line))),
        ]),
    element("p", { class: "on-screen" }, toggleAll(lines, language)),
    element(
      "table",
      { class: "tree" },
      element("caption", { class: "unseen" }, words.sheetTitle[language]),
      element("thead", {}, headingRow(columns)),
      element("tbody", {}, ...lines.flatMap(({ row, why }) => [row, why])),
    ),
  );
}

interface SheetLines {
  readonly row: HTMLTableRowElement;
  readonly why: HTMLTableRowElement;
  readonly show: (isShown: boolean) => void;
}

/** A criterion's row, and the row below it that tells why, until asked for hidden. */
function sheetLines(row: SheetRow, index: number, columns: readonly TableColumn[], language: Language): SheetLines {
  const id = `why-${index}`;
  const why = element(
    "tr",
    { id, class: "explanation", hidden: true },
    element(
      "td",
      { colspan: columns.length },
      element("ul", { class: "why" }, ...row.steps.map((line) => element("li", {}, line))),
      row.basis.length === 0 ? undefined : element("ul", { class: "basis" }, ...row.basis.map((line) => element("li", {}, line))),
    ),
  );
  const button = element(
    "button",
    { type: "button", class: "link", "aria-expanded": "false", "aria-controls": id, onclick: () => show(why.hidden) },
    row.code === totalCode ? row.title : `${row.code} ${row.title}`,
  );
  const show = (isShown: boolean) => {
    why.hidden = !isShown;
    button.setAttribute("aria-expanded", String(isShown));
  };
  const [, maximum, ...rounds] = columns;
  return {
    row: element(
      "tr",
      { class: `level-${Math.min(row.level, 5)} ${row.isLeaf ? "leaf" : "branch"}` },
      element("th", { scope: "row" }, button),
      element("td", { class: "number", "data-label": maximum?.heading }, formatNumber(row.maxPoints, language)),
      ...row.cells.map((cell, column) =>
        element("td", { class: "number", "data-label": rounds[column]?.heading }, ...cellParts(cell, language)),
      ),
    ),
    why,
    show,
  };
}

function cellParts({ points, state, recorded }: SheetCell, language: Language): readonly HTMLElement[] {
  const shown = points === undefined ? element("small", {}, state ?? "–") : element("span", {}, formatNumber(points, language));
  return recorded === undefined
    ? [shown]
    : [shown, element("strong", { class: "bad differs" }, recordedCell[language](sayIn(language).number(recorded)))];
}

function toggleAll(lines: readonly SheetLines[], language: Language): HTMLButtonElement {
  const button = element("button", { type: "button", "aria-pressed": "false" }, words.explainAll[language]);
  button.addEventListener("click", () => {
    const isShown = button.getAttribute("aria-pressed") === "false";
    for (const { show } of lines) show(isShown);
    button.setAttribute("aria-pressed", String(isShown));
    button.textContent = (isShown ? words.explainNone : words.explainAll)[language];
  });
  return button;
}
