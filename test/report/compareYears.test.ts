import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  compareYears,
  formatRefusal,
  formatYears,
  type Refusal,
  type ScoredYear,
  safeCompareYears,
  scoreAll,
  type YearChange,
} from "par-index";
import { loadCriteria, loadReports } from "par-index/node";
import { describe, expect, test } from "vitest";
import { listNodes } from "../../src/criteria/tree";
import { refusalWords } from "../../src/report/yearWords";
import { issuesOf } from "../badInput/issues";

const folder = fileURLToPath(new URL("../fixtures/years/", import.meta.url));

function year(period: string, unit: string): ScoredYear {
  const criteria = loadCriteria(`${folder}criteria-${period}.json`);
  const scores = scoreAll(criteria, loadReports(criteria, [`${folder}reports-${period}.json`]).reports);
  const score = scores.find((one) => one.unit.id === unit);
  if (score === undefined) throw new Error(`no score of ${unit}`);
  return { criteria, score };
}

const changesOf = (unit: string) => listNodes<YearChange>(compareYears(year("2021", unit), year("2022", unit)).root);
const changeAt = (unit: string, code: string) => changesOf(unit).find((change) => change.code === code);

describe("two years between which the set was renumbered and amended", () => {
  test("read as an officer reads them", () => {
    const compared = compareYears(year("2021", "xa-a"), year("2022", "xa-a"));
    expect(`${formatYears(compared, "vi")}\n`).toBe(readFileSync(`${folder}expected.vi.txt`, "utf8"));
  });

  test("are plain data", () => {
    const compared = compareYears(year("2021", "xa-a"), year("2022", "xa-a"));
    expect(JSON.parse(JSON.stringify(compared))).toStrictEqual(compared);
  });

  test("give a difference only to what is alike in both", () => {
    const told = changesOf("xa-a").filter(({ difference }) => difference !== null);
    expect(told.map(({ code, from, difference }) => [from ?? code, code, difference])).toEqual([
      ["1.1", "1.1", "-0.5"],
      ["2.1", "3.1", "1"],
      ["3", "4", "0.35"],
      ["3.1", "4.1", "0.1"],
      ["3.2", "4.2", "0.25"],
    ]);
  });

  test("say of what is not alike why, and each reason by itself", () => {
    expect(changeAt("xa-a", "1.2")?.refused).toEqual([{ reason: "maximumChanged", before: "1", after: "1.5" }]);
    expect(changeAt("xa-a", "3.2")?.refused).toEqual([
      { reason: "ruleChanged", fields: [{ path: "rule.floor.atLeast", before: "95", after: "90" }] },
    ]);
    expect(changeAt("xa-a", "2.1")?.refused).toEqual([{ reason: "added" }]);
    expect(changeAt("xa-a", "1")?.refused).toEqual([
      { reason: "maximumChanged", before: "3", after: "2.5" },
      { reason: "childrenDiffer", refused: ["1.2"], gone: ["1.2"] },
    ]);
  });

  test("list what is no longer there, with its points", () => {
    const { removed } = compareYears(year("2021", "xa-a"), year("2022", "xa-a"));
    expect(removed).toMatchObject([{ code: "1.2", title: { vi: "Báo cáo định kỳ" }, maxPoints: "1", before: "1.00" }]);
  });

  test("of a unit with figures missing: neither those leaves nor what is above them", () => {
    expect(changeAt("xa-b", "4.1")?.refused).toEqual([{ reason: "withoutPoints", before: "nothingDue", after: null }]);
    expect(changeAt("xa-b", "4.2")?.refused).toEqual([{ reason: "withoutPoints", before: null, after: "missing" }]);
    expect(changeAt("xa-b", "4")).toMatchObject({
      before: "0.75",
      after: null,
      difference: null,
      refused: [
        { reason: "countedMaximumDiffers", before: "1", after: "2" },
        { reason: "childrenDiffer", refused: ["4.1", "4.2"], gone: [] },
      ],
    });
  });

  test("of two units are refused, and the unit is named", () => {
    const outcome = safeCompareYears(year("2021", "xa-b"), year("2022", "xa-a"));
    expect(issuesOf(outcome)).toMatchObject([
      { code: "yearsOfTwoUnits", payload: { before: "xa-b", after: "xa-a" }, location: { unit: "xa-a" } },
    ]);
  });

  test("with a score of another set are refused", () => {
    const [before, after] = [year("2021", "xa-a"), year("2022", "xa-a")];
    expect(issuesOf(safeCompareYears({ ...before, criteria: after.criteria }, after)).map(({ code }) => code)).toEqual(["otherCriteria"]);
    expect(issuesOf(safeCompareYears(before, { ...after, criteria: before.criteria })).map(({ code }) => code)).toEqual(["otherCriteria"]);
  });
});

describe("every reason", () => {
  const reasons: readonly Refusal[] = [
    { reason: "added" },
    { reason: "titleDiffers", before: { vi: "Họp trực tuyến" }, after: { vi: "Dịch vụ công" } },
    { reason: "maximumChanged", before: "1", after: "1.5" },
    { reason: "countedMaximumDiffers", before: "2", after: "2.5" },
    { reason: "ruleChanged", fields: ["a", "b", "c"].map((id) => ({ path: `rule.${id}.points`, before: "0.5", after: "" })) },
    { reason: "methodChanged", before: "appraised", after: "surveyed" },
    { reason: "readingDiffers", before: "text", after: "portal" },
    { reason: "policiesDiffer", policies: ["rounding", "published", "notApplicable"] },
    { reason: "withoutPoints", before: "missing", after: "notCounted" },
    { reason: "childrenDiffer", refused: ["1.1", "1.2"], gone: ["1.3"] },
  ];

  test("is here", () => expect(reasons.map(({ reason }) => reason).sort()).toEqual(Object.keys(refusalWords).sort()));

  test("has its words in Vietnamese", () => {
    expect(reasons.map((reason) => formatRefusal(reason, "vi"))).toEqual([
      "mới, năm trước không có",
      "cùng mã, khác tên (trước: “Họp trực tuyến”); nếu vẫn là tiêu chí cũ, khai “formerly” trong bộ tiêu chí sau",
      "điểm tối đa khác: 1 → 1,5",
      "tổng điểm tối đa được tính khác: 2 → 2,5",
      "cách chấm điểm khác: rule.a.points 0,5 → –; rule.b.points 0,5 → –; và 1 chỗ khác",
      "phương thức đánh giá khác: thẩm định → điều tra xã hội học",
      "cách hiểu áp dụng khác: text → portal",
      "quy định tính toán khác: làm tròn, kết quả công bố, không áp dụng",
      "không có điểm để so sánh: năm trước chưa có số liệu, năm sau không tính điểm",
      "mục con không so sánh được: 1.1, 1.2; mục con đã bỏ hoặc chuyển đi (mã cũ): 1.3",
    ]);
  });

  test("has its words in English", () => {
    expect(reasons.map((reason) => formatRefusal(reason, "en"))).toEqual([
      "new, not there in the earlier year",
      'same code, another title (before: "Họp trực tuyến"); if it is the same criterion, say so with "formerly" in the later set',
      "another maximum: 1 → 1.5",
      "another counted maximum: 2 → 2.5",
      "another rule: rule.a.points 0.5 → –; rule.b.points 0.5 → –; and 1 more",
      "another method: appraised → surveyed",
      "another reading: text → portal",
      "other policies: rounding, what is published, not applicable",
      "no points to compare: earlier missing, later not counted",
      "not compared below it: 1.1, 1.2; removed or moved (old codes): 1.3",
    ]);
  });
});
