import * as z from "zod/mini";
import { exactText, fromDecimal } from "../../exact/decimal";
import { orderOfProducts, wholeQuotient } from "../../exact/filtered";
import { add, compare, divide, hundred, isZero, larger, multiply, type Ratio, subtract, zero } from "../../exact/ratio";
import { nonNegativeDecimal, type Words, words } from "../../issue/fields";
import { issue } from "../../issue/issue";
import { figureColumn, type LeafRows, setValue } from "../columnForm";
import type { Measure, Step } from "../ruleKind";
import { percentOf, type Quantity, quantityField, quantityParams, ratioOf } from "./quantity";

interface Params extends Quantity {
  readonly actual: Words;
  readonly target: Words;
  /** The part of everything, in percent, that meeting the target gives; the rest is for exceeding it. */
  readonly met: string;
  readonly below: "inProportion" | "zero";
}
interface Evidence {
  readonly actual: number | string;
  readonly target?: number | string | undefined;
}

/** The best of the cohort: how far its leader exceeds a target, in percent of it, and the most that was done without a target. */
interface Leaders {
  readonly excess: Ratio;
  readonly untargeted: Ratio;
}

/**
 * What was done against a target and against the leader of the cohort (so với đơn vị dẫn đầu), from 0 to 100 %. Meeting the
 * target gives a part that the set states; exceeding it, as much of the rest as one's excess is of the largest excess.
 * Units without a target (blank or 0) are compared among themselves, by what they did; where none did anything, each has 0.
 */
