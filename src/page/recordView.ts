import type { Engine } from "../audit/entry";
import type { Language } from "../exact/formatNumber";
import { wordsIn } from "../issue/fields";
import { dataTable } from "./dataTable";
import { element } from "./element";
import type { Examination, RecordedCriteria } from "./examination";
import type { Recording } from "./recording";
import { kindWords, revisionWords, roleWords, signatureWords, signedEntries, statusWords, words } from "./words";

/** The root as it is printed, to be compared group by group. */
export function rootView(
  { verdict: { heads } }: Examination,
  copy: (text: string, button: HTMLElement, done: string) => void,
  language: Language,
) {
  const [last, ...earlier] = [...heads].reverse();
  if (last === undefined) return undefined;
  const { root } = last;
  return element(
    "section",
    { class: "card" },
    element("h3", {}, words.rootOfFile[language]),
    element("p", {}, words.rootCompare[language]),
    digestView(root),
    element(
      "p",
      { class: "on-screen" },
      element(
        "button",
        { type: "button", onclick: ({ currentTarget }) => copy(root, currentTarget as HTMLElement, words.copied[language]) },
        words.copy[language],
      ),
    ),
    ...(earlier.length === 0
      ? []
      : [
          element("h4", {}, words.earlierRoots[language]),
          ...earlier.map(({ root: before, size }) =>
            element("div", {}, element("p", {}, signedEntries[language](size)), digestView(before)),
          ),
        ]),
  );
}

/** A digest in groups of eight, which is how far an eye keeps its place. */
export function digestView(digest: string): HTMLElement {
  const groups = digest.match(/.{1,8}/g) ?? [];
  return element("p", { class: "digest" }, ...groups.flatMap((group) => [element("span", {}, group), " "]));
}

/** What the record says of itself: by which set, by which program, by whom and when. */
export function recordView({ criteria, recomputed: { engine }, recordings }: Examination, language: Language): HTMLElement {
  const named = (one: Engine | null) => (one === null ? words.noneGiven[language] : `${one.name} ${one.version}`);
  return element(
    "section",
    { class: "card" },
    element("h3", {}, words.recordTitle[language]),
    criteria === undefined ? undefined : noticeView(criteria, language),
    element(
      "dl",
      {},
      ...(criteria === undefined ? [] : criteriaTerms(criteria, language)),
      ...(engine === undefined ? [] : term(words.engineRecorded[language], named(engine.recorded))),
      ...(engine === undefined ? [] : term(words.engineRunning[language], named(engine.running))),
    ),
    element("h4", {}, words.entriesTitle[language]),
    recordingsView(recordings, language),
  );
}

/** What readers must be told of a set, and that it is none of any authority where it is none. */
function noticeView({ status, notice }: RecordedCriteria, language: Language): HTMLElement | undefined {
  if (status === "official" && notice === undefined) return undefined;
  return element(
    "div",
    { class: "notice" },
    element("strong", {}, statusWords[status][language]),
    notice === undefined ? undefined : element("p", {}, wordsIn(notice, language)),
  );
}

function criteriaTerms({ id, revision, digest, readings, status, title }: RecordedCriteria, language: Language): readonly HTMLElement[] {
  const chosen = Object.entries(readings).map(([code, reading]) => `${code}: ${reading}`);
  return [
    ...term(words.criteriaSet[language], wordsIn(title, language)),
    ...term(words.status[language], statusWords[status][language]),
    ...term(words.criteriaId[language], `${id}, ${revisionWords[language](revision)}`),
    ...(chosen.length === 0 ? [] : term(words.readings[language], chosen.join("; "))),
    ...term(words.criteriaDigest[language], digestView(digest)),
  ];
}

function term(name: string, description: string | HTMLElement): readonly HTMLElement[] {
  return [element("dt", {}, name), element("dd", {}, description)];
}

function recordingsView(recordings: readonly Recording[], language: Language): HTMLElement {
  const columns = [words.entryNumbers, words.what, words.day, words.recordedBy].map((heading) => ({ heading: heading[language] }));
  const rows = recordings.map(({ kind, from, to, recordedAt, recordedBy, reason }) => [
    from === to ? String(from) : `${from}–${to}`,
    reason === undefined ? kindWords[kind][language] : `${kindWords[kind][language]}: ${reason}`,
    dayText(recordedAt),
    recordedBy ?? words.withheld[language],
  ]);
  return dataTable(words.entriesTitle[language], columns, rows);
}

/** A day as offices write it: `20/12/2021`. */
export function dayText(day: string): string {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day) ?? [];
  return year === undefined ? day : `${date}/${month}/${year}`;
}

/** Who signed, and whether it holds; nothing where nobody did. */
export function signaturesView({ verdict: { signatures } }: Examination, language: Language): HTMLElement | undefined {
  if (signatures.length === 0) return undefined;
  const columns = [words.signer, words.role, words.day, words.signedEntries, words.state, words.keyId].map((heading) => ({
    heading: heading[language],
  }));
  const rows = signatures.map(({ signer, signedAt, head, state, keyId }) => [
    signer.name,
    roleWords[signer.role][language],
    dayText(signedAt),
    signedEntries[language](head.size),
    element("strong", { class: state === "holds" ? "good" : state === "broken" ? "bad" : "open" }, signatureWords[state][language]),
    element("span", { class: "digest", title: keyId }, `${keyId.slice(0, 16)}…`),
  ]);
  return element(
    "section",
    { class: "card" },
    element("h3", {}, words.signaturesTitle[language]),
    dataTable(words.signaturesTitle[language], columns, rows),
  );
}
