import * as z from "zod/mini";
import { exactText, fromDecimal } from "../../exact/decimal";
import { orderOfProducts, wholeQuotient } from "../../exact/filtered";
import { compare, divide, hundred, isZero, type Ratio } from "../../exact/ratio";
import { identifier, nonNegativeDecimal, type Words, words } from "../../issue/fields";
import { issue } from "../../issue/issue";
import { type FigureColumns, figureColumn, type LeafRows, outcomes, setValue } from "../columnForm";
import { duplicateFaults } from "../options";
import type { Measure } from "../ruleKind";
import { doneAboveDue, percentOf, type Quantity, quantityField, quantityParams, ratioOf } from "./quantity";

interface Params extends Quantity {
  readonly done: Words;
  readonly due: Words;
  readonly fallback?: Fallback | undefined;
}

/** When nothing was due, another period's total stands in, divided by so much for each span: a month takes a twelfth of a year. */
interface Fallback {
  readonly label: Words;
  readonly spans: readonly { readonly id: string; readonly label: Words; readonly divisor: string }[];
}

interface Evidence {
  readonly done: number | string;
  readonly due: number | string;
  readonly fallbackTotal?: number | string | undefined;
  readonly fallbackSpan?: string | undefined;
}

/**
 * Done of due (tỷ lệ): `done ÷ due` in percent. 0 of 0 means that nothing was due, unless the set lets another total stand in,
 * which must then be reported; what was done may exceed it, and counts as 100 %.
 */
export const share: Measure<Params, Evidence> = {
  measure: "share",
  scale: "percent",
  range: { least: "0", most: "100", whole: false },
  params: {
    done: words,
    due: words,
    ...quantityParams,
    fallback: z.optional(
      z.strictObject({
        label: words,
        spans: z.array(z.strictObject({ id: identifier, label: words, divisor: nonNegativeDecimal })).check(z.minLength(1)),
      }),
    ),
  },
  fields: (params) => [
    quantityField("done", params.done, params),
    quantityField("due", params.due, params),
    ...(params.fallback === undefined
      ? []
      : [
          { ...quantityField("fallbackTotal", params.fallback.label, params), optional: true },
          {
            key: "fallbackSpan",
            label: { vi: "Kỳ báo cáo", en: "Span of the report" },
            type: "option" as const,
            options: params.fallback.spans,
            optional: true,
          },
        ]),
  ],
  faults: ({ fallback }) => [
    ...duplicateFaults(fallback?.spans ?? [], ["fallback", "spans"]),
    ...(fallback?.spans ?? [])
      .filter(({ divisor }) => isZero(fromDecimal(divisor)))
      .map(({ id, divisor }) => issue("thresholdNotPositive", { key: `fallback.spans.${id}.divisor`, received: divisor })),
  ],
  evidenceFaults: ({ params, evidence }) => {
    const { done, due, fallbackTotal, fallbackSpan } = evidence;
    const standsIn = params.fallback !== undefined && isZero(ratioOf(due));
    return [
      ...(standInFor(params, evidence) === undefined ? doneAboveDue(ratioOf(done), ratioOf(due), "done") : []),
      ...(standsIn && fallbackTotal === undefined ? [issue("missingKey", { key: "fallbackTotal" })] : []),
      ...(standsIn && fallbackSpan === undefined ? [issue("missingKey", { key: "fallbackSpan" })] : []),
    ];
  },
  mayBeNothingDue: true,
  increasesWith: () => ["done"],
  read({ params, evidence }) {
    const [done, due, standIn] = [ratioOf(evidence.done), ratioOf(evidence.due), standInFor(params, evidence)];
    const values = { done: exactText(done), due: exactText(due) };
    if (standIn !== undefined) {
      const percent = percentOf(done, standIn);
      const steps = [{ by: "share", step: "fallback", values: { ...values, standsIn: exactText(standIn), percent: exactText(percent) } }];
      return compare(percent, hundred) > 0 ? { value: hundred, steps } : { value: percent, dividend: done, divisor: standIn, steps };
    }
    if (isZero(due)) return { nothingDue: true, steps: [{ by: "share", step: "nothingDue", values }] };
    const percent = percentOf(done, due);
    const steps = [{ by: "share", step: "share", values: { ...values, percent: exactText(percent) } }];
    return { value: percent, dividend: done, divisor: due, steps };
  },
  describe({ done, due, unit, fallback }, say) {
    const share = `${say.words(done)} ÷ ${say.words(due)} (${say.words(unit)})`;
    if (fallback === undefined) return share;
    const spans = fallback.spans.map(({ label, divisor }) => `÷ ${say.number(divisor)} (${say.words(label)})`).join(", ");
    return `${share}; ${say.words({ vi: "mẫu số bằng 0 thì lấy", en: "where nothing was due, by" })} ${say.words(fallback.label)} ${spans}`;
  },
  columns({ params, figures }) {
    const [done, due] = [figureColumn(figures, "done"), figureColumn(figures, "due")];
    const setStandIn = standInColumns(params, figures);
    return {
      read(leaf) {
        const { from, to } = leaf;
        for (let row = from; row < to; row += 1) {
          if (due[row] === 0) setStandIn(leaf, row, done[row] as number);
          else setValue(leaf, row, 100 * (done[row] as number), due[row] as number);
        }
      },
    };
  },
  words: {
    share: {
      vi: ({ done = "", due = "", percent = "" }, { unit }, say) =>
        `${say.number(done)} trên ${say.number(due)} ${say.words(unit)}: ${say.number(percent)} %`,
      en: ({ done = "", due = "", percent = "" }, { unit }, say) =>
        `${say.number(done)} of ${say.number(due)} ${say.words(unit)}: ${say.number(percent)} %`,
    },
    fallback: {
      vi: ({ done = "", standsIn = "", percent = "" }, { unit, fallback }, say) =>
        `Trong kỳ không phát sinh; lấy thay mẫu số “${fallback === undefined ? "" : say.words(fallback.label)}”: ${say.number(done)} trên ${say.number(standsIn)} ${say.words(unit)}, ${say.number(percent)} %`,
      en: ({ done = "", standsIn = "", percent = "" }, { unit, fallback }, say) =>
        `Nothing was due in the period; "${fallback === undefined ? "" : say.words(fallback.label)}" stands in: ${say.number(done)} of ${say.number(standsIn)} ${say.words(unit)}, ${say.number(percent)} %`,
    },
    nothingDue: {
      vi: (_, { due }, say) => `Không phát sinh (${say.words(due)}: 0)`,
      en: (_, { due }, say) => `Nothing was due (${say.words(due)}: 0)`,
    },
  },
};

