import * as z from "zod/mini";
import { exactText } from "../../exact/decimal";
import { hundred, isZero, multiply, zero } from "../../exact/ratio";
import { identifier, type Words, words } from "../../issue/fields";
import { type FigureColumns, figureColumn, outcomes, setValue } from "../columnForm";
import { duplicateFaults, labelOf } from "../options";
import type { Measure } from "../ruleKind";
import { doneAboveDue, percentOf, type Quantity, quantityField, quantityParams, ratioOf } from "./quantity";

interface Factor extends Quantity {
  readonly id: string;
  readonly label: Words;
  readonly done: Words;
  readonly due: Words;
}
interface Params {
  readonly factors: readonly Factor[];
}
type Evidence = Readonly<Record<string, number | string>>;

const doneKey = ({ id }: Factor) => `${id}Done`;
const dueKey = ({ id }: Factor) => `${id}Due`;

/**
 * Shares multiplied (tích các tỷ lệ), such as online submission × synchronisation, in percent. One share of 0 makes the product 0,
 * whatever the others; else, nothing was due where any of them had nothing due.
 */
export const product: Measure<Params, Evidence> = {
  measure: "product",
  scale: "percent",
  range: { least: "0", most: "100", whole: false },
  params: {
    factors: z.array(z.strictObject({ id: identifier, label: words, done: words, due: words, ...quantityParams })).check(z.minLength(2)),
  },
  fields: ({ factors }) =>
    factors.flatMap((factor) => [quantityField(doneKey(factor), factor.done, factor), quantityField(dueKey(factor), factor.due, factor)]),
  faults: ({ factors }) => duplicateFaults(factors, ["factors"]),
  evidenceFaults: ({ params, evidence }) =>
    params.factors.flatMap((factor) => doneAboveDue(done(factor, evidence), due(factor, evidence), doneKey(factor))),
  mayBeNothingDue: true,
  increasesWith: ({ factors }) => factors.map(doneKey),
  read({ params, evidence }) {
    const empty = params.factors.find((factor) => isZero(due(factor, evidence)));
    const failed = params.factors.find((factor) => !isZero(due(factor, evidence)) && isZero(done(factor, evidence)));
    if (failed !== undefined) return { value: zero, steps: [{ by: "product", step: "zeroFactor", values: { factor: failed.id } }] };
    if (empty !== undefined) return { nothingDue: true, steps: [{ by: "product", step: "nothingDue", values: { factor: empty.id } }] };
    const shares = params.factors.map((factor) => percentOf(done(factor, evidence), due(factor, evidence)));
    const dividend = params.factors.map((factor) => done(factor, evidence)).reduce(multiply);
    const divisor = params.factors.map((factor) => due(factor, evidence)).reduce(multiply);
    const value = percentOf(dividend, divisor);
    return {
      value,
      dividend,
      divisor,
      steps: [
        ...params.factors.map((factor, index) => ({
          by: "product",
          step: "factor",
          values: {
            factor: factor.id,
            done: exactText(done(factor, evidence)),
            due: exactText(due(factor, evidence)),
            percent: exactText(shares[index] ?? hundred),
          },
        })),
        { by: "product", step: "product", values: { percent: exactText(value) } },
      ],
    };
  },
  describe: ({ factors }, say) =>
    factors
      .map(({ label, done, due, unit }) => `${say.words(label)} (${say.words(done)} ÷ ${say.words(due)}, ${say.words(unit)})`)
      .join(" × "),
  columns({ params, figures }) {
    const factors = params.factors.map((factor) => factorColumns(factor, figures));
    return {
      read(leaf) {
        const { from, to, outcome } = leaf;
        for (let row = from; row < to; row += 1) {
          let dividend = 100;
          let divisor = 1;
          let isZeroAnywhere = false;
          for (const { done, due } of factors) {
            if (due[row] !== 0 && done[row] === 0) isZeroAnywhere = true;
            dividend *= done[row] as number;
            divisor *= due[row] as number;
          }
          if (isZeroAnywhere) setValue(leaf, row, 0, 1);
          else if (divisor === 0) outcome[row] = outcomes.nothingDue;
          else setValue(leaf, row, dividend, divisor);
        }
      },
    };
  },
  words: {
    factor: {
      vi: ({ factor, done = "", due = "", percent = "" }, { factors }, say) =>
        `${labelOf(factors, factor, say)}: ${say.number(done)} trên ${say.number(due)}, ${say.number(percent)} %`,
      en: ({ factor, done = "", due = "", percent = "" }, { factors }, say) =>
        `${labelOf(factors, factor, say)}: ${say.number(done)} of ${say.number(due)}, ${say.number(percent)} %`,
    },
    product: {
      vi: ({ percent = "" }, _, say) => `Nhân các tỷ lệ: ${say.number(percent)} %`,
      en: ({ percent = "" }, _, say) => `Shares multiplied: ${say.number(percent)} %`,
    },
    zeroFactor: {
      vi: ({ factor }, { factors }, say) => `${labelOf(factors, factor, say)}: 0, nên tích các tỷ lệ bằng 0 %`,
      en: ({ factor }, { factors }, say) => `${labelOf(factors, factor, say)}: 0, so the product is 0 %`,
    },
    nothingDue: {
      vi: ({ factor }, { factors }, say) => `Không phát sinh (${labelOf(factors, factor, say)})`,
      en: ({ factor }, { factors }, say) => `Nothing was due (${labelOf(factors, factor, say)})`,
    },
  },
};

const done = (factor: Factor, evidence: Evidence) => ratioOf(evidence[doneKey(factor)] ?? 0);
const due = (factor: Factor, evidence: Evidence) => ratioOf(evidence[dueKey(factor)] ?? 0);

function factorColumns(factor: Factor, figures: FigureColumns) {
  return { done: figureColumn(figures, doneKey(factor)), due: figureColumn(figures, dueKey(factor)) };
}
