import type { Language } from "../../../exact/formatNumber";
import { element } from "../../element";
import { foundWords, readerWords } from "./readerWords";
import { findOnPage } from "./searching";
import { letSort } from "./sorting";
import { speakingPage } from "./speaking";
import { unitPages } from "./unitPages";

/** The whole of what the page's script does: it searches, sorts, switches between languages, and shows one unit at a time. */
const page = speakingPage();
const units = unitPages(() => page.language);
const { documentElement } = document;

documentElement.classList.add("js");
for (const table of document.querySelectorAll<HTMLTableElement>("table.sortable")) letSort(table, () => page.language);
showTools();
follow();
globalThis.addEventListener("hashchange", follow);
document.addEventListener("keydown", hear);

/** Shows what the address names: one unit by itself, or a place in the whole. */
function follow(): void {
  const address = decodeURIComponent(location.hash.slice(1));
  if (!units.open(address)) {
    units.close();
    const place = document.getElementById(address);
    place?.scrollIntoView();
    place?.querySelector<HTMLElement>("h3[tabindex], h4[tabindex]")?.focus({ preventScroll: true });
  }
  showTools();
}

function speak(language: Language): void {
  page.speak(language);
  units.renew();
  showTools();
  document.getElementById(`speak-${language}`)?.focus();
}

/** Writes the controls, in the language that is shown and for what is shown. */
function showTools(): void {
  const { language } = page;
  const isUnit = documentElement.classList.contains("one");
  const button = (words: string, onclick: () => void) => element("button", { type: "button", onclick }, words);
  document.getElementById("tools")?.replaceChildren(
    searchField(language),
    element(
      "div",
      { role: "group", "aria-label": readerWords.language[language] },
      speakButton("vi", "Tiếng Việt"),
      speakButton("en", "English"),
    ),
    button((isUnit ? readerWords.printUnit : readerWords.printMain)[language], () => globalThis.print()),
    ...(isUnit ? [] : [button(readerWords.printWhole[language], printWhole)]),
  );
}

function speakButton(language: Language, name: string): HTMLElement {
  const isPressed = page.language === language;
  return element(
    "button",
    { type: "button", id: `speak-${language}`, lang: language, "aria-pressed": String(isPressed), onclick: () => speak(language) },
    name,
  );
}

function searchField(language: Language): HTMLElement {
  const input = element("input", { type: "search", id: "search", autocomplete: "off" });
  const status = element("p", { class: "unseen", role: "status" });
  const list = element("ul", { class: "found" });
  input.addEventListener("input", () => {
    const { count, links } = findOnPage(input.value);
    list.replaceChildren(...links);
    status.textContent = input.value.trim() === "" ? "" : count === 0 ? readerWords.nothing[language] : foundWords[language](count);
    status.classList.toggle("unseen", count > 0 || input.value.trim() === "");
  });
  input.addEventListener("keydown", ({ key }) => {
    if (key === "Enter") list.querySelector("a")?.click();
    if (key === "Escape") list.replaceChildren();
  });
  return element("div", { class: "find" }, element("label", { for: "search" }, readerWords.find[language]), input, status, list);
}

/** A slash anywhere but in a field leads to the search. */
function hear(event: KeyboardEvent): void {
  if (event.key !== "/" || event.target instanceof HTMLInputElement) return;
  event.preventDefault();
  document.getElementById("search")?.focus();
}

function printWhole(): void {
  documentElement.classList.add("whole");
  globalThis.addEventListener("afterprint", () => documentElement.classList.remove("whole"), { once: true });
  globalThis.print();
}