/** What stands in for a denominator of zero, where the set names something and the unit reports it. */
function standInFor({ fallback }: Params, { due, fallbackTotal, fallbackSpan }: Evidence): Ratio | undefined {
  const span = fallback?.spans.find(({ id }) => id === fallbackSpan);
  if (!isZero(ratioOf(due)) || span === undefined || fallbackTotal === undefined || isZero(ratioOf(fallbackTotal))) return undefined;
  return divide(ratioOf(fallbackTotal), fromDecimal(span.divisor));
}

/** The value where nothing was due: of what stands in, at most 100 %; that nothing was due, where nothing does. */
function standInColumns({ fallback }: Params, figures: FigureColumns): (leaf: LeafRows, row: number, done: number) => void {
  if (fallback === undefined) return setNothingDue;
  const [total, span] = [figureColumn(figures, "fallbackTotal"), figureColumn(figures, "fallbackSpan")];
  const spans = fallback.spans.map(({ divisor }) => wholeQuotient(fromDecimal(divisor), 1n));
  return (leaf, row, done) => {
    const divided = spans[span[row] as number];
    const whole = total[row] as number;
    if (divided === undefined || !(whole > 0)) setNothingDue(leaf, row);
    else if (orderOfProducts(done * divided.dividend, whole * divided.divisor) > 0) setValue(leaf, row, 100, 1);
    else setValue(leaf, row, 100 * done * divided.dividend, whole * divided.divisor);
  };
}

function setNothingDue({ outcome }: LeafRows, row: number): void {
  outcome[row] = outcomes.nothingDue;
}
