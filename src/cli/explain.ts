import type { CriteriaSet } from "../criteria/criteriaSet";
import type { Language } from "../exact/formatNumber";
import { explain, formatExplanation } from "../report/explain";
import type { Score } from "../score/score";
import { type CommonOptions, criteriaOf, requireCode, scoreOf, scoresOf, type UnitOptions } from "./context";
import { type Output, titleLines } from "./output";
import { unitLine } from "./score";

interface ExplainOptions extends CommonOptions, UnitOptions {
  readonly code?: readonly string[];
}

/** `par-index explain EDITION REPORTS… --unit ID --code CODE…`: why a unit has its points. */
export function explainCommand(edition: string, files: readonly string[], options: ExplainOptions): Output {
  const { criteria, warnings } = criteriaOf(edition, options);
  const { scores, warnings: more } = scoresOf(criteria, files);
  const score = scoreOf(scores, options);
  return { ...explanationOutput(criteria, score, options.code ?? [], options.lang), warnings: [...warnings, ...more] };
}

/** Explanations of some criteria of a score, or of all of them when none is named. */
export function explanationOutput(criteria: CriteriaSet, score: Score, codes: readonly string[], lang: Language): Output {
  for (const code of codes) requireCode(criteria, code);
  const explanations = (codes.length === 0 ? ["total"] : codes).map((code) => explain(criteria, score, code, lang));
  const texts = explanations.map(formatExplanation);
  return {
    command: "explain",
    criteria,
    before: [...titleLines(criteria), unitLine(score), ...texts.map((text) => ({ vi: `\n${text}`, en: `\n${text}` }))],
    sections: [],
    data: explanations,
  };
}
