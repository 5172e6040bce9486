import { type CriteriaSet, treeOf } from "../criteria/criteriaSet";
import type { Language } from "../exact/formatNumber";
import type { Words } from "../issue/fields";
import { applyQuota } from "../rank/applyQuota";
import { classify } from "../rank/classify";
import { type Explanation, explain, formatExplanation } from "../report/explain";
import { unitLine } from "../report/sheetWords";
import type { Score } from "../score/score";
import { type CommonOptions, criteriaOf, requireCode, scoreOf, scoresOf, type UnitOptions } from "./context";
import { gradeExplanations } from "./grade";
import { type Output, titleLines } from "./output";
import { placeLine, placeOf } from "./rank";

interface ExplainOptions extends CommonOptions, UnitOptions {
  readonly code?: readonly string[];
}

/** `par-index explain EDITION REPORTS… --unit ID --code CODE…`: why a unit has its points. */
export async function explainCommand(edition: string, files: readonly string[], options: ExplainOptions): Promise<Output> {
  const { criteria, warnings } = criteriaOf(edition, options);
  const { scores, warnings: more } = await scoresOf(criteria, files, options);
  const score = scoreOf(scores, options);
  const output = explanationOutput(criteria, score, options.code ?? [], options.lang);
  const asked = options.code === undefined && scores.counted.includes(score);
  const { lines, explanations } = asked ? outcomeOf(criteria, scores.counted, score) : { lines: [], explanations: [] };
  return {
    ...output,
    warnings: [...warnings, ...more],
    before: [...(output.before ?? []), ...lines],
    data: [...output.data, ...explanations.map((both) => both[options.lang])],
  };
}

/** What became of the whole in the end: the unit's place among the others at hand, and its grade. */
function outcomeOf(
  criteria: CriteriaSet,
  counted: readonly Score[],
  score: Score,
): { readonly lines: readonly Words[]; readonly explanations: ReturnType<typeof gradeExplanations> } {
  const place = placeOf(criteria, counted, score);
  const explanations =
    criteria.file.grading === undefined ? [] : gradeExplanations(criteria, applyQuota(criteria, classify(criteria, counted)), score);
  return {
    lines: [
      ...(place === undefined ? [] : [placeLine(criteria, place)]),
      ...explanations.map(({ vi, en }) => ({ vi: `\n${formatExplanation(vi)}`, en: `\n${formatExplanation(en)}` })),
    ],
    explanations,
  };
}

/** Explanations of some criteria of a score, or of all of them when none is named. */
export function explanationOutput(
  criteria: CriteriaSet,
  score: Score,
  codes: readonly string[],
  lang: Language,
): Output & { readonly data: readonly Explanation[] } {
  for (const code of codes) requireCode(treeOf(criteria, score.unit.group), code);
  const explanations = (codes.length === 0 ? ["total"] : codes).map((code) => explain(criteria, score, code, lang));
  const texts = explanations.map(formatExplanation);
  return {
    command: "explain",
    criteria,
    before: [...titleLines(criteria), unitLine(criteria, score), ...texts.map((text) => ({ vi: `\n${text}`, en: `\n${text}` }))],
    sections: [],
    data: explanations,
  };
}
