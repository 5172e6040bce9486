import * as z from "zod/mini";
import { exactText } from "../exact/decimal";
import { wholeError, wholeNumber } from "../exact/filtered";
import { larger } from "../exact/ratio";
import { identifier, name, type Words, words } from "../issue/fields";
import { type Issue, issue } from "../issue/issue";
import { type FigureColumns, figureColumn, outcomes } from "./columnForm";
import { duplicateFaults, labelOf, type Option, reservedFaults } from "./options";
import type { DirectKind, Step } from "./ruleKind";
import { orderFaults, type Worth, worthFaults, worthInWords, worthOf, worthParams } from "./worth";

/** `late equals 0`, `done equals due`: a count against a number or against another count. */
interface Condition {
  readonly count: string;
  readonly is: keyof typeof comparisons;
  readonly than: string;
}
interface Case extends Worth {
  readonly label: Words;
  readonly when: readonly Condition[];
}
/** A count, and the one that it cannot exceed: what was done lies within what was due. */
interface Count extends Option {
  readonly within?: string | undefined;
}
interface Params {
  readonly counts: readonly Count[];
  /** The count which, at zero, means that nothing was due. */
  readonly due?: string | undefined;
  readonly cases: readonly Case[];
  readonly otherwise: Worth & { readonly label: Words };
}
type Evidence = Readonly<Record<string, number>>;

const comparisons = {
  equalTo: (a: number, b: number) => a === b,
  atLeast: (a: number, b: number) => a >= b,
  moreThan: (a: number, b: number) => a > b,
  lessThan: (a: number, b: number) => a < b,
  atMost: (a: number, b: number) => a <= b,
} as const;

const signs: Readonly<Record<keyof typeof comparisons, string>> = { equalTo: "=", atLeast: "≥", moreThan: ">", lessThan: "<", atMost: "≤" };

