import { exactText } from "../exact/decimal";
import { multiply, ratio } from "../exact/ratio";
import { type Issue, issue } from "../issue/issue";
import { type Result, unwrap } from "../issue/result";
import { codesByWriting, writtenKey } from "./answerWritings";
import type { Questionnaire } from "./questionnaire";
import { weightOf } from "./responseCounter";
import {
  type AnswerCount,
  countedParts,
  type RespondentCount,
  safeTallyOf,
  type Tally,
  type TallyCell,
  type TallyKey,
  tallyKeys,
} from "./tally";
import { stateOf } from "./tallySql";
import { worthUnits } from "./worthUnits";

/** A row of the result of `tallySql`, by the names of its columns, as a driver or a CSV file has it. */
export type TallyResultRow = Readonly<Record<string, string | number | bigint | null | undefined>>;

/**
 * The tally (bảng tổng hợp phiếu) of the rows that the query of `tallySql` gave: the same as `parseResponses` makes of the same answers.
 *
 * **Errors:** {@link ParError} where rows are not those of the query, an answer is outside its scale, a weight is not above 0, or a
 * cluster lies in two strata.
 *
 * @example
 * ```ts
 * import { readTally } from "par-index/survey";
 * import { loadQuestionnaire } from "par-index/node";
 *
 * const survey = loadQuestionnaire("example/satisfaction");
 * const rows = [{ province: "Hà Nội", item: "a1", value: "5", people: 30n }];
 * readTally(survey, rows).answers; // => [{ cell: { province: "Hà Nội" }, question: "q1", answer: "5", count: 30 }]
 * ```
 */
export function readTally(questionnaire: Questionnaire, rows: Iterable<TallyResultRow>): Tally {
  return unwrap(safeReadTally(questionnaire, rows));
}

/** {@link readTally} that answers a {@link Result} and never throws for wrong data. */
export function safeReadTally(questionnaire: Questionnaire, rows: Iterable<TallyResultRow>): Result<Tally> {
  const { scales } = questionnaire.file;
  const units = worthUnits(questionnaire);
  const state = stateOf(questionnaire, units);
  const percent = ratio(units.unit.numerator, units.unit.denominator);
  const parts = countedParts(questionnaire);
  const meant = questionnaire.questions.map(({ scale }) => codesByWriting(scales[scale]?.answers ?? []));
  const keys = new Set<TallyKey>();
  const faults: Issue[] = [];
  const answers: AnswerCount[] = [];
  const respondents: RespondentCount[] = [];
  const cells = new Map<string, TallyCell>();

  let place = 0;
  for (const row of rows) {
    const path = [place];
    place += 1;
    const unreadable = (column: string) => {
      faults.push(issue("tallyRowUnreadable", { received: textOf(row[column]), column }, { path }));
    };
    const whole = (column: string): number => {
      const written = textOf(row[column]);
      if (/^\d{1,15}$/.test(written)) return Number(written);
      unreadable(column);
      return 0;
    };
    const stands = tallyKeys.map((key) => textOf(row[key])).join("\u0000");
    const cell = cells.get(stands) ?? readCell(row);
    if (!cells.has(stands)) {
      cells.set(stands, cell);
      for (const key of tallyKeys) if (row[key] !== undefined) keys.add(key);
      if (row.weight !== undefined && (cell.weight ?? "") === "") {
        faults.push(issue("weightNotPositive", { received: textOf(row.weight) }, { path: [...path, "weight"] }));
      }
    }
    const count = whole("people");
    const [, kind, number] = /^([ap])(\d{1,6})$/.exec(textOf(row.item)) ?? [];
    const at = Number(number) - 1;
    const [question, part] = [questionnaire.questions[at], parts[at]];
    if (kind === "a" && question !== undefined) {
      const written = textOf(row.value).normalize("NFC").trim();
      answers.push({ cell, question: question.id, answer: meant[at]?.get(writtenKey(written)) ?? written, count });
    } else if (kind === "p" && part !== undefined) {
      const value = whole("value");
      const worth = exactText(multiply(ratio(value % state), percent));
      respondents.push({ cell, part, answered: Math.floor(value / state), worth, count });
    } else unreadable("item");
  }
  if (faults.length > 0) return { ok: false, issues: faults };
  return safeTallyOf(questionnaire, { keys: [...keys], answers, parts: respondents });
}

/** The cell of a row; a weight that is none above 0 is `""`. */
function readCell(row: TallyResultRow): TallyCell {
  return Object.fromEntries(
    tallyKeys.flatMap((key) => {
      const value = textOf(row[key]).normalize("NFC").trim();
      return value === "" ? [] : [[key, key === "weight" ? (weightOf(value) ?? "") : value]];
    }),
  );
}

function textOf(value: TallyResultRow[string]): string {
  return value === null || value === undefined ? "" : String(value);
}
