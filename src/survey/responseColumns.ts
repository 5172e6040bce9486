import { type Issue, issue } from "../issue/issue";
import { writtenKey } from "./answerWritings";
import type { Questionnaire } from "./questionnaire";
import { type TallyKey, tallyKeys } from "./tally";

/** What the columns of a file or table of answers are called, where it is not what they are called by themselves. */
export interface ResponseColumns {
  /** By the id of the question. Unless given, its id or its title. */
  readonly questions?: Readonly<Record<string, string>> | undefined;
  /** Unless given, what offices call them: `tỉnh` or `province`, `trọng số` or `weight`. */
  readonly keys?: Readonly<Partial<Record<TallyKey, string>>> | undefined;
  /** The id of the person or form (mã phiếu), by which one who stands twice is found. */
  readonly respondent?: string | undefined;
  /** Columns that are not counted by, such as a running number: what is not named here and not understood is refused. */
  readonly ignored?: readonly string[] | undefined;
}

/** What a column of a file holds. One without a heading must be blank all the way down, as spreadsheets leave them at the end. */
export type ResponseColumn =
  | { readonly kind: "question"; readonly place: number }
  | { readonly kind: "key"; readonly key: TallyKey }
  | { readonly kind: "respondent" | "ignored" | "unheaded" };

/** What offices call the columns of the sample. */
const designHeadings: Readonly<Record<TallyKey | "respondent", readonly string[]>> = {
  province: ["tỉnh", "tỉnh/thành phố", "tỉnh, thành phố", "province"],
  district: ["huyện", "quận/huyện", "huyện/quận", "district"],
  commune: ["xã", "xã/phường", "xã, phường", "commune"],
  service: ["dịch vụ", "service"],
  group: ["nhóm", "group"],
  channel: ["kênh", "channel"],
  stratum: ["tầng", "stratum"],
  cluster: ["cụm", "cluster"],
  weight: ["trọng số", "weight"],
  respondent: ["mã phiếu", "respondent"],
};

/** What each column of a file holds by its heading, and what is wrong with the headings; `by` are the keys that must be there. */
export function responseColumns(
  questionnaire: Questionnaire,
  headings: readonly string[],
  names: ResponseColumns,
  by: readonly TallyKey[] | undefined,
): { readonly columns: readonly ResponseColumn[]; readonly issues: readonly Issue[] } {
  const { questions } = questionnaire;
  const meanings = new Map<string, ResponseColumn>();
  const mean = (column: ResponseColumn, headings: readonly string[]) => {
    for (const heading of headings) if (!meanings.has(writtenKey(heading))) meanings.set(writtenKey(heading), column);
  };
  mean({ kind: "ignored" }, names.ignored ?? []);
  for (const [place, { id, title }] of questions.entries()) {
    const named = names.questions?.[id];
    mean({ kind: "question", place }, named === undefined ? [id, title.vi, title.en ?? id] : [named]);
  }
  for (const key of tallyKeys) {
    const named = names.keys?.[key];
    mean({ kind: "key", key }, named === undefined ? designHeadings[key] : [named]);
  }
  mean({ kind: "respondent" }, names.respondent === undefined ? designHeadings.respondent : [names.respondent]);
  mean({ kind: "unheaded" }, [""]);

  const known = questions.map(({ id }) => id);
  const issues: Issue[] = [];
  const found = new Map<string, string[]>();
  const columns = headings.map((heading): ResponseColumn => {
    const column = meanings.get(writtenKey(heading));
    if (column === undefined) issues.push(issue("columnUnknown", { heading, known }, { line: 1, path: [heading] }));
    else if (column.kind !== "ignored" && column.kind !== "unheaded") {
      const name = nameOf(column, known);
      found.set(name, [...(found.get(name) ?? []), heading]);
    }
    return column ?? { kind: "ignored" };
  });
  for (const [column, twice] of found) {
    if (twice.length > 1) issues.push(issue("columnTwice", { column, headings: twice }, { line: 1 }));
  }
  const wanted = [...known, ...(by ?? []), ...Object.keys(names.keys ?? {}), ...(names.respondent === undefined ? [] : ["respondent"])];
  const missing = [...new Set(wanted)].filter((column) => !found.has(column));
  if (missing.length > 0) issues.push(...unheadedBetween(columns));
  issues.push(...missing.map((column) => issue("columnMissing", { column }, { line: 1 })));
  return { columns, issues };
}

/** Columns whose blank heading may be why another is missing: those behind the last heading are what spreadsheets leave. */
function unheadedBetween(columns: readonly ResponseColumn[]): readonly Issue[] {
  const last = columns.findLastIndex(({ kind }) => kind !== "unheaded");
  return columns.flatMap(({ kind }, place) => (kind === "unheaded" && place < last ? [unheaded(place, 1)] : []));
}

/** What is wrong with a column that has something in it, but no heading. */
export function unheaded(place: number, line: number): Issue {
  return issue("columnUnheaded", { column: place + 1, letter: letterOf(place) }, { line });
}

/** What spreadsheets call a column: A, …, Z, AA, …. */
function letterOf(place: number): string {
  const before = Math.floor(place / 26);
  return `${before > 0 ? letterOf(before - 1) : ""}${String.fromCharCode(65 + (place % 26))}`;
}

function nameOf(column: ResponseColumn, questions: readonly string[]): string {
  return column.kind === "question" ? (questions[column.place] ?? "") : column.kind === "key" ? column.key : column.kind;
}
