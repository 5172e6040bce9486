import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseQuestionnaire, safeParseQuestionnaire } from "../../src/survey/parseQuestionnaire";
import { compileQuestionnaire } from "../../src/survey/questionnaire";
import { expectToBeSaidWell, expectTwinToThrow, issuesOf, told } from "../badInput/issues";
import { expectToPointAtIts } from "../badInput/places";
import { oracleFile } from "./oracleSurvey";

const holding = oracleFile("pooled", "pooled");

/** A copy of the questionnaire that holds, as data that anything may be done to. */
// biome-ignore lint/suspicious/noExplicitAny: what is broken has no type
type Broken = any;

function broken(how: (file: Broken) => void): string {
  const file = JSON.parse(JSON.stringify(holding));
  how(file);
  return JSON.stringify(file, null, 2);
}

const answers = "scales.five.answers";
const mistakes: readonly (readonly [string, (file: Broken) => void, readonly string[]])[] = [
  [
    "in which a question stands twice",
    (f) => (f.blocks[0].factors[1].questions[0].id = "q1"),
    ["blocks.0.factors.1.questions.0.id: duplicateOption"],
  ],
  ["in which a factor has the id of another", (f) => (f.blocks[1].factors[0].id = "F1"), ["blocks.1.factors.0.id: duplicateOption"]],
  ["in which a block has the id of another", (f) => (f.blocks[1].id = "B1"), ["blocks.1.id: duplicateOption"]],
  ["in which a factor has the id of a question", (f) => (f.blocks[1].factors[0].id = "q1"), ["blocks.1.factors.0.id: duplicateOption"]],
  [
    "whose general question has the id of another",
    (f) => (f.general = f.blocks[0].factors[0].questions[0]),
    ["general.id: duplicateOption"],
  ],
  ["in which two answers have one code", (f) => (f.scales.five.answers[1].code = "1"), [`${answers}.1.code: answersAlike`]],
  ["in which a code is the title of another", (f) => (f.scales.five.answers[1].code = "MỨC 1"), [`${answers}.1.code: answersAlike`]],
  ["in which two titles differ by case", (f) => (f.scales.five.answers[1].title.vi = "mỨC 1"), [`${answers}.1.title.vi: answersAlike`]],
  [
    "in which a written form is the English title of another",
    (f) => {
      f.scales.five.answers[0].title.en = "Very bad";
      f.scales.five.answers[1].alsoWritten = ["Bad", "VERY BAD"];
    },
    [`${answers}.1.alsoWritten.1: answersAlike`],
  ],
  [
    "whose question has no scale of the file",
    (f) => (f.blocks[0].factors[0].questions[0].scale = "six"),
    ["blocks.0.factors.0.questions.0.scale: unknownScale"],
  ],
  [
    "whose question names a scale like a built-in",
    (f) => (f.blocks[0].factors[0].questions[0].scale = "constructor"),
    ["blocks.0.factors.0.questions.0.scale: unknownScale"],
  ],
  [
    "in which an answer counts for more than all",
    (f) => (f.scales.five.answers[4].counts = "100.01"),
    [`${answers}.4.counts: percentAbove100`],
  ],
  ["in which an answer counts for less than nothing", (f) => (f.scales.five.answers[0].counts = "-1"), [`${answers}.0.counts: negative`]],
  [
    "in which no answer counts",
    (f) => {
      for (const one of f.scales.five.answers) one.counts = "notUsed";
    },
    [`${answers}: nothingCounts`],
  ],
  [
    "that reads a general question it has not",
    (f) => (f.policies.combine.overall = "generalQuestion"),
    ["policies.combine.overall: generalQuestionMissing"],
  ],
  [
    "that is complete with an empty factor",
    (f) => (f.blocks[1].factors[0].questions = []),
    ["blocks.1.factors.0.questions: factorWithoutQuestions"],
  ],
  ["that is partial without an empty factor", (f) => (f.coverage = "partial"), ["coverage: partialWithoutGap"]],
  [
    "whose form asks what is not asked, and one thing twice",
    (f) => (f.forms = [{ id: "a", title: { vi: "A" }, asks: { vi: "A" }, respondents: { vi: "A" }, questions: ["q1", "q8", "q1"] }]),
    ["forms.0.questions.2: duplicateOption", "forms.0.questions.1: questionNotAsked"],
  ],
  [
    "in which two forms have one id",
    (f) => (f.forms = [1, 2].map(() => ({ id: "a", title: { vi: "A" }, asks: { vi: "A" }, respondents: { vi: "A" }, questions: [] }))),
    ["forms.1: duplicateOption"],
  ],
  [
    "whose sources are not there",
    (f) => {
      for (const one of [
        f.instrument,
        f.series,
        f.scales.five,
        f.blocks[0].factors[0],
        f.blocks[0].factors[0].questions[0],
        f.policies.combine,
      ]) {
        one.provenance = { confidence: "secondary", source: "press" };
      }
    },
    [
      "instrument.provenance: unknownSource",
      "series.provenance: unknownSource",
      "scales.five.provenance: unknownSource",
      "blocks.0.factors.0.provenance: unknownSource",
      "blocks.0.factors.0.questions.0.provenance: unknownSource",
      "policies.combine.provenance: unknownSource",
    ],
  ],
  [
    "that is no official one and does not say so",
    (f) => {
      f.status = "reconstruction";
      delete f.notice;
    },
    ["notice: noticeMissing"],
  ],
  ["called official with what was made up", (f) => (f.status = "official"), [...Array(16).keys()].map(() => "notOfficial")],
];

