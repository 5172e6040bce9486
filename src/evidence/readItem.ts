import type { CriteriaSet, Leaf } from "../criteria/criteriaSet";
import { fromDecimal } from "../exact/decimal";
import { compare } from "../exact/ratio";
import { isPlainObject, nameOfType } from "../issue/fields";
import { readWith } from "../issue/fromZod";
import { type Issue, issue } from "../issue/issue";
import type { Read } from "../issue/readInput";
import { evidenceFaults, measureEvidenceFaults } from "../rules/boundRule";
import { itemKeys } from "../rules/options";
import type { Figures } from "../rules/ruleKind";
import { type EvidenceItem, itemSchema, type Round, type SupportingDocument } from "./evidence";
import { isUnitsRound } from "./roundsHeld";

/**
 * What is said of one leaf in a round. A field left blank (`null`) is not there; an item without figures is missing. A round
 * after the first may accept what stands, change a figure, or give points with a reason: one of the three. Where the round
 * cannot be read, what belongs to which round is not judged.
 */
export function readItem(criteria: CriteriaSet, leaf: Leaf, round: Round | undefined, reported: unknown): Read<EvidenceItem> {
  if (reported === null) return { value: undefined, issues: [] };
  if (!isPlainObject(reported)) {
    return { value: undefined, issues: [issue("wrongType", { expected: "object", received: nameOfType(reported) })] };
  }
  const filled = Object.fromEntries(Object.entries(reported).filter(([, value]) => value !== null && value !== undefined));
  const beside = readWith(itemSchema, Object.fromEntries(Object.entries(filled).filter(([key]) => isItemKey(key))));
  const figures = Object.fromEntries(Object.entries(filled).filter(([key]) => !isItemKey(key)));
  const said = verdictsOf(filled);
  const found = [
    ...beside.issues,
    ...(round === undefined ? [] : roundFaults(criteria, leaf, round, filled, said)),
    ...verdictFaults(leaf, filled, said),
    ...provingFaults(leaf, beside.value?.documents ?? []),
  ];
  if (filled.notApplicable === true) {
    return { value: beside.value, issues: [...found, ...notApplicableFaults(criteria, leaf, filled, Object.keys(figures))] };
  }
  const read = readFigures(leaf, figures);
  return { value: { ...read.value, ...beside.value } as EvidenceItem, issues: [...found, ...read.issues] };
}

type Filled = Readonly<Record<string, unknown>>;

/** The keys by which an item settles what a leaf earns: its figures, that it does not apply, or an appraiser's verdict. */
function verdictsOf(filled: Filled): readonly string[] {
  return Object.keys(filled).filter(
    (key) => !isItemKey(key) || key === "accepted" || key === "givenPoints" || (key === "notApplicable" && filled[key] === true),
  );
}

/** What an item says that is not for its round. */
function roundFaults(criteria: CriteriaSet, leaf: Leaf, round: Round, filled: Filled, said: readonly string[]): readonly Issue[] {
  if (!isUnitsRound(criteria, round)) return [];
  const ofReview = ["accepted", "givenPoints", "asks"].filter((key) => key in filled);
  const refused = ofReview.filter((key) => round === "selfAssessed" || key !== "accepted");
  return [
    ...refused.map((key) => issue("notInThisRound", { key, round }, { path: [key] })),
    ...(leaf.node.selfScored === false && said.length > 0 ? [issue("notSelfScored", { round })] : []),
  ];
}

/** What an item says twice, and points that it gives without a reason or above the maximum. */
function verdictFaults(leaf: Leaf, filled: Filled, said: readonly string[]): readonly Issue[] {
  const given = readWith(itemSchema.shape.givenPoints, filled.givenPoints).value;
  const above = given !== undefined && compare(fromDecimal(given), leaf.maxPoints) > 0;
  const place = { path: ["givenPoints"] };
  return [
    ...(said.length > 1 && ("accepted" in filled || "givenPoints" in filled) ? [issue("oneVerdictOnly", { keys: said })] : []),
    ...(above ? [issue("pointsAboveMax", { points: given, maxPoints: leaf.node.maxPoints }, place)] : []),
    ...("givenPoints" in filled && !("reason" in filled) ? [issue("pointsWithoutReason", {}, place)] : []),
  ];
}

/** Documents that say they are one that the leaf does not require. */
function provingFaults({ node }: Leaf, documents: readonly SupportingDocument[]): readonly Issue[] {
  const required = (node.documents ?? []).map(({ id }) => id);
  return documents.flatMap(({ proves }, index) =>
    proves === undefined || required.includes(proves)
      ? []
      : [issue("unknownDocument", { document: proves, documents: required }, { path: ["documents", index, "proves"] })],
  );
}

/** The figures of an item: what its rule reads; `undefined` when there are none. */
export function figuresOf(item: EvidenceItem | undefined): Figures | undefined {
  if (item === undefined) return undefined;
  const figures = Object.entries(item).filter(([key]) => !isItemKey(key));
  return figures.length === 0 ? undefined : (Object.fromEntries(figures) as Figures);
}

/** Figures of a leaf in canonical form, with what its rule finds wrong between them. */
export function readFigures(leaf: Leaf, figures: Readonly<Record<string, unknown>>): Read<Figures> {
  if (Object.keys(figures).length === 0) return { value: {}, issues: [] };
  const read = readWith(leaf.figures, figures);
  if (read.value === undefined) return read;
  const issues =
    leaf.rule === undefined ? measureEvidenceFaults(leaf.monitors, read.value) : evidenceFaults(leaf.rule, read.value, leaf.maxPoints);
  return { value: read.value, issues };
}

function notApplicableFaults({ file }: CriteriaSet, { node }: Leaf, filled: Filled, figures: readonly string[]): readonly Issue[] {
  return [
    ...(figures.length > 0 ? [issue("notApplicableWithFigures", { keys: figures })] : []),
    ...("reason" in filled ? [] : [issue("notApplicableWithoutReason", {})]),
    ...((node.notApplicable ?? file.policies.notApplicable.policy) === "refuse" ? [issue("notApplicableRefused", {})] : []),
  ];
}

function isItemKey(key: string): boolean {
  return itemKeys.some((known) => known === key);
}
