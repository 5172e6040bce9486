import { type CriteriaNode, type CriteriaSet, isLeaf, type Leaf, measureOf, treeOf } from "../criteria/criteriaSet";
import type { Provenance } from "../criteria/provenance";
import { fold } from "../criteria/tree";
import type { Round, SupportingDocument } from "../evidence/evidence";
import { formatCivilDate } from "../exact/civilDate";
import { exactText, isExactText } from "../exact/decimal";
import { formatNumber, type Language } from "../exact/formatNumber";
import { type Ratio, subtract, zero } from "../exact/ratio";
import { wordsIn } from "../issue/fields";
import { issue, totalCode } from "../issue/issue";
import { ParError } from "../issue/parError";
import { attempt, type Result } from "../issue/result";
import { roundWords } from "../issue/roundWords";
import type { Say, Step, StepWords } from "../rules/ruleKind";
import { besideBase, hasPoints, leafScores, nodeScore } from "../score/nodeScore";
import { requireScores } from "../score/sameSet";
import type { LeafScore, NodeScore, Score } from "../score/score";
import {
  basisWords,
  beyondLine,
  beyondWords,
  comparedWords,
  confidenceWords,
  earned,
  leftOutRemark,
  leftOutWords,
  maximum,
  notOfficial,
  pendingWords,
  rounded,
  saidWords,
  scoreWords,
  stateRemark,
  stateWords,
} from "./explainWords";

/** Why a node has the points it has, in words; it has the tree's shape. */
export interface Explanation {
  readonly code: string;
  /** Code, title and points: *3.4.1 Hồ sơ đúng hạn — 0,955 trên 1 điểm*. */
  readonly heading: string;
  /** The steps that led to the points, one line each. */
  readonly steps: readonly string[];
  /** Where the rule and its numbers come from, and how sure they are (căn cứ). */
  readonly basis: readonly string[];
  readonly children: readonly Explanation[];
}

/**
 * Why a unit has its points (diễn giải cách chấm điểm): for a leaf the calculation, the reading applied and the source, for a
 * branch the sum of its parts, each explained below it. {@link formatExplanation} makes it text.
 *
 * **Errors:** {@link ParError} when the set has no criterion of that code, or the score is of another set.
 *
 * @example
 * ```ts
 * import { explain, parseEvidence, scoreUnit } from "par-index";
 * import { loadCriteria } from "par-index/node";
 *
 * const tiny = loadCriteria("example/tiny");
 * const score = scoreUnit(tiny, parseEvidence(tiny, {
 *   unit: { id: "a", name: "Xã A", group: "commune" }, period: "2021", round: "selfAssessed",
 *   items: { "1.2": { done: 955, due: 1000 } },
 * }));
 * explain(tiny, score, "1.2", "vi").heading; // => "1.2 Hồ sơ giải quyết đúng hạn — 3,82 trên 4 điểm"
 * explain(tiny, score, "1.2", "vi").steps; // => ["955 trên 1.000 hồ sơ: 95,5 %", "Đạt mức tối thiểu (≥ 95 %)", "4 × 955 ÷ 1.000 = 3,82"]
 * ```
 */
export function explain(criteria: CriteriaSet, score: Score, code: string, language: Language): Explanation {
  requireScores(criteria, [score]);
  const wanted = nodeScore(score, code);
  if (wanted === undefined) throw new ParError([issue("unknownCode", { code })]);
  const { nodes } = treeOf(criteria, score.unit.group);
  const explained = fold<NodeScore, Explanation>(wanted, (node, children) =>
    explainNode(criteria, nodes.get(node.code) as CriteriaNode, node, children, language),
  );
  const { status } = criteria.file;
  return status === "official" ? explained : { ...explained, basis: [...explained.basis, notOfficial[status][language]] };
}

/** {@link explain} that answers a {@link Result} and never throws. */
export function safeExplain(criteria: CriteriaSet, score: Score, code: string, language: Language): Result<Explanation> {
  return attempt(() => explain(criteria, score, code, language));
}

