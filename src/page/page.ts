import type { Digest } from "../audit/digest";
import type { VerifyOptions } from "../audit/verifyTrail";
import type { Language } from "../exact/formatNumber";
import { element, part } from "./element";
import type { Examination } from "./examination";
import { type GivenKey, looksLikeKey, readGivenKey, usableKeys } from "./givenKeys";
import { readTypedRoot } from "./printedRoot";
import { recordView, rootView, signaturesView } from "./recordView";
import { recordWorker } from "./recordWorker";
import { sheetView } from "./sheetView";
import type { UnitResult } from "./unitResult";
import type { UnitSheet } from "./unitSheet";
import { unitsView } from "./unitsView";
import { verdictKind } from "./verdict";
import { checksView, differencesViews, issuesView, verdictView } from "./verdictView";
import { keyFaultWords, keyGiven, rootTyped, rootUnreadable, words } from "./words";
import type { Answer } from "./worker";

/** What the page knows. */
interface State {
  language: Language;
  fileName: string;
  /** The printed root, once all its digits are there. */
  root: Digest | undefined;
  keys: readonly GivenKey[];
  examination: Examination | undefined;
  /** Why a file could not be examined. */
  failure: string | undefined;
  /** The unit whose sheet is open. */
  unit: UnitResult | undefined;
}

/** Fills the template and waits for a file. `script` is the text of this very script, which the worker runs too. */
export function showPage(script: string): void {
  const state: State = {
    language: "vi",
    fileName: "",
    root: undefined,
    keys: [],
    examination: undefined,
    failure: undefined,
    unit: undefined,
  };
  const { ask } = recordWorker(script, hear);

  function hear(answer: Answer): void {
    if (answer.tell === "verified") showProgress(state, answer.bytes / answer.of);
    else if (answer.tell === "sheet") openSheet(answer.sheet);
    else {
      state.examination = answer.tell === "examined" ? answer.examination : undefined;
      state.failure = answer.tell === "failed" ? answer.reason : undefined;
      const isFirst = part("working").hidden === false;
      part("working").hidden = true;
      showResult(state, openUnit);
      if (isFirst) part("verdict").scrollIntoView();
    }
  }

  function openFile(file: File): void {
    Object.assign(state, { fileName: file.name, examination: undefined, failure: undefined });
    closeSheet();
    showResult(state, openUnit);
    showProgress(state, 0);
    ask({ ask: "open", file, against: against() });
  }

  function against(): VerifyOptions {
    return { roots: state.root === undefined ? [] : [state.root], keys: usableKeys(state.keys) };
  }

  function holdAgainst(): void {
    if (state.examination !== undefined) ask({ ask: "verifyAgain", against: against() });
  }

  function typeRoot(): void {
    const typed = readTypedRoot(part<HTMLTextAreaElement>("root").value);
    const root = typed.state === "whole" ? typed.root : undefined;
    showTypedRoot(state);
    if (root === state.root) return;
    state.root = root;
    holdAgainst();
  }

  async function takeKeys(files: readonly File[]): Promise<void> {
    const given = await Promise.all(files.map(readGivenKey));
    useKeys([...state.keys.filter(({ name }) => given.every((one) => one.name !== name)), ...given]);
  }

  function useKeys(keys: readonly GivenKey[]): void {
    state.keys = keys;
    showKeys(state, (key) => useKeys(state.keys.filter((one) => one !== key)));
    holdAgainst();
  }

  async function takeFiles(files: readonly File[]): Promise<void> {
    for (const file of files) {
      if (await looksLikeKey(file)) await takeKeys([file]);
      else openFile(file);
    }
  }

  function openUnit(unit: UnitResult): void {
    state.unit = unit;
    ask({ ask: "sheet", unit, language: state.language });
  }

  function openSheet(sheet: UnitSheet): void {
    const view = sheetView(sheet, closeSheet, state.language);
    part("sheet").replaceChildren(view);
    part("units").hidden = true;
    view.scrollIntoView();
    view.querySelector<HTMLElement>("h3")?.focus({ preventScroll: true });
  }

  function closeSheet(): void {
    state.unit = undefined;
    part("sheet").replaceChildren();
    part("units").hidden = false;
  }

  function speak(language: Language): void {
    state.language = language;
    showWords(state);
    useKeys(state.keys);
    showResult(state, openUnit);
    if (state.unit !== undefined) openUnit(state.unit);
  }

  part("root").addEventListener("input", typeRoot);
  whenChosen("file", takeFiles);
  whenChosen("keys", takeKeys);
  whenDropped(takeFiles);
  for (const language of ["vi", "en"] as const) part(language).addEventListener("click", () => speak(language));
  part("print").addEventListener("click", () => globalThis.print());
  showWords(state);
}