export const peerLeader: Measure<Params, Evidence, Leaders> = {
  measure: "peerLeader",
  scale: "percent",
  range: { least: "0", most: "100", whole: false },
  params: { actual: words, target: words, ...quantityParams, met: nonNegativeDecimal, below: z.enum(["inProportion", "zero"]) },
  fields: (params) => [
    quantityField("actual", params.actual, params),
    { ...quantityField("target", targetLabel(params), params), optional: true },
  ],
  faults: ({ met }) =>
    compare(fromDecimal(met), hundred) > 0
      ? [issue("thresholdOutOfReach", { key: "met", received: met, most: "100" }, { path: ["met"] })]
      : [],
  // Not so of `target`: one of 0 puts the unit among those without a target.
  increasesWith: () => ["actual"],
  gather({ cohort }) {
    const targeted = cohort.filter(hasTarget);
    const untargeted = cohort.filter((evidence) => !hasTarget(evidence));
    return {
      excess: targeted.map(excessOf).reduce(larger, zero),
      untargeted: untargeted.map(({ actual }) => ratioOf(actual)).reduce(larger, zero),
    };
  },
  read: ({ params, evidence, cohort }) =>
    hasTarget(evidence) ? againstTarget(params, evidence, cohort.excess) : amongUntargeted(evidence, cohort.untargeted),
  describe({ actual, target, unit, met, below }, say) {
    const [done, aim, part] = [say.words(actual), say.words(target), `${say.number(met)} %`];
    const rest = `${say.number(exactText(subtract(hundred, fromDecimal(met))))} %`;
    const short = below === "zero" ? "0 %" : `${part} × ${done} ÷ ${aim}`;
    return say.words({
      vi: `${done} so với ${aim} (${say.words(unit)}): bằng chỉ tiêu tính ${part}; vượt chỉ tiêu tính thêm ${rest} × mức vượt ÷ mức vượt của đơn vị dẫn đầu; dưới chỉ tiêu tính ${short}; không được giao chỉ tiêu thì so với đơn vị làm nhiều nhất trong các đơn vị không được giao`,
      en: `${done} against ${aim} (${say.words(unit)}): the target just met counts ${part}; exceeding it, ${rest} × the excess ÷ the leader's excess is added; below it, ${short}; without a target, what was done ÷ the most that a unit without a target did`,
    });
  },
  columns({ params, figures }) {
    const units: PeerColumns = { actual: figureColumn(figures, "actual"), target: figureColumn(figures, "target") };
    return {
      gather: (members) => leadersOf(units, members),
      read: (leaf, gathered) => readAgainstLeaders(params, units, gathered as LeadingRows, leaf),
    };
  },
  words: {
    belowTarget: {
      vi: ({ actual = "", target = "", percent = "" }, { unit, met, below }, say) =>
        `Thực hiện ${say.number(actual)}, chỉ tiêu ${say.number(target)} ${say.words(unit)}: chưa đạt chỉ tiêu, tính ${
          below === "zero" ? "" : `${say.number(met)} % × ${say.number(actual)} ÷ ${say.number(target)}: `
        }${say.number(percent)} %`,
      en: ({ actual = "", target = "", percent = "" }, { unit, met, below }, say) =>
        `Achieved ${say.number(actual)} of a target of ${say.number(target)} ${say.words(unit)}: below the target, which counts ${
          below === "zero" ? "" : `${say.number(met)} % × ${say.number(actual)} ÷ ${say.number(target)}: `
        }${say.number(percent)} %`,
    },
    targetMet: {
      vi: ({ target = "", percent = "" }, { unit }, say) =>
        `Thực hiện đúng chỉ tiêu ${say.number(target)} ${say.words(unit)}: tính ${say.number(percent)} %`,
      en: ({ target = "", percent = "" }, { unit }, say) =>
        `The target of ${say.number(target)} ${say.words(unit)} is just met, which counts ${say.number(percent)} %`,
    },
    exceeded: {
      vi: ({ actual = "", target = "", excess = "", largest = "", ofLargest = "", rest = "", percent = "" }, { unit, met }, say) =>
        `Thực hiện ${say.number(actual)}, chỉ tiêu ${say.number(target)} ${say.words(unit)}: vượt ${say.number(excess)} %, bằng ${say.number(ofLargest)} % mức vượt ${say.number(largest)} % của đơn vị dẫn đầu; tính ${say.number(met)} % và bấy nhiêu của ${say.number(rest)} % còn lại: ${say.number(percent)} %`,
      en: ({ actual = "", target = "", excess = "", largest = "", ofLargest = "", rest = "", percent = "" }, { unit, met }, say) =>
        `Achieved ${say.number(actual)} of a target of ${say.number(target)} ${say.words(unit)}: ${say.number(excess)} % above, which is ${say.number(ofLargest)} % of the leader's ${say.number(largest)} %; this counts ${say.number(met)} % and as much of the other ${say.number(rest)} %: ${say.number(percent)} %`,
    },
    leads: {
      vi: ({ actual = "", target = "", excess = "", percent = "" }, { unit }, say) =>
        `Thực hiện ${say.number(actual)}, chỉ tiêu ${say.number(target)} ${say.words(unit)}: vượt ${say.number(excess)} %, không đơn vị nào vượt nhiều hơn; tính ${say.number(percent)} %`,
      en: ({ actual = "", target = "", excess = "", percent = "" }, { unit }, say) =>
        `Achieved ${say.number(actual)} of a target of ${say.number(target)} ${say.words(unit)}: ${say.number(excess)} % above, and no unit exceeds its own by more; this counts ${say.number(percent)} %`,
    },
    noTarget: {
      vi: ({ actual = "", largest = "", percent = "" }, { unit }, say) =>
        `Không được giao chỉ tiêu, thực hiện ${say.number(actual)} ${say.words(unit)}; cao nhất trong các đơn vị không được giao: ${say.number(largest)}; tính ${say.number(percent)} %`,
      en: ({ actual = "", largest = "", percent = "" }, { unit }, say) =>
        `No target was assigned; achieved ${say.number(actual)} ${say.words(unit)}, the most among units without one ${say.number(largest)}; this counts ${say.number(percent)} %`,
    },
  },
};

function targetLabel({ target: { vi, en } }: Params): Words {
  const label = { vi: `${vi} (để trống hoặc 0: không được giao)` };
  return en === undefined ? label : { ...label, en: `${en} (blank or 0: none was assigned)` };
}

type Targeted = Evidence & { readonly target: number | string };

function hasTarget(evidence: Evidence): evidence is Targeted {
  return evidence.target !== undefined && !isZero(ratioOf(evidence.target));
}

