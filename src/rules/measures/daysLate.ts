import { daysBetween, formatCivilDate } from "../../exact/civilDate";
import { exactText } from "../../exact/decimal";
import { ratio } from "../../exact/ratio";
import { type Words, words } from "../../issue/fields";
import { issue } from "../../issue/issue";
import { figureColumn, outcomes, setValue } from "../columnForm";
import type { Measure } from "../ruleKind";

interface Params {
  readonly of: Words;
}
interface Evidence {
  readonly dueOn?: string | undefined;
  readonly doneOn?: string | undefined;
  readonly notDone?: boolean | undefined;
}

/** How many calendar days after its deadline a thing was done (số ngày chậm); zero or below is on time. It may also not be done. */
export const daysLate: Measure<Params, Evidence> = {
  measure: "daysLate",
  scale: "days",
  range: { whole: true },
  params: { of: words },
  fields: ({ of }) => [
    {
      key: "dueOn",
      label: { vi: `Hạn: ${of.vi}`, ...(of.en === undefined ? {} : { en: `Deadline: ${of.en}` }) },
      type: "date",
      optional: true,
    },
    { key: "doneOn", label: { vi: "Ngày thực hiện", en: "Done on" }, type: "date", optional: true },
    { key: "notDone", label: { vi: "Không thực hiện", en: "Not done" }, type: "yesNo", optional: true },
  ],
  evidenceFaults: ({ evidence: { dueOn, doneOn, notDone } }) => {
    if ((doneOn !== undefined) === (notDone === true)) return [issue("exactlyOneOf", { keys: ["doneOn", "notDone"] })];
    return doneOn !== undefined && dueOn === undefined ? [issue("missingKey", { key: "dueOn" })] : [];
  },
  mayBeNotDone: true,
  increasesWith: () => ["doneOn"],
  read({ evidence: { dueOn = "", doneOn } }) {
    if (doneOn === undefined) return { notDone: true, steps: [] };
    const value = ratio(daysBetween(dueOn, doneOn));
    const late = value.numerator > 0n;
    const values = { dueOn, doneOn, days: exactText(late ? value : ratio(-value.numerator)) };
    return { value, steps: [{ by: "daysLate", step: late ? "late" : "onTime", values }] };
  },
  describe: ({ of }, say) =>
    `${say.words({ vi: "Số ngày chậm so với hạn", en: "Days after the deadline" })}: ${say.words(of)}${say.words({ vi: " (đúng hạn hoặc sớm hơn: từ 0 trở xuống)", en: " (on time or early: 0 or less)" })}`,
  columns({ figures }) {
    const [dueOn, doneOn] = [figureColumn(figures, "dueOn"), figureColumn(figures, "doneOn")];
    return {
      read(leaf) {
        const { from, to, outcome } = leaf;
        for (let row = from; row < to; row += 1) {
          const done = doneOn[row] as number;
          if (Number.isNaN(done)) outcome[row] = outcomes.notDone;
          else setValue(leaf, row, done - (dueOn[row] as number), 1);
        }
      },
    };
  },
  words: {
    onTime: {
      vi: ({ dueOn = "", doneOn = "" }) => `Hạn ${formatCivilDate(dueOn, "vi")}, thực hiện ngày ${formatCivilDate(doneOn, "vi")}: đúng hạn`,
      en: ({ dueOn, doneOn }) => `Due on ${dueOn}, done on ${doneOn}: on time`,
    },
    late: {
      vi: ({ dueOn = "", doneOn = "", days = "" }, _, say) =>
        `Hạn ${formatCivilDate(dueOn, "vi")}, thực hiện ngày ${formatCivilDate(doneOn, "vi")}: chậm ${say.number(days)} ngày`,
      en: ({ dueOn, doneOn, days = "" }, _, say) => `Due on ${dueOn}, done on ${doneOn}: ${say.number(days)} days late`,
    },
  },
};
