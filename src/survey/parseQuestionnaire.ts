import { readWith } from "../issue/fromZod";
import { readInput } from "../issue/readInput";
import { type Result, unwrap } from "../issue/result";
import { compileQuestionnaire, type Questionnaire } from "./questionnaire";
import { questionnaireFileSchema } from "./questionnaireFile";

/**
 * A questionnaire (phiếu khảo sát) from its file: JSON text, or the value that such text holds.
 *
 * **Errors:** {@link ParError} with every issue at once; {@link safeParseQuestionnaire} answers them instead.
 *
 * @example
 * ```ts
 * import { safeParseQuestionnaire } from "par-index/survey";
 * safeParseQuestionnaire("{}").ok; // => false
 * ```
 */
export function parseQuestionnaire(file: unknown): Questionnaire {
  return unwrap(safeParseQuestionnaire(file));
}

/** {@link parseQuestionnaire} that answers a {@link Result} and never throws. */
export function safeParseQuestionnaire(file: unknown): Result<Questionnaire> {
  return readInput(file, (value) => {
    const { value: read, issues } = readWith(questionnaireFileSchema, value);
    return { value: read === undefined ? undefined : compileQuestionnaire(read), issues };
  });
}