/**
 * An explanation as text: the heading, and below it, indented, its steps, its basis and its parts.
 *
 * @example
 * ```ts
 * import { explain, formatExplanation, parseEvidence, scoreUnit } from "par-index";
 * import { loadCriteria } from "par-index/node";
 *
 * const tiny = loadCriteria("example/tiny");
 * const score = scoreUnit(tiny, parseEvidence(tiny, {
 *   unit: { id: "a", name: "Xã A", group: "commune" }, period: "2021", round: "selfAssessed", items: { "1.1": { option: "late" } },
 * }));
 * formatExplanation(explain(tiny, score, "1.1", "en")).split("\n")[1]; // => "  Reported \"Issued late\": earns 1 points"
 * ```
 */
export function formatExplanation(explanation: Explanation): string {
  const lines = fold<Explanation, string[]>(explanation, ({ heading, steps, basis }, children) => [
    heading,
    ...[...steps, ...basis, ...children.flat()].map((line) => `  ${line}`),
  ]);
  return lines.join("\n");
}

function explainNode(
  criteria: CriteriaSet,
  node: CriteriaNode,
  score: NodeScore,
  children: readonly Explanation[],
  language: Language,
): Explanation {
  const say = sayIn(language);
  return {
    code: score.code,
    heading: heading(node, score, say, language),
    steps:
      isLeaf(node) && score.children === undefined ? leafSteps(criteria, node, score, say, language) : sumSteps(node, score, say, language),
    basis: isLeaf(node) ? basis(criteria, node, say, language) : [],
    children,
  };
}

function heading(node: CriteriaNode, score: NodeScore, say: Say, language: Language): string {
  const title = `${score.code === totalCode ? "" : `${score.code} `}${say.words(node.title)}`;
  const most = maximum[language](say.number(score.maxPoints));
  if (!hasPoints(score)) {
    const state = score.children === undefined && score.state !== "scored" ? score.state : "missing";
    return `${title} — ${stateWords[state][language]}${state === "monitored" ? "" : ` (${most})`}`;
  }
  const counted = score.countedMax === score.maxPoints ? say.number(score.maxPoints) : `${say.number(score.countedMax)} (${most})`;
  if (score.beyondMax !== undefined)
    return `${title} — ${beyondWords[score.beyondMax][language](say.number(score.points), say.number(score.maxPoints))}`;
  return `${title} — ${earned[language](say.number(score.points), counted)}`;
}

function leafSteps(
  criteria: CriteriaSet,
  leaf: Leaf,
  { cohort, steps, state, policy, published, points, origin, reason, documents = [] }: LeafScore,
  say: Say,
  language: Language,
): string[] {
  const lines = steps.map((step) => stepWords(leaf, step, say, language));
  if (cohort !== undefined) lines.unshift(comparedWords[language](cohort.length));
  if (origin !== undefined) lines.push(`${saidWords[language].origin}: ${roundTitle(criteria, origin, language)}`);
  if (reason !== undefined) lines.push(`${saidWords[language].reason}: ${reason}`);
  if (documents.length > 0) lines.push(`${saidWords[language].documents}: ${documentWords(documents, language)}`);
  if (state !== "scored") lines.push(policy === undefined ? stateRemark[state][language] : leftOutRemark(state, policy, language));
  if (points.includes("/")) lines.push(rounded[language](say.number(published)));
  return lines;
}

/** How a set calls a round. */
export function roundTitle({ file }: CriteriaSet, round: Round, language: Language): string {
  const title = file.policies.rounds?.list.find(({ id }) => id === round)?.title;
  return title === undefined ? roundWords[round][language] : wordsIn(title, language);
}

/** Documents as people cite them: number, title, day, issuer, place, file. */
export function documentWords(documents: readonly SupportingDocument[], language: Language): string {
  return documents
    .map(({ number, title, issuedOn, issuer, place, file }) => {
      const day = issuedOn === undefined ? undefined : formatCivilDate(issuedOn, language);
      return [number, title, day, issuer, place, file].filter((part) => part !== undefined).join(", ");
    })
    .join("; ");
}

