import { exactText, fromExactText, isExactText } from "../exact/decimal";
import { compare } from "../exact/ratio";
import { type Issue, issue } from "../issue/issue";
import { type Result, result, unwrap } from "../issue/result";
import { idOfPart, partsOf } from "./combine";
import type { Questionnaire } from "./questionnaire";

/**
 * What is counted by, in this order: where (`province` … `commune`), of whom (`service`, `group`, `channel`), and how the sample
 * was drawn (`stratum`, `cluster`, `weight`). Text as it stands in the data, composed (NFC) and without blanks at its ends.
 */
export const tallyKeys = ["province", "district", "commune", "service", "group", "channel", "stratum", "cluster", "weight"] as const;
export type TallyKey = (typeof tallyKeys)[number];

/** For each key that is counted by, its value; keys that the data do not have are absent. */
export type TallyCell = Readonly<Partial<Record<TallyKey, string>>>;

/** How many people in a cell gave this answer to this question; what was left blank has the answer `""`. */
export interface AnswerCount {
  readonly cell: TallyCell;
  readonly question: string;
  /** Code of the answer in the question's scale. */
  readonly answer: string;
  readonly count: number;
}

/**
 * How many people in a cell answered so many questions of a part, and came to so much: what a mean of respondents, and the
 * precision of pooled answers, are made of. A part is a factor or block by its id, or `""` for all that factors hold.
 */
export interface RespondentCount {
  readonly cell: TallyCell;
  readonly part: string;
  /** Answers that count. */
  readonly answered: number;
  /** What they count for in percent, added up: exact text (two satisfied of three: `"200"`). */
  readonly worth: string;
  readonly count: number;
}

/**
 * The counts of a survey (bảng tổng hợp phiếu): whole numbers from which everything exact follows. Tallies of parts merge into
 * the tally of the whole, in whatever order, so that any engine may count.
 */
export interface Tally {
  readonly questionnaire: { readonly id: string; readonly revision: number };
  readonly keys: readonly TallyKey[];
  /** People counted. */
  readonly respondents: number;
  /** In the order of cells, then of the questionnaire; each cell, question and answer once. */
  readonly answers: readonly AnswerCount[];
  readonly parts: readonly RespondentCount[];
}

/** Counts of a survey, from whatever counted them, in any order and with the same cell more than once. */
export interface TallyRows {
  readonly keys: readonly TallyKey[];
  readonly answers: Iterable<AnswerCount>;
  readonly parts: Iterable<RespondentCount>;
}

/**
 * The tally (bảng tổng hợp phiếu) of counts that stand in any order: each cell, question and answer once, in the one order that a
 * tally has, so that equal counts are equal tallies.
 *
 * **Errors:** {@link ParError} where a question or an answer is not of the questionnaire, a count is not whole, or a cluster lies in two strata.
 *
 * @example
 * ```ts
 * import { tallyOf } from "par-index/survey";
 * import { loadQuestionnaire } from "par-index/node";
 *
 * const survey = loadQuestionnaire("example/satisfaction");
 * const one = { cell: {}, question: "q1", answer: "5", count: 1 };
 * tallyOf(survey, { keys: [], answers: [one, one], parts: [] }).answers[0]?.count; // => 2
 * ```
 */
export function tallyOf(questionnaire: Questionnaire, rows: TallyRows): Tally {
  return unwrap(safeTallyOf(questionnaire, rows));
}