/** The first case that holds, listed from best to worst: *hoàn thành 100 % đúng tiến độ: 1; hoàn thành, có việc muộn: 0,5; còn lại: 0*. */
export const cases: DirectKind<Params, Evidence> = {
  kind: "cases",
  reads: "evidence",
  params: {
    counts: z.array(z.strictObject({ id: identifier, label: words, within: z.optional(identifier) })).check(z.minLength(1)),
    due: z.optional(identifier),
    cases: z
      .array(
        z.strictObject({
          label: words,
          when: z
            .array(
              z.strictObject({
                count: identifier,
                is: z.enum(["equalTo", "atLeast", "moreThan", "lessThan", "atMost"]),
                than: name(/^(\d{1,15}|[a-z][A-Za-z0-9-]*)$/, "0"),
              }),
            )
            .check(z.minLength(1)),
          ...worthParams,
        }),
      )
      .check(z.minLength(1)),
    otherwise: z.strictObject({ label: words, ...worthParams }),
  },
  fields: ({ counts }) => counts.map(({ id, label }) => ({ key: id, label, type: "count" })),
  evidenceFaults: ({ params, evidence }) =>
    params.counts.flatMap(({ id, within }) => {
      const [done, due] = [evidence[id] ?? 0, within === undefined ? undefined : evidence[within]];
      return due === undefined || done <= due ? [] : [issue("doneAboveDue", { done: String(done), due: String(due) }, { path: [id] })];
    }),
  mayBeNothingDue: ({ due }) => due !== undefined,
  // A case turns where a count meets a number or another count, so that the values there and beside it bring all awards.
  decisiveFigures({ params, evidence }) {
    const named = params.cases.flatMap(({ when }) => when.flatMap(({ count, than }) => [count, than]));
    const turns = [...new Set([...params.counts.map(({ id }) => id), ...named])].map((name) => numberOf(name, evidence));
    const beside = [...new Set(turns.flatMap((turn) => [turn - 1, turn, turn + 1]))].filter((value) => value >= 0).sort((a, b) => a - b);
    return Object.fromEntries(params.counts.map(({ id }) => [id, beside]));
  },
  best: ({ cases: listed, otherwise }, maxPoints) =>
    listed.map((item) => worthOf(item, maxPoints)).reduce(larger, worthOf(otherwise, maxPoints)),
  faults: (params, maxPoints) => [
    ...duplicateFaults(params.counts, ["counts"]),
    ...reservedFaults(params.counts, ["counts"]),
    ...params.cases.flatMap((item, index) => worthFaults(item, maxPoints, `“${item.label.vi}”`, ["cases", index])),
    ...worthFaults(params.otherwise, maxPoints, `“${params.otherwise.label.vi}”`, ["otherwise"]),
    ...orderFaults(
      [
        ...params.cases.map((item, index) => ({ name: item.label.vi, worth: item, path: ["cases", index] })),
        { name: params.otherwise.label.vi, worth: params.otherwise, path: ["otherwise"] },
      ],
      maxPoints,
    ),
    ...unknownCountFaults(params),
  ],
  describe({ counts, cases: listed, otherwise }, described) {
    const { say } = described;
    const term = (name: string) => (/^\d/.test(name) ? say.number(name) : labelOf(counts, name, say));
    const and = say.words({ vi: " và ", en: " and " });
    const conditions = ({ when }: Case) => when.map(({ count, is, than }) => `${term(count)} ${signs[is]} ${term(than)}`).join(and);
    return [
      ...(listed.length === 1
        ? []
        : [say.words({ vi: "Xét lần lượt, lấy trường hợp đúng đầu tiên", en: "The first case that holds counts" })]),
      ...listed.map((item) => worthInWords(`${say.words(item.label)} (${conditions(item)})`, item, described)),
      worthInWords(say.words(otherwise.label), otherwise, described),
    ];
  },
  award({ params, evidence, maxPoints }) {
    const counted: Step[] = params.counts.map(({ id }) => ({
      by: "cases",
      step: "count",
      values: { count: id, number: String(evidence[id] ?? 0) },
    }));
    if (params.due !== undefined && evidence[params.due] === 0) return { nothingDue: true, steps: counted };
    const index = params.cases.findIndex(({ when }) =>
      when.every(({ count, is, than }) => comparisons[is](numberOf(count, evidence), numberOf(than, evidence))),
    );
    const points = worthOf(params.cases[index] ?? params.otherwise, maxPoints);
    return { points, steps: [...counted, { by: "cases", step: "case", values: { case: String(index), points: exactText(points) } }] };
  },
  columns({ params, maxPoints, scale, figures }) {
    const due = params.due === undefined ? undefined : figureColumn(figures, params.due);
    const listed = params.cases.map((item) => item.when.map((condition) => conditionColumns(condition, figures)));
    const worths = Float64Array.from([...params.cases, params.otherwise], (item) => wholeNumber(worthOf(item, maxPoints), scale));
    return ({ from, to, outcome, points, error }) => {
      for (let row = from; row < to; row += 1) {
        const place = listed.findIndex((when) => when.every(({ holds, count, than }) => holds(termAt(count, row), termAt(than, row))));
        const worth = worths.at(place) as number;
        outcome[row] = due !== undefined && due[row] === 0 ? outcomes.nothingDue : outcomes.earned;
        points[row] = worth;
        error[row] = wholeError(worth);
      }
    };
  },
  words: {
    count: {
      vi: ({ count, number = "" }, { counts }, say) => `${labelOf(counts, count, say)}: ${say.number(number)}`,
      en: ({ count, number = "" }, { counts }, say) => `${labelOf(counts, count, say)}: ${say.number(number)}`,
    },
    case: {
      vi: ({ case: index, points = "" }, params, say) =>
        `Trường hợp “${say.words((params.cases[Number(index)] ?? params.otherwise).label)}”: được ${say.number(points)} điểm`,
      en: ({ case: index, points = "" }, params, say) =>
        `Case "${say.words((params.cases[Number(index)] ?? params.otherwise).label)}": earns ${say.number(points)} points`,
    },
  },
};

/** A count by its name, or a number written out. */
function numberOf(term: string, evidence: Evidence): number {
  return evidence[term] ?? Number(term);
}

function unknownCountFaults({ counts, due, cases: listed }: Params): Issue[] {
  const known = counts.map(({ id }) => id);
  const named = [
    ...listed.flatMap(({ when }) => when.flatMap(({ count, than }) => [count, than])),
    ...counts.flatMap(({ within }) => (within === undefined ? [] : [within])),
    ...(due === undefined ? [] : [due]),
  ];
  return named.filter((name) => !/^\d/.test(name) && !known.includes(name)).map((count) => issue("unknownCount", { count, counts: known }));
}

/** A count's column, or the number written out. */
type Term = Float64Array | number;

function conditionColumns({ count, is, than }: Condition, { figures }: FigureColumns) {
  const term = (name: string): Term => figures[name] ?? Number(name);
  return { holds: comparisons[is], count: term(count), than: term(than) };
}

function termAt(term: Term, row: number): number {
  return typeof term === "number" ? term : (term[row] as number);
}
