import { readWith } from "../issue/fromZod";
import { readInput } from "../issue/readInput";
import { type Result, unwrap } from "../issue/result";
import { compileQuestionnaire, type Questionnaire } from "./questionnaire";
import { questionnaireFaults } from "./questionnaireFaults";
import { questionnaireFileSchema } from "./questionnaireFile";

/**
 * A questionnaire (phiếu khảo sát) from its file: JSON text, or the value that such text holds. It proves itself first: each way
 * of writing an answer means one answer, ids are unmistakable, every statement says how sure it is, and what is not known is said.
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
    return read === undefined ? { value: undefined, issues } : { value: compileQuestionnaire(read), issues: questionnaireFaults(read) };
  });
}
