import { formatIssue } from "par-index";
import { editions, loadQuestionnaire } from "par-index/node";
import { describe, expect, test } from "vitest";
import { unrecordable } from "../../src/audit/canonicalText";
import { safeParseQuestionnaire } from "../../src/survey/parseQuestionnaire";
import { filesNamed, readText } from "./editionFiles";

describe.each(filesNamed("survey.json"))("%s", (file) => {
  const parsed = safeParseQuestionnaire(readText(file));
  if (!parsed.ok) throw new Error(parsed.issues.map((issue) => formatIssue(issue, "en")).join("\n"));
  const { file: survey, factors, questions } = parsed.value;
  const provenances = [
    survey.instrument,
    survey.series,
    ...Object.values(survey.scales),
    ...factors,
    ...questions,
    ...Object.values(survey.policies),
  ].map(({ provenance }) => provenance);

  test("proves itself", () => {
    expect(parsed.warnings).toEqual([]);
  });

  test("stands in the folder that its id names", () => {
    expect(`${survey.id}/survey.json`).toBe(file);
  });

  test("is nowhere official, while no text of an instrument is held", () => {
    expect(survey.status === "official").toBe(file.startsWith("vn/"));
    if (survey.status !== "official") expect(provenances.filter(({ confidence }) => confidence === "official")).toEqual([]);
    expect(provenances.every(({ confidence }) => (confidence === "invented") === (survey.status === "example"))).toBe(true);
  });

  test("a reconstruction tells its readers that it is one, and how sure its rule is", () => {
    if (survey.status !== "reconstruction") return;
    expect(survey.notice?.vi).toMatch(/PHỤC DỰNG.*Không được trình bày như phiếu chính thức\./);
    expect(survey.policies.combine.provenance).toMatchObject({ confidence: "inferred", note: { vi: expect.any(String) } });
  });

  test("what is secondary names its source", () => {
    expect(provenances.filter(({ confidence, source }) => confidence === "secondary" && source === undefined)).toEqual([]);
  });

  test("is told in both languages", () => {
    const told = [
      survey.title,
      survey.notice ?? [],
      survey.series.title,
      ...Object.values(survey.scales).flatMap(({ answers }) => answers.map(({ title }) => title)),
      ...[...survey.blocks, ...factors, ...questions].map(({ title }) => title),
      ...(survey.forms ?? []).flatMap(({ title, asks, respondents }) => [title, asks, respondents]),
      ...provenances.flatMap(({ note }) => note ?? []),
    ].flat();
    expect(told.filter(({ en }) => en === undefined)).toEqual([]);
  });

  test("says what is held and, where it is rebuilt, which questions are open", () => {
    const { held, openQuestions } = JSON.parse(readText(file.replace("survey.json", "source.json")));
    expect(Object.keys(held)).toEqual(["vi", "en"]);
    expect(openQuestions.length > 0).toBe(survey.status === "reconstruction");
  });

  test("is loaded by its id and by its short name, and can be put on record", () => {
    const { id = "", alias = "" } = editions().find((entry) => entry.file === file) ?? {};
    expect(loadQuestionnaire(id)).toEqual(parsed.value);
    expect(loadQuestionnaire(alias)).toEqual(parsed.value);
    expect(unrecordable(JSON.parse(readText(file)))).toBeUndefined();
  });
});

describe("the questionnaires of SIPAS", () => {
  test.each([
    ["sipas-1383", "partial", [0, 0, 0, 0], "generalQuestion"],
    ["sipas-2640", "complete", [4, 5, 6, 3, 4], "pooled"],
    ["sipas-2022", "partial", [8, 8, 8, 8, 3, 0, 0, 0, 0], "meanOfBlocks"],
    ["sipas-1001", "partial", [8, 8, 8, 8, 3, 0, 0, 0, 0], "pooled"],
  ])("%s is %s, with %j questions by factor, by the rule %4$s", (alias, coverage, counts, rule) => {
    const { file, factors } = loadQuestionnaire(alias);
    expect(file.coverage).toBe(coverage);
    expect(factors.map(({ questions }) => questions.length)).toEqual(counts);
    expect(file.policies.combine.overall).toBe(rule);
  });

  test("count the upper two of five levels as satisfied", () => {
    for (const alias of ["sipas-1383", "sipas-2640", "sipas-2022", "sipas-1001"]) {
      expect(loadQuestionnaire(alias).file.scales.five?.answers.map(({ counts }) => counts)).toEqual(["0", "0", "0", "100", "100"]);
    }
  });

  test("have no question that is surer than memory but those read in a summary", () => {
    const sure = ["sipas-1383", "sipas-2640", "sipas-2022", "sipas-1001"].flatMap((alias) =>
      loadQuestionnaire(alias).questions.flatMap(({ id, provenance }) => (provenance.confidence === "secondary" ? [`${alias} ${id}`] : [])),
    );
    expect(sure).toEqual(["sipas-1001 AQ1", "sipas-1001 AQ2", "sipas-1001 AQ3"]);
  });
});

test("the forms of Yên Bái say who is asked about whom, and what A to D count for", () => {
  const { forms = [], scales } = loadQuestionnaire("yen-bai-survey").file;
  expect(forms.map(({ respondents, asks }) => `${respondents.vi}: ${asks.vi}`)).toEqual([
    "Đại biểu HĐND tỉnh, MTTQ và đoàn thể: UBND cấp huyện",
    "Đại biểu HĐND tỉnh, MTTQ và đoàn thể: Sở, ban, ngành",
    "Lãnh đạo sở, ngành: UBND cấp huyện",
    "HĐND, UBND cấp huyện: Sở, ban, ngành",
    "Lãnh đạo phòng chuyên môn cấp huyện: Cơ quan chuyên môn cấp trên",
    "Lãnh đạo cấp xã: UBND cấp huyện",
  ]);
  expect(scales.abcd?.answers.map(({ code, counts }) => [code, counts])).toEqual([
    ["A", "100"],
    ["B", "60"],
    ["C", "20"],
    ["D", "0"],
  ]);
});