/** How far the target is exceeded, in percent of it; below zero where it is not met. */
function excessOf({ actual, target }: Targeted): Ratio {
  return subtract(percentOf(ratioOf(actual), ratioOf(target)), hundred);
}

function againstTarget({ met: metText, below }: Params, evidence: Targeted, largest: Ratio) {
  const [actual, target, met, excess] = [ratioOf(evidence.actual), ratioOf(evidence.target), fromDecimal(metText), excessOf(evidence)];
  const values = { actual: exactText(actual), target: exactText(target) };
  const order = compare(actual, target);
  if (order < 0) return measured("belowTarget", below === "zero" ? zero : divide(multiply(met, actual), target), values);
  if (order === 0) return measured("targetMet", met, values);
  if (compare(excess, largest) === 0) return measured("leads", hundred, { ...values, excess: exactText(excess) });
  const rest = subtract(hundred, met);
  return measured("exceeded", add(met, divide(multiply(rest, excess), largest)), {
    ...values,
    excess: exactText(excess),
    largest: exactText(largest),
    ofLargest: exactText(percentOf(excess, largest)),
    rest: exactText(rest),
  });
}

function amongUntargeted(evidence: Evidence, largest: Ratio) {
  const actual = ratioOf(evidence.actual);
  const values = { actual: exactText(actual), largest: exactText(largest) };
  if (isZero(largest)) return measured("noTarget", zero, values);
  return { ...measured("noTarget", percentOf(actual, largest), values), dividend: actual, divisor: largest };
}

function measured(step: string, value: Ratio, values: Step["values"]) {
  return { value, steps: [{ by: "peerLeader", step, values: { ...values, percent: exactText(value) } }] };
}

interface PeerColumns {
  readonly actual: Float64Array;
  readonly target: Float64Array;
}

/** The leader in columns: what the unit ahead of the others did and its target, and the most without a target; `NaN` where not settled. */
interface LeadingRows {
  readonly actual: number;
  readonly target: number;
  readonly untargeted: number;
}

function leadersOf({ actual, target }: PeerColumns, members: Int32Array): LeadingRows {
  // A unit that just meets its target exceeds it by nothing, from which every leader starts.
  let [leading, aim, untargeted] = [1, 1, 0];
  for (const row of members) {
    const [did, aimed] = [actual[row] as number, target[row] as number];
    if (!(aimed > 0)) untargeted = Math.max(untargeted, did);
    else {
      const order = orderOfProducts(did * aim, leading * aimed);
      if (Number.isNaN(order)) return { actual: Number.NaN, target: Number.NaN, untargeted: Number.NaN };
      if (order > 0) [leading, aim] = [did, aimed];
    }
  }
  return { actual: leading, target: aim, untargeted };
}

function readAgainstLeaders(params: Params, units: PeerColumns, leaders: LeadingRows, leaf: LeafRows): void {
  const met = wholeQuotient(fromDecimal(params.met), 1n);
  const rest = 100 * met.divisor - met.dividend;
  for (let row = leaf.from; row < leaf.to; row += 1) {
    const [actual, target] = [units.actual[row] as number, units.target[row] as number];
    if (!(target > 0)) {
      if (leaders.untargeted === 0) setValue(leaf, row, 0, 1);
      else setValue(leaf, row, 100 * actual, leaders.untargeted);
    } else if (actual < target) {
      if (params.below === "zero") setValue(leaf, row, 0, 1);
      else setValue(leaf, row, met.dividend * actual, met.divisor * target);
    } else if (actual === target) setValue(leaf, row, met.dividend, met.divisor);
    else setExcess(leaf, row, met, rest, { actual, target }, leaders);
  }
}

/** `met + rest × own excess ÷ the leader's`, each excess being `(actual − target) ÷ target`. */
function setExcess(
  leaf: LeafRows,
  row: number,
  met: { readonly dividend: number; readonly divisor: number },
  rest: number,
  own: { readonly actual: number; readonly target: number },
  leader: LeadingRows,
): void {
  const largest = (leader.actual - leader.target) * own.target;
  const excess = (own.actual - own.target) * leader.target;
  setValue(leaf, row, met.dividend * largest + rest * excess, met.divisor * largest);
}
