import { exactText } from "../../exact/decimal";
import { type Words, words } from "../../issue/fields";
import { figureColumn, setValue } from "../columnForm";
import type { Measure } from "../ruleKind";
import { ratioOf } from "./quantity";

interface Params {
  readonly of: Words;
  readonly unit: Words;
}
interface Evidence {
  readonly count: number;
}

/** How many (số lượng): a whole number from 0. */
export const count: Measure<Params, Evidence> = {
  measure: "count",
  scale: "count",
  range: { least: "0", whole: true },
  params: { of: words, unit: words },
  fields: ({ of, unit }) => [{ key: "count", label: of, type: "count", unit }],
  increasesWith: () => ["count"],
  read({ evidence }) {
    const value = ratioOf(evidence.count);
    return { value, steps: [{ by: "count", step: "count", values: { count: exactText(value) } }] };
  },
  unit: ({ unit }) => unit,
  describe: ({ of, unit }, say) => `${say.words(of)} (${say.words(unit)})`,
  columns({ figures }) {
    const counted = figureColumn(figures, "count");
    return {
      read(leaf) {
        for (let row = leaf.from; row < leaf.to; row += 1) setValue(leaf, row, counted[row] as number, 1);
      },
    };
  },
  words: {
    count: {
      vi: ({ count: number = "" }, { of, unit }, say) => `${say.words(of)}: ${say.number(number)} ${say.words(unit)}`,
      en: ({ count: number = "" }, { of, unit }, say) => `${say.words(of)}: ${say.number(number)} ${say.words(unit)}`,
    },
  },
};
