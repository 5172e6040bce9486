import { answerWritings } from "./answerWritings";
import { idOfPart, partsOf, questionsOf } from "./combine";
import type { Questionnaire } from "./questionnaire";
import type { AnswerOption, Question } from "./questionnaireFile";
import type { ResponseColumns } from "./responseColumns";
import { type TallyKey, tallyKeys } from "./tally";
import { type WorthUnits, worthUnits } from "./worthUnits";

/** Engines whose SQL a query can be written in. */
export const sqlDialects = ["duckdb", "postgresql", "spark", "trino"] as const;
export type SqlDialect = (typeof sqlDialects)[number];

/** Where the answers are, one row for each person. */
export interface SqlSource {
  /** The name of the table, or its parts (`["survey", "answers"]`). DuckDB also takes the path of a file for a table. */
  readonly table: string | readonly string[];
  /** The keys to count by, each a column of the table. None unless given. */
  readonly by?: readonly TallyKey[] | undefined;
  /** What the columns are called, where not by the id of the question or the name of the key. */
  readonly columns?: Pick<ResponseColumns, "questions" | "keys"> | undefined;
}

/** The columns of the result beside those of the keys. */
export const resultColumns = ["item", "answer", "answered", "units", "people"] as const;

/**
 * The query (câu truy vấn) that counts a survey where its answers are, in one pass over the table: `readTally` makes the tally of
 * its rows. Names and texts are quoted for the engine. People who answered nothing are left out, as `parseResponses` does;
 * whether somebody stands twice is for the table to rule out.
 *
 * @example
 * ```ts
 * import { tallySql } from "par-index/survey";
 * import { loadQuestionnaire } from "par-index/node";
 *
 * const query = tallySql(loadQuestionnaire("example/satisfaction"), "postgresql", { table: "phiếu", by: ["province"] });
 * query.includes('FROM "phiếu"'); // => true
 * ```
 */
export function tallySql(questionnaire: Questionnaire, dialect: SqlDialect, source: SqlSource): string {
  const { name, text, type } = writers[dialect];
  const { questions, file } = questionnaire;
  const units = worthUnits(questionnaire);
  const keys = tallyKeys.filter((key) => source.by?.includes(key));
  const written = (column: string) => `COALESCE(TRIM(CAST(${name(column)} AS ${type})), '')`;
  const answerOf = new Map(questions.map(({ id }, place) => [id, `a${place + 1}`]));
  const parts = partsOf(questionnaire).filter(({ kind }) => kind !== "question");
  const optionsOf = ({ scale }: Question) => file.scales[scale]?.answers ?? [];
  const table = (typeof source.table === "string" ? [source.table] : source.table).map(name).join(".");

  const given = [
    ...keys.map((key) => `${written(source.columns?.keys?.[key] ?? key)} AS ${name(key)}`),
    ...questions.map(({ id }) => `${written(source.columns?.questions?.[id] ?? id)} AS ${answerOf.get(id)}`),
  ];
  const coded = questions.map((question) => {
    const column = answerOf.get(question.id) ?? "";
    return `${codeOf(column, optionsOf(question), text)} AS ${column}`;
  });
  const summed = parts.flatMap((part, place) => {
    const terms = (what: "answered" | "units") =>
      questionsOf(questionnaire, part).map((question) => worthIn(answerOf.get(question.id) ?? "", optionsOf(question), what, units, text));
    return [`${terms("answered").join(" + ")} AS n${place + 1}`, `${terms("units").join(" + ")} AS u${place + 1}`];
  });

  const answers = [...answerOf.values()];
  const sets = [...answers.map((column) => [column]), ...parts.map((_, place) => [`n${place + 1}`, `u${place + 1}`])];
  const items = [
    ...questions.map(({ id }) => `WHEN ${answerOf.get(id)} IS NOT NULL THEN ${text(id)}`),
    ...parts.map((part, place) => `WHEN n${place + 1} IS NOT NULL THEN ${text(idOfPart(part))}`),
  ];
  const named = keys.map(name);
  return `WITH given AS (
  SELECT ${given.join(",\n    ")}
  FROM ${table}
), coded AS (
  SELECT ${[...named, ...coded].join(",\n    ")}
  FROM given
  WHERE ${answers.map((column) => `${column} <> ''`).join(" OR ")}
), summed AS (
  SELECT coded.*,
    ${summed.join(",\n    ")}
  FROM coded
)
SELECT ${[
    ...named,
    `CASE ${items.join("\n    ")} END AS item`,
    `${firstOf(answers)} AS answer`,
    `${firstOf(parts.map((_, place) => `n${place + 1}`))} AS answered`,
    `${firstOf(parts.map((_, place) => `u${place + 1}`))} AS units`,
    "COUNT(*) AS people",
  ].join(",\n  ")}
FROM summed
GROUP BY GROUPING SETS (
  ${sets.map((columns) => `(${[...named, ...columns].join(", ")})`).join(",\n  ")}
)`;
}

/** Of columns of which a row has one, that one: a set of grouping leaves the others without value. */
function firstOf(columns: readonly string[]): string {
  return columns.length === 1 ? (columns[0] ?? "") : `COALESCE(${columns.join(", ")})`;
}

/** The code that a written answer means; what means none stays as it is, so that it is found. */
function codeOf(column: string, options: readonly AnswerOption[], text: Write): string {
  const cases = options.flatMap((option) => {
    const others = spellings(option).filter((spelling) => spelling !== option.code);
    return others.length === 0 ? [] : [`WHEN ${column} IN (${others.map(text).join(", ")}) THEN ${text(option.code)}`];
  });
  const codes = options.map(({ code }) => text(code)).join(", ");
  return `CASE WHEN ${column} IN ('', ${codes}) THEN ${column} ${[...cases, `ELSE ${column}`].join(" ")} END`;
}

/** An answer in small and capital letters, composed and not: engines differ in what they do with either. */
function spellings(option: AnswerOption): readonly string[] {
  const written = answerWritings(option).flatMap((one) => [one, one.toLowerCase(), one.toUpperCase()]);
  return [...new Set(written.flatMap((one) => [one.normalize("NFC"), one.normalize("NFD")]))];
}

/** 1 for an answer that counts, or the whole units that it is worth. */
function worthIn(column: string, options: readonly AnswerOption[], what: "answered" | "units", units: WorthUnits, text: Write): string {
  const values = options.flatMap(({ code, counts }) => {
    const worth = units.of(counts);
    return worth === undefined ? [] : [{ code: text(code), value: what === "answered" ? 1 : worth }];
  });
  const cases = [...new Set(values.map(({ value }) => value))]
    .filter((value) => value !== 0)
    .map((value) => {
      const codes = values.filter((one) => one.value === value).map(({ code }) => code);
      return `WHEN ${column} IN (${codes.join(", ")}) THEN ${value}`;
    });
  return cases.length === 0 ? "0" : `CASE ${cases.join(" ")} ELSE 0 END`;
}

type Write = (text: string) => string;

const doubled = (mark: string): Write => {
  return (text) => `${mark}${text.replaceAll(mark, mark + mark)}${mark}`;
};
const standard = { name: doubled('"'), text: doubled("'"), type: "VARCHAR" } as const;

/** How each engine writes names and texts. In Spark a backslash inside a text means something. */
const writers: Readonly<Record<SqlDialect, { readonly name: Write; readonly text: Write; readonly type: string }>> = {
  duckdb: standard,
  postgresql: standard,
  trino: standard,
  spark: { name: doubled("`"), text: (text) => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`, type: "STRING" },
};
