import type { AnswerOption } from "./questionnaireFile";

/** What two ways of writing have in common when they mean one thing: composed, whatever their case and their blanks. */
export function writtenKey(text: string): string {
  return text.normalize("NFC").trim().replace(/\s+/g, " ").toLowerCase();
}

/** Every way in which data may write an answer. */
export function answerWritings({ code, title, alsoWritten = [] }: AnswerOption): readonly string[] {
  return [code, title.vi, ...(title.en === undefined ? [] : [title.en]), ...alsoWritten];
}

/** The code that a way of writing means in a scale. */
export function codesByWriting(answers: readonly AnswerOption[]): ReadonlyMap<string, string> {
  return new Map(answers.flatMap((answer) => answerWritings(answer).map((written) => [writtenKey(written), answer.code])));
}
