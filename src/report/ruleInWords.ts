import { type CriteriaSet, type Leaf, measureOf } from "../criteria/criteriaSet";
import type { LeftOutPolicy } from "../criteria/policies";
import { exactText } from "../exact/decimal";
import type { Bilingual, Language } from "../exact/formatNumber";
import { describeMeasure, describeRule, needsCohort } from "../rules/boundRule";
import type { Say } from "../rules/ruleKind";
import { notApplicablePolicy } from "../score/awardLeaf";
import { sayIn } from "./explain";
import { beyondRuleWords, comparedWithGroup, leftOutWhen, notApplicableRefused, policyWords, stateRemark } from "./explainWords";
import { methodHeading, methodWords } from "./yearWords";

/**
 * The rule of a leaf in words (cách tính điểm), as an officer reads it beside the field to fill in, before there are any
 * figures: what is measured and among whom, how points are earned, what becomes of the leaf when nothing was due or it does
 * not apply, and who finds the points when not the unit. Each line stands by itself. {@link explain} tells of a score.
 *
 * The leaf is one of {@link treeOf}, so that a group of units reads its own rule. A kind or measure of one's own that has no
 * `describe` gives no line; the others are there.
 *
 * @example
 * ```ts
 * import { ruleInWords } from "par-index";
 * import { loadCriteria } from "par-index/node";
 *
 * const tiny = loadCriteria("example/tiny");
 * const [plan, dossiers] = tiny.leaves.map((leaf) => ruleInWords(tiny, leaf, "vi"));
 * plan; // => ["Ban hành đúng hạn: 2 điểm", "Ban hành muộn: 1 điểm", "Không ban hành: 0 điểm", "Không áp dụng: không tính vào tổng điểm tối đa"]
 * dossiers[0]; // => "Hồ sơ giải quyết đúng hạn ÷ Hồ sơ phải giải quyết (hồ sơ)"
 * dossiers[2]; // => "Từ 95 % đến dưới 100 %: tính theo tỷ lệ, 4 × kết quả ÷ 100 %"
 * ```
 */
export function ruleInWords(criteria: CriteriaSet, leaf: Leaf, language: Language): readonly string[] {
  const say = sayIn(language);
  return [
    ...measured(leaf, say, language),
    ...earning(leaf, say, language),
    ...foundBy(leaf, language),
    ...leftOut(criteria, leaf, language),
  ];
}

function measured(leaf: Leaf, say: Say, language: Language): readonly string[] {
  const bound = measureOf(leaf);
  if (bound === undefined) return [];
  const phrase = describeMeasure(bound, say);
  return [...(phrase === undefined ? [] : [phrase]), ...(needsCohort(bound) ? [comparedWithGroup[language]] : [])];
}

function earning({ rule, maxPoints, beyondMax }: Leaf, say: Say, language: Language): readonly string[] {
  if (rule === undefined) return [stateRemark.monitored[language]];
  const lines = describeRule(rule, maxPoints, say);
  return beyondMax === undefined ? lines : [...lines, beyondRuleWords[beyondMax][language](say.number(exactText(maxPoints)))];
}

/** Documents are appraised unless something else is said, and units score themselves. */
function foundBy({ node: { method, selfScored } }: Leaf, language: Language): readonly string[] {
  return [
    ...(method === undefined || method === "appraised" ? [] : [`${methodHeading[language]}: ${methodWords[method][language]}`]),
    ...(selfScored === false ? [stateRemark.notSelfScored[language]] : []),
  ];
}

function leftOut(criteria: CriteriaSet, leaf: Leaf, language: Language): readonly string[] {
  if (leaf.rule === undefined) return [];
  const { nothingDue } = leaf.node;
  const notApplicable = notApplicablePolicy(criteria, leaf);
  const line = (when: Bilingual, policy: LeftOutPolicy) => `${when[language]}: ${policyWords[policy][language]}`;
  return [
    ...(nothingDue === undefined ? [] : [line(leftOutWhen.nothingDue, nothingDue)]),
    notApplicable === "refuse" ? notApplicableRefused[language] : line(leftOutWhen.notApplicable, notApplicable),
  ];
}
