import { at, type Issue } from "../issue/issue";
import { inFile } from "../node/inFile";
import { safeLoadQuestionnaire } from "../node/loadQuestionnaire";
import { readChunks } from "../node/readChunks";
import { safeParseResponses } from "../survey/parseResponses";
import type { Questionnaire } from "../survey/questionnaire";
import type { Tally } from "../survey/tally";
import { type CommonOptions, orThrow } from "./context";

export interface AnswersOptions extends CommonOptions {
  readonly encoding?: "utf-8" | "utf-16le" | "utf-16be" | "windows-1258" | undefined;
  readonly ignore?: readonly string[] | undefined;
}

/** What became of the rows of a file of answers. */
export interface AnswerRows {
  readonly read: number;
  readonly accepted: number;
  readonly excluded: number;
  readonly rejected: number;
}

/** The questionnaire that a command names. */
export function questionnaireOf(name: string): Questionnaire {
  return orThrow(safeLoadQuestionnaire(name)).value;
}

/** The counts of the answers in a file, and what was wrong with the rows that were refused: the others count. */
export function answersOf(
  questionnaire: Questionnaire,
  file: string,
  { encoding, ignore, lang }: AnswersOptions,
): { readonly tally: Tally; readonly rows: AnswerRows; readonly warnings: readonly Issue[]; readonly faults: readonly Issue[] } {
  const { value, warnings } = orThrow(
    inFile(
      file,
      safeParseResponses(questionnaire, readChunks(file), { encoding, columns: { ignored: ignore }, progress: progressIn(lang) }),
    ),
  );
  return { tally: value.tally, rows: value.rows, warnings, faults: value.issues.map((found) => at({ file }, found)) };
}

/** Tells on a terminal how many forms were read, each time that so many more were; nothing elsewhere. */
function progressIn(lang: "vi" | "en"): ((rows: number) => void) | undefined {
  if (process.stderr.isTTY !== true) return undefined;
  const step = 50_000;
  let told = 0;
  return (rows) => {
    if (rows < told + step) return;
    told = rows;
    process.stderr.write(`\r${lang === "vi" ? `Đã đọc ${rows} phiếu…` : `Read ${rows} forms…`}`);
  };
}