describe.each(mistakes)("a questionnaire %s", (why, how, found) => {
  const text = broken(how);

  test.each([
    ["as a value", JSON.parse(text)],
    ["as text", text],
  ])("is refused %s, with its place and what to do", (_, input) => {
    const outcome = safeParseQuestionnaire(input);
    const codes = issuesOf(outcome).map(told);
    expect(why.startsWith("called official") ? codes.map((one) => one.replace(/^.*: /, "")) : codes).toEqual(found);
    issuesOf(outcome).forEach(expectToBeSaidWell);
    expectTwinToThrow(() => parseQuestionnaire(input), outcome);
    for (const issue of typeof input === "string" ? issuesOf(outcome) : []) expectToPointAtIts(issue, text);
  });
});

describe("a questionnaire that holds", () => {
  test("is read again as it is", () => {
    expect(parseQuestionnaire(JSON.stringify(holding))).toEqual(compileQuestionnaire(holding));
  });

  test("may leave a factor empty when it says that it is partial", () => {
    const text = broken((file) => {
      file.coverage = "partial";
      file.blocks[1].factors[0].questions = [];
    });
    expect(issuesOf(safeParseQuestionnaire(text))).toEqual([]);
  });

  test("may conclude a rule in an official file when a note says so, and nothing else", () => {
    const text = broken((file) => {
      file.policies.combine.provenance = { confidence: "inferred", note: { vi: "Văn bản không nêu." } };
      file.status = "official";
    });
    const places = issuesOf(safeParseQuestionnaire(text)).map(told);
    expect(places).not.toContain("policies.combine.provenance: notOfficial");
    expect(places).toContain("policies.rounding.provenance: notOfficial");
  });

  test("may write one answer in as many ways as it likes, also twice in one way", () => {
    const text = broken((file) => {
      file.scales.five.answers[0].alsoWritten = ["mức 1", "M1", "m1"];
    });
    expect(issuesOf(safeParseQuestionnaire(text))).toEqual([]);
  });

  test("two scales may write their answers alike", () => {
    const text = broken((file) => {
      file.scales.again = file.scales.five;
    });
    expect(issuesOf(safeParseQuestionnaire(text))).toEqual([]);
  });
});

test("law: whatever the text, written in another case or in base letters and marks it is the same answer", () => {
  const vietnamese = fc.stringMatching(/^[a-zàáảãạăắằâấầđèéẻêếềìíòóôốồơớờùúưứừỳý]{3,12}$/);
  fc.assert(
    fc.property(vietnamese, fc.constantFrom("NFC", "NFD"), fc.boolean(), (word, form, upper) => {
      const text = broken((file) => {
        file.scales.five.answers[0].alsoWritten = [word];
        file.scales.five.answers[3].alsoWritten = [(upper ? word.toUpperCase() : word).normalize(form)];
      });
      const errors = issuesOf(safeParseQuestionnaire(text)).filter(({ severity }) => severity === "error");
      expect(errors.map(told)).toEqual([`${answers}.3.alsoWritten.0: answersAlike`]);
    }),
  );
});
