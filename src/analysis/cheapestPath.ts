import type { CriteriaSet, Leaf } from "../criteria/criteriaSet";
import { measureOf } from "../criteria/criteriaSet";
import type { Evidence } from "../evidence/evidence";
import { exactText, fromExactText } from "../exact/decimal";
import { type Bilingual, formatNumber } from "../exact/formatNumber";
import { compare, type Ratio, subtract, sum, zero } from "../exact/ratio";
import { ParError } from "../issue/parError";
import { type Result, unwrap } from "../issue/result";
import { needsCohort } from "../rules/boundRule";
import { nodeScore } from "../score/nodeScore";
import type { LeafScore, Score } from "../score/score";
import { cheapestChoice } from "./cheapestChoice";
import { type Cost, type LeafCost, leafCosts } from "./costs";
import { type Goal, goalWords, isReached, type NodeNeed, needsOf, requireGoal } from "./goal";
import { type Level, leafLevels } from "./leafLevels";
import { type UnitCase, type UnitChoice, unitCase, unitScore, withItems } from "./unitCase";
import { compareCases, type LeafDifference, type WhatIf } from "./whatIf";

/** The cheapest way to a goal under stated costs (phương án ít chi phí nhất). */
export interface CheapestPath {
  /** True where the goal is reached; otherwise all that follows is of everything that the costs offer: how far it leads. */
  readonly reached: boolean;
  /** The exact sum of the costs of the moves. */
  readonly cost: string;
  /** True where no cheaper way is possible; false where leaves do not simply add up (units are compared, several leaves share a cap), so that there may be one. */
  readonly least: boolean;
  /** What is to be done, leaf by leaf in the order of the tree, and what it costs. */
  readonly moves: readonly (LeafDifference & { readonly cost: string })[];
  /** What the unit comes to then, scored anew with all moves together. */
  readonly outcome: WhatIf;
  readonly sentence: Bilingual;
}

/**
 * The cheapest way for a unit to a total, a grade before quotas or a rank (phương án ít chi phí nhất), under costs that the caller
 * states for moving figures; the other units stay as they are. A leaf that no cost names stays as it is, too. Where the goal is
 * out of reach, how far everything on offer leads.
 *
 * **Exactness:** an integer programme that HiGHS solves chooses; what it chooses is scored anew, exactly, with all moves
 * together, and a binary number never decides whether the goal is reached. `least` says whether the cost is proved to be the least.
 * **Errors:** {@link ParError} when there is no such report or more than one, and with what is wrong with costs or goal: a leaf or
 * figure that is not there, a cost below zero, a goal above the maximum.
 *
 * @example
 * ```ts
 * import { parseReports } from "par-index";
 * import { cheapestPath } from "par-index/analysis";
 * import { loadCriteria } from "par-index/node";
 *
 * const tiny = loadCriteria("example/tiny");
 * const reports = parseReports(tiny, [{
 *   unit: { id: "a", name: "Xã A", group: "commune" }, period: "2021", round: "appraised",
 *   items: { "1.1": { option: "late" }, "1.2": { done: 970, due: 1000 }, "2": { percent: "80" } },
 * }]);
 * // This set publishes the index: 80.8 % so far.
 * const { cost, moves } = await cheapestPath(tiny, reports, { unit: "a" }, [
 *   { code: "1.1", figure: "option", to: "onTime", cost: "40" },
 *   { code: "1.2", figure: "done", per: "10", cost: "12" },
 *   { code: "2", figure: "percent", cost: "3" },
 * ], { total: "85" });
 * cost; // => "33"
 * moves.map(({ code, figures, cost }) => [code, figures[0]?.to, cost]); // => [["2", "91", "33"]]
 * ```
 */
export async function cheapestPath(
  criteria: CriteriaSet,
  reports: readonly Evidence[],
  choice: UnitChoice,
  costs: readonly Cost[],
  goal: Goal,
): Promise<CheapestPath> {
  return unwrap(await safeCheapestPath(criteria, reports, choice, costs, goal));
}

/** {@link cheapestPath} that answers a {@link Result} and never rejects for wrong data. */
export async function safeCheapestPath(
  criteria: CriteriaSet,
  reports: readonly Evidence[],
  choice: UnitChoice,
  costs: readonly Cost[],
  goal: Goal,
): Promise<Result<CheapestPath>> {
  try {
    const unit = unitCase(criteria, reports, choice);
    requireGoal(unit, goal);
    return { ok: true, value: await pathTo(unit, leafCosts(unit, costs), goal), warnings: [] };
  } catch (error) {
    if (error instanceof ParError) return { ok: false, issues: error.issues };
    throw error;
  }
}

/** Times that the others may move while the unit does, or that to be equal proves not enough, before the search is given up. */
const mostAttempts = 10;

async function pathTo(unit: UnitCase, costs: readonly LeafCost[], goal: Goal): Promise<CheapestPath> {
  if (isReached(unit, goal)) return pathOf(unit, goal, [], { reached: true, least: true });
  const groups = levelsByLeaf(unit, costs);
  const least = groups.every((levels) => levels.every(({ leaf }) => addsUp(unit, leaf)));
  const before = unitScore(unit);
  let [others, strict] = [unit, false];
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const chosen = await chosenLevels(unit, before, groups, needsOf(unit, others, goal, strict));
    if (chosen === undefined) break;
    const after = withLevels(unit, chosen);
    if (isReached(after, goal)) return pathOf(unit, goal, chosen, { reached: true, least });
    const moved = isOther(needsOf(unit, others, goal, strict), needsOf(unit, after, goal, strict));
    if (!moved && strict) break;
    [others, strict] = [after, strict || !moved];
  }
  const all = groups.flatMap((levels) => levels.at(-1) ?? []);
  return pathOf(unit, goal, all, { reached: isReached(withLevels(unit, all), goal), least: false });
}

