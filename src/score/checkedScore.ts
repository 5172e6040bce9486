import { type CriteriaNode, type CriteriaSet, treeOf } from "../criteria/criteriaSet";
import { leftOutPolicies } from "../criteria/policies";
import { fold } from "../criteria/tree";
import { isDecimal, isExactText } from "../exact/decimal";
import { isPlainObject } from "../issue/fields";
import { roundWords } from "../issue/roundWords";
import { leafStates, type Score } from "./score";

/** Which criteria set made a score; one that is not noted here, such as one that was stored and read back, is looked through. */
const made = new WeakMap<Score, CriteriaSet>();

/** Notes that a score was made under a set. */
export function asMade(criteria: CriteriaSet, score: Score): Score {
  made.set(score, criteria);
  return score;
}

type Entries = Readonly<Record<string, unknown>>;
type Holds = (value: unknown) => boolean;

/** True for a value that says of which set, unit, period and round it is a score, whatever its points. */
export function isScoreHeading(value: unknown): value is Score {
  if (!isPlainObject(value)) return false;
  const { criteria, unit, period, round } = value;
  return (
    isPlainObject(criteria) &&
    [criteria.id, criteria.status].every(isText) &&
    Number.isSafeInteger(criteria.revision) &&
    isPlainObject(criteria.readings) &&
    Object.values(criteria.readings).every(isText) &&
    isPlainObject(unit) &&
    [unit.id, unit.name, unit.group, period].every(isText) &&
    isRound(round)
  );
}

/** True for a score whose tree is that of the set, with a number wherever there must be one. */
export function isScoreOf(criteria: CriteriaSet, score: Score): boolean {
  if (made.get(score) === criteria) return true;
  const { points, countedMax, base, bonus, penalty, index, published, root } = score;
  const numbers = [points, countedMax, base, bonus, penalty, ...(index === null ? [] : [index])];
  const lists = [score.missing, score.notApplicable, score.nothingDue, score.waiting];
  return (
    numbers.every(isExact) &&
    (published === null || isPrinted(published)) &&
    lists.every(isListOf(isText)) &&
    nodeShape(treeOf(criteria, score.unit.group).root)(root)
  );
}

function nodeShape(root: CriteriaNode): Holds {
  return fold<CriteriaNode, Holds>(root, ({ code, node, children }, shapes) => (value) => {
    if (!isPlainObject(value) || value.code !== code) return false;
    if (value.maxPoints !== node.maxPoints || value.beyondMax !== node.beyondMax) return false;
    if (![value.points, value.countedMax].every(isExact) || !isPrinted(value.published)) return false;
    if (children === undefined) return isLeafScore(value);
    const { children: below, incomplete, steps = [] } = value;
    const fits = Array.isArray(below) && below.length === shapes.length && shapes.every((holds, index) => holds(below[index]));
    return fits && Number.isSafeInteger(incomplete) && isListOf(isStep)(steps);
  });
}

function isLeafScore({ children, state, policy, cohort = [], steps, origin, reason, documents = [] }: Entries): boolean {
  return (
    children === undefined &&
    leafStates.some((known) => known === state) &&
    (policy === undefined || leftOutPolicies.some((known) => known === policy)) &&
    (origin === undefined || isRound(origin)) &&
    (reason === undefined || isText(reason)) &&
    isListOf(isText)(cohort) &&
    isListOf(isStep)(steps) &&
    isListOf(isTexts)(documents)
  );
}

function isStep(value: unknown): boolean {
  return isPlainObject(value) && [value.by, value.step].every(isText) && isTexts(value.values);
}

function isTexts(value: unknown): boolean {
  return isPlainObject(value) && Object.values(value).every((one) => one === undefined || isText(one));
}

function isListOf(holds: Holds): Holds {
  return (value) => Array.isArray(value) && value.every(holds);
}

function isRound(value: unknown): boolean {
  return typeof value === "string" && Object.hasOwn(roundWords, value);
}

function isText(value: unknown): boolean {
  return typeof value === "string";
}

function isPrinted(value: unknown): boolean {
  return typeof value === "string" && isDecimal(value);
}

function isExact(value: unknown): boolean {
  return typeof value === "string" && isExactText(value);
}