/** {@link tallyOf} that answers a {@link Result} and never throws for wrong data. */
export function safeTallyOf(questionnaire: Questionnaire, rows: TallyRows): Result<Tally> {
  const { id, revision } = questionnaire.file;
  const order = orderOf(questionnaire);
  const keys = tallyKeys.filter((key) => rows.keys.includes(key));
  const cells = new Map<string, TallyCell>();
  const answers = new Map<string, AnswerCount>();
  const parts = new Map<string, RespondentCount>();
  const faults: Issue[] = [];
  // Rows of one cell mostly share the object, which is found faster than its values are written.
  const written = new Map<TallyCell, string>();
  const cellIn = (cell: TallyCell): string => {
    const known = written.get(cell);
    if (known !== undefined) return known;
    const key = JSON.stringify(keys.map((name) => cell[name] ?? ""));
    written.set(cell, key);
    if (!cells.has(key)) cells.set(key, ordered(cell, keys));
    return key;
  };

  for (const row of rows.answers) {
    const fault = countFault(row.count) ?? order.answerFault(row.question, row.answer);
    if (fault !== undefined) faults.push(fault);
    else if (row.count > 0) addTo(answers, `${cellIn(row.cell)} ${row.question} ${row.answer}`, row, cells.get(cellIn(row.cell)));
  }
  for (const row of rows.parts) {
    const fault = countFault(row.count) ?? countFault(row.answered) ?? order.partFault(row.part, row.worth);
    if (fault !== undefined) faults.push(fault);
    else if (row.count > 0) {
      const worth = exactText(fromExactText(row.worth));
      addTo(parts, `${cellIn(row.cell)} ${row.part} ${row.answered} ${worth}`, { ...row, worth }, cells.get(cellIn(row.cell)));
    }
  }

  const places = new Map([...cells.values()].sort(byCell(keys)).map((cell, place) => [cell, place]));
  const place = (cell: TallyCell) => places.get(cell) ?? 0;
  return result([...faults, ...clusterFaults(cells.values())], () => ({
    questionnaire: { id, revision },
    keys,
    respondents: peopleIn(parts.values()),
    answers: [...answers.values()].sort((a, b) => place(a.cell) - place(b.cell) || order.byAnswer(a, b)),
    parts: [...parts.values()].sort((a, b) => place(a.cell) - place(b.cell) || order.byPart(a, b)),
  }));
}

/**
 * The tally of nobody, told apart by these keys: merged with any other, it changes nothing.
 *
 * @example
 * ```ts
 * import { emptyTally } from "par-index/survey";
 * import { loadQuestionnaire } from "par-index/node";
 * emptyTally(loadQuestionnaire("example/satisfaction"), ["province"]).respondents; // => 0
 * ```
 */
export function emptyTally({ file }: Questionnaire, keys: readonly TallyKey[]): Tally {
  return {
    questionnaire: { id: file.id, revision: file.revision },
    keys: tallyKeys.filter((key) => keys.includes(key)),
    respondents: 0,
    answers: [],
    parts: [],
  };
}

/**
 * One tally (bảng tổng hợp phiếu) of several: those of provinces make that of the country, in whatever order and however grouped.
 * Whether one person is in two of them cannot be told from counts.
 *
 * **Errors:** {@link ParError} where one is of another questionnaire or told apart by other keys, or a cluster lies in two strata.
 *
 * @example
 * ```ts
 * import { emptyTally, mergeTallies } from "par-index/survey";
 * import { loadQuestionnaire } from "par-index/node";
 *
 * const survey = loadQuestionnaire("example/satisfaction");
 * mergeTallies(survey, [emptyTally(survey, []), emptyTally(survey, [])]).respondents; // => 0
 * ```
 */
export function mergeTallies(questionnaire: Questionnaire, tallies: readonly Tally[]): Tally {
  return unwrap(safeMergeTallies(questionnaire, tallies));
}

/** {@link mergeTallies} that answers a {@link Result} and never throws for wrong data. */
export function safeMergeTallies(questionnaire: Questionnaire, tallies: readonly Tally[]): Result<Tally> {
  const { id, revision } = questionnaire.file;
  const keys = tallies[0]?.keys ?? [];
  const faults = tallies.flatMap((tally, index) => {
    const location = { path: [index] };
    const { id: otherId, revision: otherRevision } = tally.questionnaire;
    if (otherId !== id || otherRevision !== revision) {
      return [issue("tallyOfOther", { tally: `${otherId} · ${otherRevision}`, questionnaire: `${id} · ${revision}` }, { path: [index] })];
    }
    const same = tally.keys.length === keys.length && keys.every((key) => tally.keys.includes(key));
    return same ? [] : [issue("tallyKeysDiffer", { keys: tally.keys, others: keys }, location)];
  });
  if (faults.length > 0) return { ok: false, issues: faults };
  return safeTallyOf(questionnaire, {
    keys,
    answers: tallies.flatMap(({ answers }) => answers),
    parts: tallies.flatMap(({ parts }) => parts),
  });
}

