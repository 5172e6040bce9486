import type { Factor, Question, QuestionnaireFile } from "./questionnaireFile";

/** A questionnaire (phiếu khảo sát) that was checked, with its parts at hand. */
export interface Questionnaire {
  readonly file: QuestionnaireFile;
  /** Every question that is counted, in the order of the file; the general one, if there is one, last. */
  readonly questions: readonly Question[];
  readonly factors: readonly Factor[];
}

/** The parts of a file that holds. */
export function compileQuestionnaire(file: QuestionnaireFile): Questionnaire {
  const factors = file.blocks.flatMap((block) => block.factors);
  const asked = factors.flatMap(({ questions }) => questions);
  return { file, factors, questions: file.general === undefined ? asked : [...asked, file.general] };
}
