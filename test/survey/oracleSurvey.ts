import { readFileSync } from "node:fs";
import { parseQuestionnaire } from "../../src/survey/parseQuestionnaire";
import type { Questionnaire } from "../../src/survey/questionnaire";
import type { Combination, QuestionnaireFile } from "../../src/survey/questionnaireFile";
import type { Tally, TallyCell } from "../../src/survey/tally";

type Answer = number | null;
type Record72 = readonly [number, string, string, number, string, string, ...Answer[]];

/** Answers of 72 invented people and what R makes of them. */
export const oracle = JSON.parse(readFileSync(new URL("./oracle.json", import.meta.url), "utf8")) as {
  readonly records: readonly Record72[];
  readonly expected: {
    readonly unweighted: Readonly<Record<string, number>>;
    readonly weighted: Readonly<Record<string, number>>;
    readonly taylor_pooled_ratio: Readonly<Record<string, { readonly est: number; readonly se: number }>>;
  };
};

const invented = { confidence: "invented" } as const;
const factors = { F1: ["q1", "q2", "q3"], F2: ["q4", "q5"], F3: ["q6", "q7"] };

export function oracleFile(overall: Combination, within: "pooled" | "meanOfQuestions" | "meanOfRespondents"): QuestionnaireFile {
  const answers = [1, 2, 3, 4, 5].map((code) => ({ code: String(code), title: { vi: `Mức ${code}` }, counts: code >= 4 ? "100" : "0" }));
  return {
    format: "par-index/questionnaire/1",
    id: "example/oracle",
    revision: 1,
    status: "example",
    title: { vi: "Phiếu thử" },
    notice: { vi: "Số liệu giả định." },
    instrument: { provenance: invented },
    periods: ["2024"],
    coverage: "complete",
    series: { id: "oracle", by: "province", title: { vi: "Thử" }, provenance: invented },
    sources: {},
    scales: { five: { answers: [...answers, { code: "9", title: { vi: "Không ý kiến" }, counts: "noOpinion" }], provenance: invented } },
    blocks: [block("B1", ["F1", "F2"]), block("B2", ["F3"])],
    policies: {
      combine: { overall, within, provenance: invented },
      rounding: { places: 2, mode: "halfUp", provenance: invented },
      leastAnswers: { count: 1, provenance: invented },
    },
  };
}

function block(id: string, ids: readonly (keyof typeof factors)[]) {
  const question = (one: string) => ({ id: one, title: { vi: one }, provenance: invented, scale: "five" });
  return {
    id,
    title: { vi: id },
    factors: ids.map((factor) => ({ id: factor, title: { vi: factor }, provenance: invented, questions: factors[factor].map(question) })),
  };
}

export function oracleQuestionnaire(overall: Combination, within: "pooled" | "meanOfQuestions" | "meanOfRespondents"): Questionnaire {
  return parseQuestionnaire(oracleFile(overall, within));
}

/** The tally of the 72, counted one by one, as plainly as can be. */
export function oracleTally(records = oracle.records): Tally {
  const parts: Readonly<Record<string, readonly string[]>> = {
    "": Object.values(factors).flat(),
    B1: [...factors.F1, ...factors.F2],
    B2: factors.F3,
    ...factors,
  };
  return {
    questionnaire: { id: "example/oracle", revision: 1 },
    keys: ["district", "commune", "group", "stratum", "cluster", "weight"],
    respondents: records.length,
    answers: records.flatMap((record) =>
      Object.values(factors)
        .flat()
        .map((question, index) => ({ cell: cellOf(record), question, answer: String(record[6 + index] ?? ""), count: 1 })),
    ),
    parts: records.flatMap((record) =>
      Object.entries(parts).map(([part, questions]) => {
        const counting = questions
          .map((one) => Number(record[5 + Number(one.slice(1))] ?? 0))
          .filter((answer) => answer >= 1 && answer <= 5);
        return {
          cell: cellOf(record),
          part,
          answered: counting.length,
          worth: String(100 * counting.filter((answer) => answer >= 4).length),
          count: 1,
        };
      }),
    ),
  };
}

function cellOf([, district, commune, weight, sex]: Record72): TallyCell {
  return { district, commune, group: sex, stratum: district, cluster: commune, weight: String(weight) };
}
