import { type GradeText, scaleOf } from "../criteria/grading";
import { exactText, fromDecimal, fromExactText, isDecimal } from "../exact/decimal";
import { type Bilingual, formatNumber } from "../exact/formatNumber";
import { compare, divide, hundred, multiply, type Ratio, ratio, subtract, sum, zero } from "../exact/ratio";
import type { Rounding } from "../exact/rounding";
import { isPlainObject, wordsIn } from "../issue/fields";
import { issue, totalCode } from "../issue/issue";
import { ParError } from "../issue/parError";
import { gradingOf } from "../rank/classification";
import { classify } from "../rank/classify";
import { conditionNodes } from "../rank/judgeCondition";
import { rank } from "../rank/rank";
import { comparedValue, standingOf } from "../rank/standing";
import type { Score } from "../score/score";
import { inBoth } from "./inBoth";
import { allScores, type UnitCase, unitScore } from "./unitCase";

/** What a unit wants to reach: a total (points, or the index where the set publishes indices), a grade before quotas, or a rank. */
export type Goal = { readonly total: string } | { readonly grade: string } | { readonly rank: number };

/** Points that a node must come to: at least so many, or more. */
export interface NodeNeed {
  readonly code: string;
  readonly points: Ratio;
  readonly strict: boolean;
}

const goalKeys = ["total", "grade", "rank"] as const;

/** Refuses a goal that is none, or that no unit of the set can reach. */
export function requireGoal(unit: UnitCase, goal: Goal): void {
  const stated = isPlainObject(goal) ? goalKeys.filter((key) => key in goal) : [];
  if (stated.length !== 1) throw new ParError([issue("exactlyOneOf", { keys: [...goalKeys] })]);
  const place = { path: stated };
  if ("total" in goal) {
    if (!isDecimal(goal.total)) throw new ParError([issue("notDecimal", { received: String(goal.total), example: "85.5" }, place)]);
    const most = mostValue(unit);
    if (compare(fromDecimal(goal.total), most) > 0)
      throw new ParError([issue("goalAboveMax", { goal: goal.total, most: exactText(most) }, place)]);
  } else if ("grade" in goal) {
    const known = gradesOf(unit).map(({ id }) => id);
    if (!known.includes(goal.grade)) throw new ParError([issue("notAllowed", { received: String(goal.grade), allowed: known }, place)]);
  } else if (!(Number.isSafeInteger(goal.rank) && goal.rank >= 1)) {
    throw new ParError([issue("outOfRange", { bound: "≥ 1" }, place)]);
  }
}

/** The most that the set can publish of a unit: its base and bonuses, or the index of these. */
function mostValue({ criteria, tree }: UnitCase): Ratio {
  const base = tree.root.maxPoints;
  const bonuses = (tree.root.children ?? []).filter(({ node }) => node.beyondMax === "bonus").map(({ maxPoints }) => maxPoints);
  const points = sum([base, ...bonuses]);
  return criteria.file.policies.published.value === "points" ? points : divide(multiply(hundred, points), base);
}

function gradesOf({ criteria, report }: UnitCase): readonly GradeText[] {
  return scaleOf(gradingOf(criteria), report.unit.group).grades;
}

/** True where the unit has reached the goal, everything scored anew. */
export function isReached(unit: UnitCase, goal: Goal): boolean {
  const { criteria, report } = unit;
  const scores = allScores(unit);
  const own = scores.find((score) => score.unit.id === report.unit.id) as Score;
  if ("rank" in goal) {
    const places = rank(criteria, scores).groups.flatMap((group) => group.places);
    const place = places.find((one) => one.unit.id === report.unit.id)?.rank ?? null;
    return place !== null && place <= goal.rank;
  }
  if ("grade" in goal) {
    const grades = gradesOf(unit).map(({ id }) => id);
    const [classified] = classify(criteria, [own]);
    return classified?.grade !== null && grades.indexOf(classified?.grade ?? "") <= grades.indexOf(goal.grade);
  }
  const { exact, unplaced } = standingOf(criteria, own, totalCode);
  return exact !== null && unplaced !== "notCounted" && compare(exact, fromDecimal(goal.total)) >= 0;
}

/**
 * What the nodes of the unit's tree must come to for the goal, the others as they stand in `others`. With `strict`, more than
 * the edge is asked, since to be equal was not enough.
 */