/** The levels of every leaf that costs name, in the order of the tree. Throws a `ParError` where a leaf has too many. */
function levelsByLeaf(unit: UnitCase, costs: readonly LeafCost[]): readonly (readonly Level[])[] {
  const score = unitScore(unit);
  const mayMove = ({ code }: Leaf) => ["scored", "missing"].includes((nodeScore(score, code) as LeafScore | undefined)?.state ?? "");
  const read = unit.tree.leaves
    .filter((leaf) => mayMove(leaf))
    .map((leaf) =>
      leafLevels(
        unit,
        leaf,
        costs.filter((cost) => cost.leaf === leaf),
      ),
    );
  const issues = read.flatMap(({ found }) => found);
  if (issues.length > 0) throw new ParError(issues);
  return read.map(({ levels }) => levels).filter((levels) => levels.length > 0);
}

/** True of a leaf whose points join the total as they are: it compares no units, and shares no cap with others. */
function addsUp({ tree }: UnitCase, leaf: Leaf): boolean {
  const standsAlone = tree.root.children?.includes(leaf) === true;
  return !needsCohort(measureOf(leaf)) && (leaf.beyondMax === undefined || standsAlone);
}

/** The cheapest levels that meet the needs, each leaf's gain taken by itself. */
async function chosenLevels(
  unit: UnitCase,
  before: Score,
  groups: readonly (readonly Level[])[],
  needs: readonly NodeNeed[],
): Promise<readonly Level[] | undefined> {
  const pointsAt = (score: Score, code: string) => fromExactText(nodeScore(score, code)?.points ?? "0");
  const options = groups.map((levels) =>
    levels.map((level) => {
      const after = unitScore(withLevels(unit, [level]));
      return { cost: level.cost, gains: needs.map(({ code }) => subtract(pointsAt(after, code), pointsAt(before, code))) };
    }),
  );
  const amounts = needs.map(({ code, points, strict }) => ({ amount: subtract(points, pointsAt(before, code)), strict }));
  const choice = await cheapestChoice(options, amounts);
  return choice?.flatMap((index, place) => (index === undefined ? [] : (groups[place]?.[index] ?? [])));
}

function withLevels(unit: UnitCase, levels: readonly Level[]): UnitCase {
  return withItems(unit, { ...unit.report.items, ...Object.fromEntries(levels.map(({ leaf, figures }) => [leaf.code, figures])) });
}

function isOther(one: readonly NodeNeed[], other: readonly NodeNeed[]): boolean {
  return one.some(({ points }, index) => compare(points, other[index]?.points ?? zero) !== 0);
}

function pathOf(unit: UnitCase, goal: Goal, levels: readonly Level[], verdict: Pick<CheapestPath, "reached" | "least">): CheapestPath {
  const outcome = compareCases(unit, withLevels(unit, levels));
  const costOf = (code: string) => levels.find(({ leaf }) => leaf.code === code)?.cost ?? zero;
  const total = sum(levels.map(({ cost }) => cost));
  const codes = levels.map(({ leaf }) => leaf.code);
  const moves = outcome.leaves.filter(({ code }) => codes.includes(code)).map((leaf) => ({ ...leaf, cost: exactText(costOf(leaf.code)) }));
  return { ...verdict, cost: exactText(total), moves, outcome, sentence: pathSentence(unit, goal, verdict, moves.length, total, outcome) };
}

function pathSentence(
  unit: UnitCase,
  goal: Goal,
  { reached, least }: Pick<CheapestPath, "reached" | "least">,
  moves: number,
  cost: Ratio,
  outcome: WhatIf,
): Bilingual {
  const wanted = goalWords(unit, goal);
  const spent = formatNumber(exactText(cost), "vi");
  const spentEn = formatNumber(exactText(cost), "en");
  const done: Bilingual = reached
    ? {
        vi: `đạt được bằng ${moves} việc, chi phí ${least ? "thấp nhất " : ""}${spent}${least ? "" : " (chưa chắc thấp nhất)"}`,
        en: `reached by ${moves} moves, at ${least ? "the least" : "a"} cost of ${spentEn}${least ? "" : " (perhaps not the least)"}`,
      }
    : {
        vi: `không đạt được; làm tất cả ${moves} việc, chi phí ${spent}, thì đến đây`,
        en: `out of reach; all ${moves} moves, at a cost of ${spentEn}, lead here`,
      };
  const nothing: Bilingual = reached
    ? { vi: "đã đạt, không cần làm gì thêm", en: "reached already" }
    : { vi: "không đạt được; các chi phí đã nêu không mang thêm điểm nào", en: "out of reach; nothing that the costs name brings a point" };
  const told = moves === 0 ? nothing : done;
  return { vi: `Mục tiêu ${wanted.vi}: ${told.vi}. ${outcome.sentence.vi}`, en: `Goal ${wanted.en}: ${told.en}. ${outcome.sentence.en}` };
}
