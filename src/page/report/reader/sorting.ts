import type { Language } from "../../../exact/formatNumber";
import { element } from "../../element";
import { foldText } from "./foldText";

/** Lets every heading of a table be pressed to sort by it: numbers from the greatest, names from A, and the other way the next time. */
export function letSort(table: HTMLTableElement, language: () => Language): void {
  for (const heading of table.tHead?.rows[0]?.cells ?? []) {
    const button = element("button", { type: "button", onclick: () => sortBy(table, heading, language()) }, ...heading.childNodes);
    heading.append(button);
  }
}

function sortBy(table: HTMLTableElement, heading: HTMLTableCellElement, language: Language): void {
  const isNumber = heading.classList.contains("n");
  const before = heading.getAttribute("aria-sort");
  const descends = before === null ? isNumber : before === "ascending";
  for (const cell of table.tHead?.rows[0]?.cells ?? []) cell.removeAttribute("aria-sort");
  heading.setAttribute("aria-sort", descends ? "descending" : "ascending");
  const body = table.tBodies[0];
  const keyed = [...(body?.rows ?? [])].map((row) => ({ row, key: keyOf(row.cells[heading.cellIndex], isNumber, language) }));
  body?.append(...keyed.sort((a, b) => inOrder(a.key, b.key, descends)).map(({ row }) => row));
}

type Key = number | string | undefined;

function keyOf(cell: HTMLTableCellElement | undefined, isNumber: boolean, language: Language): Key {
  const text = cell?.textContent ?? "";
  if (!isNumber) return foldText(text);
  const [group, point] = language === "vi" ? [".", ","] : [",", "."];
  const number = Number(text.replaceAll(group, "").replace(point, ".").replace("−", "-").replace("+", ""));
  return text === "" || Number.isNaN(number) ? undefined : number;
}

/** What has no number comes last, whichever way. */
function inOrder(a: Key, b: Key, descends: boolean): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  const order = a < b ? -1 : a > b ? 1 : 0;
  return descends ? -order : order;
}