/** Orders cells by their values, key after key; a value that is not stated comes first. By code units, which is the same everywhere. */
export function byCell(keys: readonly TallyKey[]): (a: TallyCell, b: TallyCell) => number {
  return (a, b) => {
    for (const key of keys) {
      const [left, right] = [a[key] ?? "", b[key] ?? ""];
      if (left !== right) return left < right ? -1 : 1;
    }
    return 0;
  };
}

/** Each person is in the whole once. */
function peopleIn(parts: Iterable<RespondentCount>): number {
  let people = 0;
  for (const { part, count } of parts) if (part === "") people += count;
  return people;
}

function ordered(cell: TallyCell, keys: readonly TallyKey[]): TallyCell {
  return Object.fromEntries(keys.flatMap((key) => ((cell[key] ?? "") === "" ? [] : [[key, cell[key]]])));
}

function addTo<Row extends { readonly cell: TallyCell; readonly count: number }>(
  rows: Map<string, Row>,
  key: string,
  row: Row,
  cell: TallyCell = {},
): void {
  rows.set(key, { ...row, cell, count: (rows.get(key)?.count ?? 0) + row.count });
}

/** The order of a questionnaire, and what does not belong to it. */
function orderOf(questionnaire: Questionnaire) {
  const questions = new Map(
    questionnaire.questions.map(({ id, scale }, place) => [id, { place, answers: answerPlaces(questionnaire, scale) }]),
  );
  const parts = new Map(countedParts(questionnaire).map((part, place) => [part, place]));
  const unknown = (name: string) => issue("surveyPartUnknown", { name });
  const placeOf = ({ question, answer }: AnswerCount): readonly [number, number] => {
    const found = questions.get(question);
    return [found?.place ?? 0, found?.answers.get(answer) ?? 0];
  };
  return {
    answerFault: (id: string, answer: string): Issue | undefined => {
      const answers = questions.get(id)?.answers;
      if (answers === undefined) return unknown(id);
      return answers.has(answer)
        ? undefined
        : issue("answerOutsideScale", { received: answer, allowed: [...answers.keys()].slice(1) }, { path: [id] });
    },
    partFault: (part: string, worth: string): Issue | undefined =>
      !parts.has(part) ? unknown(part) : isExactText(worth) ? undefined : issue("notDecimal", { received: worth, example: "200" }),
    byAnswer: (a: AnswerCount, b: AnswerCount) => {
      const [[question, answer], [otherQuestion, otherAnswer]] = [placeOf(a), placeOf(b)];
      return question - otherQuestion || answer - otherAnswer;
    },
    byPart: (a: RespondentCount, b: RespondentCount) =>
      (parts.get(a.part) ?? 0) - (parts.get(b.part) ?? 0) ||
      a.answered - b.answered ||
      compare(fromExactText(a.worth), fromExactText(b.worth)),
  };
}

/** The answers of a scale by their codes, a blank first. */
function answerPlaces({ file }: Questionnaire, scale: string): ReadonlyMap<string, number> {
  return new Map(["", ...(file.scales[scale]?.answers.map(({ code }) => code) ?? [])].map((code, place) => [code, place]));
}

/** The parts for which people are counted by what they came to: the whole, blocks and factors. */
export function countedParts(questionnaire: Questionnaire): readonly string[] {
  return partsOf(questionnaire)
    .filter(({ kind }) => kind !== "question")
    .map(idOfPart);
}

function countFault(count: number): Issue | undefined {
  if (!Number.isSafeInteger(count)) return issue("notWhole", { received: String(count) });
  return count < 0 ? issue("negative", { received: String(count) }) : undefined;
}

/** A cluster that lies in two strata makes every error of the sample wrong. */
function clusterFaults(cells: Iterable<TallyCell>): readonly Issue[] {
  const strata = new Map<string, string>();
  const faults = new Map<string, Issue>();
  for (const { cluster, stratum } of cells) {
    if (cluster === undefined || stratum === undefined) continue;
    const first = strata.get(cluster) ?? stratum;
    strata.set(cluster, first);
    if (first !== stratum) faults.set(cluster, issue("clusterInTwoStrata", { cluster, stratum, other: first }));
  }
  return [...faults.values()];
}
