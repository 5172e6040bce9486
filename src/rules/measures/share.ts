import * as z from "zod/mini";
import { exactText, fromDecimal } from "../../exact/decimal";
import { divide, isZero, type Ratio } from "../../exact/ratio";
import { identifier, nonNegativeDecimal, type Words, words } from "../../issue/fields";
import { issue } from "../../issue/issue";
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

/** Done of due (tỷ lệ): `done ÷ due` in percent. 0 of 0 means that nothing was due. */
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
    ...duplicateFaults(fallback?.spans ?? []),
    ...(fallback?.spans ?? [])
      .filter(({ divisor }) => isZero(fromDecimal(divisor)))
      .map(({ id, divisor }) => issue("thresholdNotPositive", { key: `fallback.spans.${id}.divisor`, received: divisor })),
  ],
  evidenceFaults: ({ evidence: { done, due, fallbackTotal, fallbackSpan } }) => [
    ...(isZero(ratioOf(due)) && fallbackTotal !== undefined ? [] : doneAboveDue(ratioOf(done), ratioOf(due), "done")),
    ...(fallbackTotal !== undefined && fallbackSpan === undefined ? [issue("missingKey", { key: "fallbackSpan" })] : []),
  ],
  mayBeNothingDue: () => true,
  mayBeNotDone: false,
  increasesWith: () => ["done"],
  decreasesWith: () => [],
  read({ params, evidence }) {
    const done = ratioOf(evidence.done);
    const due = dueOf(params, evidence);
    const values = { done: exactText(done), due: exactText(ratioOf(evidence.due)) };
    if (due === undefined) return { nothingDue: true, steps: [{ by: "share", step: "nothingDue", values }] };
    const percent = percentOf(done, due);
    const standsIn = isZero(ratioOf(evidence.due));
    const step = standsIn
      ? { by: "share", step: "fallback", values: { ...values, standsIn: exactText(due), percent: exactText(percent) } }
      : { by: "share", step: "share", values: { ...values, percent: exactText(percent) } };
    return { value: percent, dividend: done, divisor: due, steps: [step] };
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

/** The denominator: what was due, or what the set lets stand in for it; `undefined` when there is neither. */
function dueOf({ fallback }: Params, { due, fallbackTotal, fallbackSpan }: Evidence): Ratio | undefined {
  if (!isZero(ratioOf(due))) return ratioOf(due);
  const span = fallback?.spans.find(({ id }) => id === fallbackSpan);
  if (span === undefined || fallbackTotal === undefined || isZero(ratioOf(fallbackTotal))) return undefined;
  return divide(ratioOf(fallbackTotal), fromDecimal(span.divisor));
}