export function needsOf(unit: UnitCase, others: UnitCase, goal: Goal, strict: boolean): readonly NodeNeed[] {
  if ("rank" in goal) return rankNeeds(unit, others, goal.rank, strict);
  if ("grade" in goal) return gradeNeeds(unit, goal.grade, strict);
  return [{ code: totalCode, points: pointsFor(unit, fromDecimal(goal.total)), strict }];
}

/** The value of the unit that has the rank, of those beside this one. */
function rankNeeds(unit: UnitCase, others: UnitCase, wanted: number, strict: boolean): readonly NodeNeed[] {
  const { criteria, report } = unit;
  const { ranking, rounding } = criteria.file.policies;
  const groups = rank(criteria, allScores(others)).groups;
  const own = groups.find(({ places }) => places.some((place) => place.unit.id === report.unit.id));
  const values = (own?.places ?? [])
    .filter((place) => place.unit.id !== report.unit.id && place.exact !== null && place.published !== null)
    .map((place) => comparedValue({ exact: fromExactText(place.exact ?? "0"), published: place.published ?? "0" }, ranking.compare))
    .sort((a, b) => compare(b, a));
  const counted =
    ranking.ties === "dense" ? values.filter((value, index) => index === 0 || compare(value, values[index - 1] ?? value) < 0) : values;
  const edge = counted[wanted - 1];
  if (edge === undefined) return [];
  const least = ranking.compare === "published" ? subtract(edge, roundedOff(rounding)) : edge;
  return [{ code: totalCode, points: pointsFor(unit, least), strict }];
}

/** The lower end of the grade's band, and what its conditions ask of nodes. What they ask of facts no leaf can give. */
function gradeNeeds(unit: UnitCase, wanted: string, strict: boolean): readonly NodeNeed[] {
  const { criteria } = unit;
  const grade = gradesOf(unit).find(({ id }) => id === wanted);
  const edge = grade?.atLeast ?? grade?.moreThan;
  const score = unitScore(unit);
  const ofNodes = (grade?.conditions ?? []).flatMap((condition) =>
    condition.kind === "fact"
      ? []
      : conditionNodes(criteria, score, condition.of).map(
          ({ code, countedMax }): NodeNeed =>
            condition.kind === "noZero"
              ? { code, points: zero, strict: true }
              : { code, points: divide(multiply(fromExactText(countedMax), fromDecimal(condition.percent)), hundred), strict: false },
        ),
  );
  if (edge === undefined) return ofNodes;
  const off = gradingOf(criteria).compare === "published" ? roundedOff(criteria.file.policies.rounding) : zero;
  const least = pointsFor(unit, subtract(fromDecimal(edge), off));
  return [{ code: totalCode, points: least, strict: strict || grade?.atLeast === undefined }, ...ofNodes];
}

/** Points of the total that make a value: themselves, or their share of the maximum that counts. */
function pointsFor(unit: UnitCase, value: Ratio): Ratio {
  if (unit.criteria.file.policies.published.value === "points") return value;
  return divide(multiply(value, fromExactText(unitScore(unit).countedMax)), hundred);
}

/** How far below a published value an exact one may lie. */
function roundedOff({ places, mode }: Rounding): Ratio {
  const unit = ratio(1n, 10n ** BigInt(places));
  if (mode === "down") return zero;
  return mode === "up" ? unit : divide(unit, ratio(2));
}

/** The goal in words: `hạng 3`, `xếp loại Tốt`, `85,5 điểm`. */
export function goalWords(unit: UnitCase, goal: Goal): Bilingual {
  return inBoth((language) => {
    if ("rank" in goal) return `${{ vi: "hạng", en: "rank" }[language]} ${goal.rank}`;
    if ("grade" in goal) {
      const title = gradesOf(unit).find(({ id }) => id === goal.grade)?.title ?? { vi: goal.grade };
      return `${{ vi: "xếp loại", en: "the grade" }[language]} ${wordsIn(title, language)}`;
    }
    const inPoints = unit.criteria.file.policies.published.value === "points";
    const what = inPoints ? { vi: "điểm", en: "points" } : { vi: "% điểm tối đa", en: "% of the maximum" };
    return `${formatNumber(goal.total, language)} ${what[language]}`;
  });
}
