import { type Result, unwrap } from "../issue/result";
import { safeParseQuestionnaire } from "../survey/parseQuestionnaire";
import type { Questionnaire } from "../survey/questionnaire";
import { inFile } from "./inFile";
import { locateEdition } from "./locateEdition";

/**
 * A questionnaire (phiếu khảo sát) by the id or short name of an edition (see `editions`), or by the path of a file, which ends
 * in `.json`.
 *
 * **Errors:** {@link ParError} with every issue, located by line; {@link safeLoadQuestionnaire} answers them instead.
 *
 * @example
 * ```ts
 * import { loadQuestionnaire } from "par-index/node";
 * loadQuestionnaire("example/satisfaction").questions.map(({ id }) => id); // => ["q1", "q2", "q3", "q4", "q5", "q6", "q7"]
 * ```
 */
export function loadQuestionnaire(edition: string): Questionnaire {
  return unwrap(safeLoadQuestionnaire(edition));
}

/** {@link loadQuestionnaire} that answers a {@link Result} and never throws. */
export function safeLoadQuestionnaire(edition: string): Result<Questionnaire> {
  const found = locateEdition(edition, "questionnaire");
  if (!found.ok) return found;
  const { file, text } = found.value;
  return inFile(file, safeParseQuestionnaire(text));
}