function sumSteps(node: CriteriaNode, score: NodeScore, say: Say, language: Language): string[] {
  if (score.children === undefined) return [];
  const parts = score.children
    .filter((child) => !isMonitored(child))
    .map((child) => `${child.code}: ${hasPoints(child) ? say.number(child.published) : "…"}`)
    .join(" · ");
  const total = hasPoints(score) ? [` → ${say.number(score.published)}`] : [];
  const out = leafScores(score).filter((leaf) => leaf.countedMax === "0" && leaf.policy !== undefined);
  const leftOut =
    out.length === 0
      ? []
      : [leftOutWords[language](out.map(({ code }) => code).join(", "), say.number(score.countedMax), say.number(score.maxPoints))];
  const beyond = score.children.some(({ beyondMax }) => beyondMax !== undefined) ? [baseLine(score, say, language)] : [];
  const steps = (score.steps ?? []).map((step) => stepWords(node, step, say, language));
  const pending = score.incomplete === 0 ? [] : [pendingWords[language](score.incomplete)];
  return [`${language === "vi" ? "Cộng" : "Sum"}: ${parts}${total.join("")}`, ...leftOut, ...steps, ...beyond, ...pending];
}

/** `Điểm nền 13,5 · cộng 2 · trừ 0,5`: what stands beside the base. */
function baseLine(score: NodeScore, say: Say, language: Language): string {
  const { base, bonus, penalty } = besideBase(score);
  const number = (value: Ratio) => say.number(exactText(value));
  return beyondLine[language](number(base), number(bonus), number(subtract(zero, penalty)));
}

function isMonitored(score: NodeScore): boolean {
  return score.children === undefined && score.state === "monitored";
}

function stepWords(leaf: CriteriaNode | undefined, { by, step, values }: Step, say: Say, language: Language): string {
  const [params, words] = by === "score" ? [undefined, scoreWords] : wordsOf(leaf, by);
  return words[step]?.[language](values, params, say) ?? `${by}.${step}`;
}

/** The words of the kind or measure that made a step, and the settings they speak of. */
function wordsOf(leaf: CriteriaNode | undefined, by: string): readonly [unknown, StepWords<unknown>] {
  if (leaf === undefined || !isLeaf(leaf)) return [undefined, {}];
  if (leaf.rule?.kind.kind === by) return [leaf.rule.params, leaf.rule.kind.words];
  const bound = measureOf(leaf);
  return bound === undefined ? [undefined, {}] : [bound.params, bound.measure.words];
}

/** Where the points and the rule of a leaf come from; a reconstruction always says that it is one. */
function basis({ file, readings }: CriteriaSet, { code, node }: CriteriaNode, say: Say, language: Language): string[] {
  const { points, rule } = node.provenance;
  const same = rule === undefined || JSON.stringify(rule) === JSON.stringify(points);
  const from = (provenance: Provenance) => provenanceWords(provenance, file.sources, say, language);
  const lines = same
    ? [`${basisWords[language].both}: ${from(points)}`]
    : [`${basisWords[language].points}: ${from(points)}`, `${basisWords[language].rule}: ${from(rule)}`];
  if (node.interpretation !== undefined) {
    const { question, taken, others } = node.interpretation;
    const all = [taken, ...others];
    const applied = all.find(({ id }) => id === (readings[code] ?? taken.id)) ?? taken;
    const rest = all.filter((reading) => reading !== applied).map(({ id, words }) => `${say.words(words)} (${id})`);
    lines.push(
      `${basisWords[language].reading}: ${say.words(question)} → ${say.words(applied.words)} (${applied.id}). ${basisWords[language].others}: ${rest.join("; ")}`,
    );
  }
  if (node.note !== undefined) lines.push(`${basisWords[language].note}: ${say.words(node.note)}`);
  return lines;
}

export function provenanceWords(
  { confidence, source, locator, note }: Provenance,
  sources: CriteriaSet["file"]["sources"],
  say: Say,
  language: Language,
): string {
  const title = source === undefined ? undefined : sources[source]?.title;
  const place = [title === undefined ? undefined : say.words(title), locator].filter((part) => part !== undefined).join(", ");
  const sure = confidenceWords[confidence][language];
  return [place === "" ? sure : `${place} (${sure})`, ...(note === undefined ? [] : [say.words(note)])].join("; ");
}

export function sayIn(language: Language): Say {
  return {
    number: (exact) => (isExactText(exact) ? formatNumber(exact, language) : exact),
    words: (words) => wordsIn(words, language),
  };
}
