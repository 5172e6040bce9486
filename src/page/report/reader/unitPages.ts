import type { Language } from "../../../exact/formatNumber";
import { element } from "../../element";
import { readerWords } from "./readerWords";

/** Shows a unit's page by itself, with every criterion put together from what the page says of each. */
export interface UnitPages {
  /** Opens the unit that an address names; true where it names one. */
  open(address: string): boolean;
  /** Takes the page back to the whole. */
  close(): void;
  /** Writes the open page anew, in the language that is shown. */
  renew(): void;
}

export function unitPages(language: () => Language): UnitPages {
  const units = [...document.querySelectorAll<HTMLElement>(".unit")];
  let shown: HTMLElement | undefined;
  const close = () => {
    if (shown === undefined) return;
    shown.classList.remove("open");
    shown.querySelector(".back")?.remove();
    shown.querySelector(".every")?.replaceChildren();
    document.documentElement.classList.remove("one");
    shown = undefined;
  };
  const write = (unit: HTMLElement) => {
    unit.querySelector(".back")?.remove();
    unit.prepend(wayBack(units, unit, language()));
    unit.querySelector(".every")?.replaceChildren(everyLeaf(unit.id.slice("u-".length), language()));
  };
  return {
    open: (address) => {
      const unit = units.find(({ id }) => id === address);
      if (unit === undefined) return false;
      close();
      shown = unit;
      document.documentElement.classList.add("one");
      unit.classList.add("open");
      write(unit);
      globalThis.scrollTo(0, 0);
      unit.querySelector<HTMLElement>("h3")?.focus({ preventScroll: true });
      return true;
    },
    close,
    renew: () => {
      if (shown !== undefined) write(shown);
    },
  };
}

/** To the ranking, and to the units before and after in it. */
function wayBack(units: readonly HTMLElement[], unit: HTMLElement, language: Language): HTMLElement {
  const at = units.indexOf(unit);
  const nameOf = (other: HTMLElement) => other.querySelector("h3")?.textContent ?? "";
  const [before, after] = [units[at - 1], units[at + 1]];
  return element(
    "p",
    { class: "back", translate: "no" },
    element("a", { href: "#ranking" }, `↑ ${readerWords.back[language]}`),
    ...(before === undefined ? [] : [element("a", { href: `#${before.id}` }, `← ${nameOf(before)}`)]),
    ...(after === undefined ? [] : [element("a", { href: `#${after.id}` }, `${nameOf(after)} →`)]),
  );
}

function everyLeaf(unit: string, language: Language): HTMLElement {
  const headings = [readerWords.criterion, readerWords.points, readerWords.working];
  const sections = [...document.querySelectorAll<HTMLElement>("#criteria > section")];
  return element(
    "table",
    { class: "outcomes own" },
    element("thead", {}, element("tr", {}, ...headings.map((words) => element("th", { translate: "no" }, words[language])))),
    element("tbody", {}, ...sections.flatMap((section) => criterionRow(section, unit))),
  );
}

/** A criterion's name, points and working, as its own section has them; a branch heads those below it. */
function criterionRow(section: HTMLElement, unit: string): readonly HTMLElement[] {
  const name = nameCell(section);
  if (!section.classList.contains("leaf")) {
    name.setAttribute("colspan", "3");
    return [element("tr", { class: "part" }, name)];
  }
  const cells = section.querySelector(`[data-units~="${unit}"]`)?.parentElement?.querySelectorAll("td");
  if (cells === undefined) return [];
  const [points, ...others] = [...cells].slice(0, -1);
  const working = others.at(-1);
  return [element("tr", {}, name, ...[points, working].flatMap((cell) => (cell === undefined ? [] : [cell.cloneNode(true)])))];
}

function nameCell(section: HTMLElement): HTMLTableCellElement {
  const [code, title, most] = [".code", ".title", ".max"].map((part) => section.querySelector(part)?.textContent ?? "");
  return element("th", { translate: "no" }, element("a", { href: `#${section.id}` }, code), ` ${title} `, element("small", {}, most));
}
