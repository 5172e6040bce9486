import fc from "fast-check";
import { formatIssue } from "par-index";
import { editions, loadQuestionnaire } from "par-index/node";
import { expect, test } from "vitest";
import { requireSameSeries } from "../../src/survey/comparable";
import { expectToBeSaidWell } from "../badInput/issues";

const questionnaires = editions()
  .filter(({ holds }) => holds === "questionnaire")
  .map(({ id }) => loadQuestionnaire(id).file);
const file = (alias: string) => loadQuestionnaire(alias).file;
const codes = (a: string, b: string) => requireSameSeries(file(a), file(b)).map(({ code }) => code);

test("SIPAS is compared from 2022 on, and not across the breaks of 2017 and 2022", () => {
  expect(codes("sipas-2022", "sipas-1001")).toEqual([]);
  expect(codes("sipas-2640", "sipas-2022")).toEqual(["otherSeries"]);
  expect(codes("sipas-1383", "sipas-2640")).toEqual(["otherSeries"]);
  expect(codes("sipas-1383", "sipas-1001")).toEqual(["otherSeries"]);
});

test("what a province asks is kept apart from what the ministry asks, even where a file gives both one series", () => {
  expect(codes("yen-bai-survey", "sipas-1001")).toEqual(["otherConductor"]);
  const { series } = file("sipas-1001");
  expect(requireSameSeries({ series }, { series: { ...series, by: "province" } }).map(({ code }) => code)).toEqual(["otherConductor"]);
});

test("the reason is told with the names of both series, in both languages", () => {
  const [found] = requireSameSeries(file("sipas-2640"), file("sipas-2022"));
  if (found === undefined) throw new Error("nothing was found");
  expectToBeSaidWell(found);
  expect(formatIssue(found, "vi")).toContain("“SIPAS 2017–2021: người đã giao dịch tại cơ quan hành chính”");
  expect(formatIssue(found, "en")).toContain('"SIPAS from 2022: households, whether or not they dealt with an office"');
  const [apart] = requireSameSeries(file("yen-bai-survey"), file("sipas-1001"));
  if (apart === undefined) throw new Error("nothing was found");
  expectToBeSaidWell(apart);
  expect(formatIssue(apart, "vi")).toContain("do địa phương khảo sát");
});

test("law: a questionnaire compares with itself, and with another in both directions or in none", () => {
  const any = fc.constantFrom(...questionnaires);
  fc.assert(
    fc.property(any, any, (a, b) => {
      expect(requireSameSeries(a, a)).toEqual([]);
      const direction = (found: ReturnType<typeof requireSameSeries>) => found.map(({ code }) => code);
      expect(direction(requireSameSeries(a, b))).toEqual(direction(requireSameSeries(b, a)));
    }),
  );
});
