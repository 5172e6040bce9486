import { answerWritings } from "./answerWritings";
import { type Part, partsOf } from "./combine";
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
  /** What the columns of answers are: text with codes or words, or whole numbers, which are counted several times as fast. Text unless given. */
  readonly answersAre?: "text" | "integers" | undefined;
}

/**
 * The query (câu truy vấn) that counts a survey where its answers are, in one pass over the table; `readTally` makes the tally of
 * its rows. Names and texts are quoted for the engine. People who answered nothing are left out, as `parseResponses` does;
 * whether somebody stands twice is for the table to rule out.
 *
 * Each row says how many `people` of a cell have a `value` of an `item`: `a1` is the first question and its values are answers as
 * they stand; `p1` is the whole, then blocks and factors, and its values are answers that count and their worth in one number.
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
  const writer = writers[dialect];
  const { name, text } = writer;
  const { questions, file } = questionnaire;
  const units = worthUnits(questionnaire);
  const isText = source.answersAre !== "integers";
  const keys = tallyKeys.filter((key) => source.by?.includes(key));
  const table = (typeof source.table === "string" ? [source.table] : source.table).map(name).join(".");
  const columnOf = new Map(questions.map(({ id }, place) => [id, `a${place + 1}`]));
  const answers = [...columnOf.values()];
  const counted = partsOf(questionnaire).filter(({ kind }) => kind !== "question");
  const parts = counted.map((_, place) => `p${place + 1}`);
  const ofKind = (wanted: Part["kind"]) => parts.filter((_, place) => counted[place]?.kind === wanted);
  const [factors, blocks] = [ofKind("factor"), ofKind("block")];
  const named = keys.map(name);

  const given = [
    ...keys.map((key) => `CAST(${name(source.columns?.keys?.[key] ?? key)} AS ${writer.type}) AS ${name(key)}`),
    ...questions.map(({ id }) => {
      const column = name(source.columns?.questions?.[id] ?? id);
      return `${isText ? `CAST(${column} AS ${writer.type})` : column} AS ${columnOf.get(id)}`;
    }),
  ];
  const isGiven = answers.map((column) => (isText ? `TRIM(${column}) <> ''` : `${column} IS NOT NULL`));
  const worth = (question: Question) =>
    worthCase(
      columnOf.get(question.id) ?? "",
      file.scales[question.scale]?.answers ?? [],
      { of: units.of, state: stateOf(questionnaire, units) },
      isText ? text : undefined,
    );
  const factorSums = questionnaire.factors.map((factor, place) => `${factor.questions.map(worth).join(" + ") || "0"} AS ${factors[place]}`);
  let place = 0;
  const blockSums = file.blocks.map((block, at) => {
    const own = factors.slice(place, place + block.factors.length);
    place += own.length;
    return `${own.join(" + ")} AS ${blocks[at]}`;
  });
  const values = [...answers, ...parts];
  const value = (column: string) => (isText && parts.includes(column) ? `CAST(${column} AS ${writer.type}) AS ${column}` : column);
  return `WITH given AS (
  SELECT ${given.join(",\n    ")}
  FROM ${table}
), by_factor AS (
  SELECT ${[...named, ...answers, ...factorSums].join(",\n    ")}
  FROM given
  WHERE ${isGiven.join(" OR ")}
), by_part AS (
  SELECT ${[...named, ...answers, ...factors, ...blockSums, `${factors.join(" + ")} AS p1`].join(",\n    ")}
  FROM by_factor
), valued AS (
  SELECT ${[...named, ...values.map(value)].join(", ")}
  FROM by_part
)
SELECT ${[...named, "item", "value", "COUNT(*) AS people"].join(", ")}
FROM ${writer.unpivot("valued", values, text)}
GROUP BY ${[...named, "item", "value"].join(", ")}`;
}

/** How two whole numbers, answers that count and units of worth, stand in one: so many units make one answer. */
export function stateOf({ questions }: Questionnaire, { most }: WorthUnits): number {
  return most * questions.length + 1;
}

/** What an answer adds to the state of its part. Codes as they stand come first, since nearly all answers are; they cost least. */
function worthCase(
  column: string,
  options: readonly AnswerOption[],
  units: { readonly of: WorthUnits["of"]; readonly state: number },
  text: Write | undefined,
): string {
  const worths = options.map((option) => {
    const worth = units.of(option.counts);
    return { option, worth: worth === undefined ? 0 : units.state + worth };
  });
  const among = (tested: string, written: (option: AnswerOption) => readonly string[]) =>
    [...new Set(worths.map(({ worth }) => worth))].flatMap((worth) => {
      const spellings = worths.filter((one) => one.worth === worth).flatMap(({ option }) => written(option));
      return spellings.length === 0 ? [] : [`WHEN ${tested} IN (${spellings.join(", ")}) THEN ${worth}`];
    });
  const codes = among(column, ({ code }) => (text === undefined ? whole(code) : [text(code)]));
  if (text === undefined) return `CASE ${codes.join(" ")} ELSE 0 END`;
  const words = among(`TRIM(${column})`, (option) => spellings(option).map(text));
  return `CASE ${[...codes, `WHEN ${column} IS NULL OR ${column} = '' THEN 0`, ...words].join(" ")} ELSE 0 END`;
}

/** A code as a whole number; one that is none cannot stand in a column of numbers. */
function whole(code: string): readonly string[] {
  return /^-?\d{1,9}$/.test(code) ? [String(Number(code))] : [];
}

/** An answer in small and capital letters, composed and not: engines differ in what they do with either. */
function spellings(option: AnswerOption): readonly string[] {
  const written = answerWritings(option).flatMap((one) => [one, one.toLowerCase(), one.toUpperCase()]);
  return [...new Set(written.flatMap((one) => [one.normalize("NFC"), one.normalize("NFD")]))];
}

type Write = (text: string) => string;

interface Writer {
  readonly name: Write;
  readonly text: Write;
  readonly type: string;
  /** The rows of a table with one row for each of these columns: its name as `item`, its value as `value`. */
  readonly unpivot: (table: string, columns: readonly string[], text: Write) => string;
}

const doubled = (mark: string): Write => {
  return (text) => `${mark}${text.replaceAll(mark, mark + mark)}${mark}`;
};
const standard = { name: doubled('"'), text: doubled("'"), type: "VARCHAR" } as const;

/** How each engine writes names and texts, and turns columns into rows. In Spark a backslash inside a text means something. */
const writers: Readonly<Record<SqlDialect, Writer>> = {
  duckdb: {
    ...standard,
    unpivot: (table, columns) => `${table} UNPIVOT INCLUDE NULLS (value FOR item IN (${columns.join(", ")})) AS one`,
  },
  postgresql: {
    ...standard,
    unpivot: (table, columns, text) =>
      `${table} CROSS JOIN LATERAL (VALUES ${columns.map((column) => `(${text(column)}, ${column})`).join(", ")}) AS one (item, value)`,
  },
  trino: {
    ...standard,
    unpivot: (table, columns, text) =>
      `${table} CROSS JOIN UNNEST(ARRAY[${columns.map(text).join(", ")}], ARRAY[${columns.join(", ")}]) AS one (item, value)`,
  },
  spark: {
    name: doubled("`"),
    text: (text) => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`,
    type: "STRING",
    unpivot: (table, columns, text) =>
      `${table} LATERAL VIEW STACK(${columns.length}, ${columns.map((column) => `${text(column)}, ${column}`).join(", ")}) one AS item, value`,
  },
};
