import { exactText, fromDecimal } from "../exact/decimal";
import { add, isZero, larger, type Ratio, subtract, sum, zero } from "../exact/ratio";
import type { CoveredRange } from "../rules/bandCoverage";
import type { CriteriaDraft, DraftNode } from "./criteriaFile";
import { rootOf } from "./criteriaSet";
import { nodeForGroup } from "./groupVariants";

/** The values that units of these groups can be graded by; `undefined` while a draft leaves open what it depends on. */
export function valueRange(file: CriteriaDraft, groups: readonly string[], compare: "exact" | "published"): CoveredRange | undefined {
  const { published, rounding } = file.policies;
  const reaches = groups.map((group) => reachOf(file, group));
  const known = reaches.filter((reach) => reach !== undefined);
  if (known.length < reaches.length || published === null || rounding === null) return undefined;
  const places = compare === "published" ? { places: rounding.places } : {};
  const bonus = known.map((reach) => reach.bonus).reduce(larger, zero);
  const penalty = known.map((reach) => reach.penalty).reduce(larger, zero);
  if (published.value === "points") {
    const most = known.map((reach) => add(reach.maxPoints, reach.bonus)).reduce(larger, zero);
    return { whole: false, least: exactText(subtract(zero, penalty)), most: exactText(most), ...places };
  }
  // How far a bonus carries an index depends on what is left out of the maximum that counts.
  return { whole: false, ...(isZero(penalty) ? { least: "0" } : {}), ...(isZero(bonus) ? { most: "100" } : {}), ...places };
}

/** The maximum of a group's tree, and the caps of what stands beside it. */
interface Reach {
  readonly maxPoints: Ratio;
  readonly bonus: Ratio;
  readonly penalty: Ratio;
}

function reachOf(file: CriteriaDraft, group: string): Reach | undefined {
  const root = nodeForGroup(rootOf(file), group);
  const { maxPoints = null, children = [] } = root ?? {};
  const beside = children.filter(({ beyondMax }) => beyondMax !== undefined);
  if (maxPoints === null || beside.some((node) => node.maxPoints === null)) return undefined;
  const capOf = (kind: DraftNode["beyondMax"]) =>
    sum(beside.filter(({ beyondMax }) => beyondMax === kind).map((node) => fromDecimal(node.maxPoints ?? "0")));
  return { maxPoints: fromDecimal(maxPoints), bonus: capOf("bonus"), penalty: capOf("penalty") };
}
