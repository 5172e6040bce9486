import fc from "fast-check";
import { parseCriteria, parseReports, safeParseEvidence, scoreAll } from "par-index";
import type { CriteriaSet } from "../../src/criteria/criteriaSet";
import { formatNumber, type Language } from "../../src/exact/formatNumber";
import { scoreWords } from "../../src/report/explainWords";
import { standardRuleKinds } from "../../src/rules/index";
import { standardMeasures } from "../../src/rules/measures/index";
import type { Figures, Say, Step } from "../../src/rules/ruleKind";
import type { LeafScore } from "../../src/score/score";
import { fileWithRule, reportOf } from "../arbitraries/criteria";
import { ruleFigures } from "../arbitraries/figures";
import { positivePoints } from "../arbitraries/numbers";
import type { RuleFamily } from "../arbitraries/rules";
import type { Rule, WrittenFigures } from "../oracle/documents";

/** A leaf with one rule, and what an officer reports for it; where units are compared, what those of other units report. */
export interface LeafCase {
  readonly rule: Rule;
  readonly maxPoints: string;
  readonly figures: WrittenFigures;
  readonly others: readonly WrittenFigures[];
}

export function leafCases(family: RuleFamily): fc.Arbitrary<LeafCase> {
  return positivePoints.chain((maxPoints) =>
    family.rules(maxPoints).chain((rule) => {
      const figures = ruleFigures(rule, maxPoints);
      const others = comparesUnits(rule) ? fc.array(figures, { maxLength: 4 }) : fc.constant([]);
      return fc.record({ rule: fc.constant(rule), maxPoints: fc.constant(maxPoints), figures, others });
    }),
  );
}

function comparesUnits(rule: Rule): boolean {
  const name = "reads" in rule ? rule.reads.measure : undefined;
  return standardMeasures.some(({ measure, gather }) => measure === name && gather !== undefined);
}

/** The criteria set of a single leaf with this rule. */
export function setOf({ rule, maxPoints }: Pick<LeafCase, "rule" | "maxPoints">): CriteriaSet {
  return parseCriteria(fileWithRule(rule, maxPoints));
}

export function scoreLeaf(
  criteria: CriteriaSet,
  { figures, others }: { readonly figures: WrittenFigures | Figures; readonly others: readonly WrittenFigures[] },
): LeafScore {
  const reports = [figures, ...others].map((item, index) => ({ ...reportOf({ id: `unit-${index}` }), items: { "1": item } }));
  return scoreAll(criteria, parseReports(criteria, reports))[0]?.root.children[0] as LeafScore;
}

/** The figures in canonical form, or nothing where they are refused. */
export function acceptedFigures(criteria: CriteriaSet, figures: WrittenFigures | Figures): Figures | undefined {
  const outcome = safeParseEvidence(criteria, { ...reportOf({ id: "a" }), items: { "1": figures } });
  return outcome.ok ? (outcome.value.items["1"] as Figures) : undefined;
}

/** A step in words; nothing where whoever took it has no words for it. */
export function inWords(step: Step, rule: Rule, language: Language): string | undefined {
  const say: Say = {
    number: (exact) => formatNumber(exact, language),
    words: ({ vi, en }) => (language === "en" ? (en ?? vi) : vi),
  };
  if (step.by === "score") return scoreWords[step.step]?.[language](step.values, rule, say);
  const kind = standardRuleKinds.find((candidate) => candidate.kind === step.by);
  if (kind !== undefined) return kind.words[step.step]?.[language](step.values, rule, say);
  const measure = standardMeasures.find((candidate) => candidate.measure === step.by);
  return measure?.words[step.step]?.[language](step.values, "reads" in rule ? rule.reads : undefined, say);
}