function whenChosen(id: string, take: (files: readonly File[]) => void): void {
  const input = part<HTMLInputElement>(id);
  input.addEventListener("change", () => {
    take([...(input.files ?? [])]);
    // So that the same file can be chosen again after it was changed.
    input.value = "";
  });
}

/** Files may be dropped anywhere: beside a small target the browser would leave the page and show the file. */
function whenDropped(take: (files: readonly File[]) => void): void {
  const mark = (isOver: boolean) => document.body.classList.toggle("dropping", isOver);
  document.addEventListener("dragover", (event) => {
    event.preventDefault();
    mark(true);
  });
  document.addEventListener("dragleave", ({ relatedTarget }) => relatedTarget === null && mark(false));
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    mark(false);
    take([...(event.dataTransfer?.files ?? [])]);
  });
}

/** Puts the words of the language into the template. */
function showWords(state: State): void {
  const { language } = state;
  document.documentElement.lang = language;
  document.title = words.title[language];
  for (const place of document.querySelectorAll<HTMLElement>("[data-words]")) {
    place.textContent = words[place.dataset.words as keyof typeof words][language];
  }
  for (const one of ["vi", "en"]) part(one).setAttribute("aria-pressed", String(one === language));
  showTypedRoot(state);
}

function showTypedRoot({ language }: State): void {
  const input = part<HTMLTextAreaElement>("root");
  const typed = readTypedRoot(input.value);
  input.setAttribute("aria-invalid", String(typed.state === "unreadable"));
  part("root-state").textContent =
    typed.state === "partial" ? rootTyped[language](typed.digits) : typed.state === "unreadable" ? rootUnreadable[language] : "";
}

function showKeys({ keys, language }: State, remove: (key: GivenKey) => void): void {
  const lines = keys.map((key) =>
    element(
      "li",
      {},
      "fault" in key
        ? element("strong", { class: "bad" }, `${key.name} ${keyFaultWords[key.fault][language]}`)
        : keyGiven[language](key.name),
      " ",
      element("button", { type: "button", class: "link", onclick: () => remove(key) }, words.remove[language]),
    ),
  );
  part("key-list").replaceChildren(...lines);
}

function showProgress({ language }: State, done: number): void {
  part("working").hidden = false;
  const bar = part<HTMLProgressElement>("progress");
  if (done < 1) bar.value = done;
  else bar.removeAttribute("value");
  const said = (done < 1 ? words.reading : words.recomputing)[language];
  // A live region is read out whenever it is written, even when it says the same.
  if (part("working-words").textContent !== said) part("working-words").textContent = said;
}

/** Shows what is known of the file: nothing while it is read. */
function showResult(state: State, open: (unit: UnitResult) => void): void {
  const { examination, failure, language, root, fileName } = state;
  document.body.classList.toggle("answered", examination !== undefined || failure !== undefined);
  if (examination === undefined) {
    part("verdict").replaceChildren(
      ...(failure === undefined ? [] : [verdictView("failed", fileName, language), element("p", {}, failure)]),
    );
    for (const id of ["findings", "units"]) part(id).replaceChildren();
    return;
  }
  const kind = verdictKind(examination, root !== undefined);
  part("verdict").replaceChildren(verdictView(kind, fileName, language));
  part("findings").replaceChildren(...(kind === "notARecord" ? [] : findings(state, examination)));
  const { verdict, issues, recomputed, units } = examination;
  const marked = [
    ...issues.flatMap(({ issue }) => issue.location.unit ?? []),
    ...recomputed.differences.map(({ difference }) => difference.unit),
  ];
  const table = unitsView(units, { isWhole: verdict.holds, marked: new Set(marked), open }, language);
  part("units").replaceChildren(...(table === undefined ? [] : [table]));
}

function findings({ language, root }: State, examination: Examination): readonly HTMLElement[] {
  const { issues, recomputed } = examination;
  const all = [...issues, ...recomputed.issues];
  const of = (severity: string) => all.filter(({ issue }) => issue.severity === severity);
  return [
    issuesView(words.issuesTitle[language], of("error"), language),
    ...differencesViews(examination, language),
    rootView(examination, copyText, language),
    checksView(examination, root !== undefined, language),
    issuesView(words.warningsTitle[language], of("warning"), language),
    recordView(examination, language),
    signaturesView(examination, language),
  ].filter((view) => view !== undefined);
}

/** Copies a text, and says so on the button that asked for it; a browser that refuses leaves the button as it was. */
function copyText(text: string, button: HTMLElement, done: string): void {
  navigator.clipboard.writeText(text).then(
    () => {
      button.textContent = done;
    },
    () => {},
  );
}
