import fc from "fast-check";
import { parseCriteria, safeParseEvidence, scoreUnit } from "par-index";
import type { CriteriaSet, Leaf } from "../../../src/criteria/criteriaSet";
import { fromDecimal, fromExactText } from "../../../src/exact/decimal";
import { compare, divide, hundred, isZero, larger, multiply, ratio, subtract, zero } from "../../../src/exact/ratio";
import { measureFigures } from "../../../src/rules/boundRule";
import type { Field, Figure, Figures } from "../../../src/rules/ruleKind";
import type { LeafScore } from "../../../src/score/score";
import { cellWords, pickedWords } from "../../../src/workbook/cellWords";
import { fileWith, fileWithRule, reportOf } from "../../arbitraries/criteria";
import { leftOuts } from "../../arbitraries/policies";
import { type RuleFamily, thresholdsOf } from "../../arbitraries/rules";
import { acceptedFigures, type LeafCase, leafCases } from "../../laws/leaf";
import type { LeftOut } from "../../oracle/documents";

/** What stands in the cell of a figure. */
export type Entered = number | string | null;

/** A leaf, what stands in the cells of its figures, and the points that the library gives for that; none where a form shows none. */
export interface HintCase {
  readonly criteria: CriteriaSet;
  readonly leaf: Leaf;
  readonly entered: readonly Entered[];
  readonly points: string | undefined;
}

interface Drawn {
  readonly leaf: LeafCase;
  readonly nothingDue: LeftOut;
  readonly notApplicable: { readonly ofSet: LeftOut | "refuse"; readonly ofLeaf: LeftOut | "refuse" | undefined };
  /** What is entered in the place of one figure, or a letter more than all that there are. */
  readonly spoilt: { readonly index: number; readonly entered: Entered } | undefined;
}

/** Leaves of a family with figures as an officer enters them: fitting, or with one that is missing, wrong or not applicable. */
export function hintCases(family: RuleFamily): fc.Arbitrary<HintCase> {
  const anyLeftOut = fc.constantFrom("refuse" as const, ...leftOuts);
  const spoilt = fc.record({
    index: fc.nat({ max: 5 }),
    entered: fc.constantFrom<Entered[]>(null, "abc", -1, 0.5, 101, cellWords.notApplicable),
  });
  return fc
    .record({
      leaf: leafCases(family),
      nothingDue: fc.constantFrom(...leftOuts),
      notApplicable: fc.record({ ofSet: anyLeftOut, ofLeaf: fc.option(anyLeftOut, { nil: undefined }) }),
      spoilt: fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: spoilt }),
    })
    .map(hintCase)
    .filter((found) => found !== undefined);
}

function hintCase({ leaf: { rule, maxPoints, figures }, nothingDue, notApplicable, spoilt }: Drawn): HintCase | undefined {
  const written = fileWithRule(rule, maxPoints, nothingDue);
  const { ofSet, ofLeaf } = notApplicable;
  const children = written.children.map((child) => ({ ...child, ...(ofLeaf === undefined ? {} : { notApplicable: ofLeaf }) }));
  const policies = { ...written.policies, notApplicable: { ...written.policies.notApplicable, policy: ofSet } };
  const criteria = parseCriteria({ ...fileWith(children), policies });
  const leaf = criteria.leaves[0];
  const accepted = acceptedFigures(criteria, figures);
  if (leaf === undefined || accepted === undefined || !isWithinFloats(leaf, accepted, thresholdsOf(rule))) return undefined;
  const entered = leaf.fields.map((field) => enteredIn(field, accepted[field.key]));
  const spoiled = leaf.fields.map((field, index) =>
    index === spoilt?.index && mayHold(field, spoilt.entered) ? spoilt.entered : (entered[index] ?? null),
  );
  return { criteria, leaf, entered: spoiled, points: pointsShown(criteria, leaf, spoiled) };
}

/** A number would be read as another day. */
function mayHold({ type }: Field, entered: Entered): boolean {
  return type !== "date" || typeof entered !== "number";
}

/** The points that a form should show: none for what is refused, missing or left out of the sum. */
function pointsShown(criteria: CriteriaSet, { fields }: Leaf, entered: readonly Entered[]): string | undefined {
  const item = entered.includes(cellWords.notApplicable)
    ? { notApplicable: true, reason: "Không có nhiệm vụ này" }
    : Object.fromEntries(fields.map((field, index) => [field.key, reportedOf(field, entered[index] ?? null)]));
  const outcome = safeParseEvidence(criteria, { ...reportOf({ id: "a" }), items: { "1": item } });
  if (!outcome.ok) return undefined;
  const { state, points, countedMax } = scoreUnit(criteria, outcome.value).root.children[0] as LeafScore;
  const isCounted = state === "scored" || (state !== "missing" && countedMax !== "0");
  return isCounted ? points : undefined;
}

function enteredIn(field: Field, figure: Figure | undefined): Entered {
  if (figure === undefined) return null;
  const picked = pickedWords(field).find((candidate) => candidate.figure === figure);
  if (picked !== undefined) return picked.words;
  if (field.type === "date") return serialOf(String(figure));
  const { numerator, denominator } = typeof figure === "number" ? ratio(figure) : fromExactText(String(figure));
  return Number(numerator) / Number(denominator);
}

function reportedOf(field: Field, entered: Entered): Figure | null {
  const picked = pickedWords(field).find(({ words }) => words === entered);
  if (picked !== undefined) return picked.figure;
  if (field.type === "date" && typeof entered === "number") return dayOf(entered);
  return typeof entered === "number" && field.type !== "count" ? String(entered) : entered;
}

/** Days are counted from 30 December 1899 in the cells of a workbook; before March 1900 Excel counts otherwise. */
const firstDay = Date.UTC(1899, 11, 30);
const serialOf = (day: string) => (Date.parse(`${day}T00:00:00Z`) - firstDay) / 86_400_000;
const dayOf = (serial: number) => new Date(firstDay + serial * 86_400_000).toISOString().slice(0, 10);

/**
 * True where floating point can tell what exact numbers tell: figures of at most 14 digits and days since 1901, and a value
 * that is a threshold or not just beside it.
 */
function isWithinFloats(leaf: Leaf, figures: Figures, thresholds: readonly string[]): boolean {
  const isShort = leaf.fields.every(({ key, type }) => {
    const figure = figures[key] ?? 0;
    if (type === "date") return figure === 0 || String(figure) >= "1901";
    // JavaScript would write a smaller number with an exponent.
    const isTiny = typeof figure === "string" && figure !== "0" && Number(figure) < 1e-6;
    return typeof figure === "boolean" || (!isTiny && String(figure).replace(/^0*\.0*|\D/g, "").length <= 14);
  });
  const { rule } = leaf;
  if (!isShort || rule?.measure === undefined) return isShort;
  const measured = measureFigures(rule.measure, figures);
  if (!("value" in measured)) return true;
  return thresholds.map(fromDecimal).every((threshold) => {
    const difference = subtract(measured.value, threshold);
    const distance = larger(difference, subtract(zero, difference));
    const scale = larger(hundred, larger(threshold, subtract(zero, threshold)));
    return isZero(distance) || compare(multiply(divide(distance, scale), ratio(10n ** 12n)), ratio(1)) > 0;
  });
}
