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
import { unitsView } from "./unitsView";
import { verdictKind } from "./verdict";
import { checksView, issuesView, verdictView } from "./verdictView";
import { type BilingualKey, fileNamed, keyFaultWords, rootTyped, rootUnreadable, words } from "./words";
import type { Answer } from "./worker";

/** What the page knows. */
interface State {
  language: Language;
  fileName: string;
  /** The printed root, once all its digits are there. */
  root: Digest | undefined;
  keys: readonly GivenKey[];
  examination: Examination | undefined;
  /** The unit whose sheet is open. */
  unit: UnitResult | undefined;
}

/** Fills the template and waits for a file. `script` is the text of this very script, which the worker runs too. */
export function showPage(script: string): void {
  const state: State = { language: "vi", fileName: "", root: undefined, keys: [], examination: undefined, unit: undefined };
  const { ask } = recordWorker(script, hear);

  function hear(answer: Answer): void {
    if (answer.tell === "verified") return showProgress(answer.bytes / answer.of);
    if (answer.tell === "sheet") return showSheet(answer.sheet);
    part("working").hidden = true;
    if (answer.tell === "failed") return showFailure(answer.reason);
    state.examination = answer.examination;
    showResult();
  }

  function openFile(file: File): void {
    Object.assign(state, { fileName: file.name, examination: undefined, unit: undefined });
    showResult();
    showProgress(0);
    ask({ ask: "open", file, against: against() });
  }

  function against(): VerifyOptions {
    return { roots: state.root === undefined ? [] : [state.root], keys: usableKeys(state.keys) };
  }

  function holdAgainst(): void {
    if (state.examination !== undefined) ask({ ask: "verifyAgain", against: against() });
  }

  async function takeFiles(files: readonly File[]): Promise<void> {
    for (const file of files) {
      if (await looksLikeKey(file)) await takeKeys([file]);
      else openFile(file);
    }
  }

  async function takeKeys(files: readonly File[]): Promise<void> {
    const given = await Promise.all(files.map(readGivenKey));
    state.keys = [...state.keys.filter(({ name }) => given.every((one) => one.name !== name)), ...given];
    showKeys();
    holdAgainst();
  }

  function typeRoot(): void {
    const typed = readTypedRoot(part<HTMLTextAreaElement>("root").value);
    const root = typed.state === "whole" ? typed.root : undefined;
    showRootState();
    if (root === state.root) return;
    state.root = root;
    holdAgainst();
  }

  function openUnit(unit: UnitResult | undefined): void {
    state.unit = unit;
    if (unit === undefined) closeSheet();
    else ask({ ask: "sheet", unit, language: state.language });
  }

  function speak(language: Language): void {
    state.language = language;
    showWords();
    showResult();
    if (state.unit !== undefined) openUnit(state.unit);
  }
}
