import { formatNumber, parseReports, scoreRounds } from "par-index";
import { resultsDigest } from "par-index/audit";
import { loadCriteria } from "par-index/node";
import { appraisalMinutes, safeAppraisalMinutes } from "par-index/workbook";
import { describe, expect, test } from "vitest";
import { leafScores } from "../../../src/score/nodeScore";
import { fixedTimes } from "../../../src/workbook/minutes/fixedTimes";
import { readText } from "../../editions/editionFiles";
import { paragraphsOf, tableRowsOf, zipParts } from "./zipParts";

const rounds = loadCriteria("example/rounds");
const unit = { id: "a", name: "Sở A" };
const own = { unit, period: "2021", round: "selfAssessed", items: { "1": { done: 20, due: 20 } } };
const appraised = {
  unit,
  period: "2021",
  round: "appraised",
  items: { "1": { done: 17, due: 20, reason: "3 hồ sơ trả muộn", asks: "Vì sao muộn?" } },
};
const reportsOf = (...reports: readonly object[]) => parseReports(rounds, reports);
const chosen = { unit: "a", period: "2021" };

/** The text of the paper, and of what stands at the bottom of its pages. */
async function read(file: Promise<Uint8Array>) {
  const parts = zipParts(await file);
  const document = parts.find(({ name }) => name === "word/document.xml")?.text ?? "";
  const footers = parts.filter(({ name }) => /^word\/footer\d\.xml$/.test(name)).map(({ text }) => paragraphsOf(text).join("\n"));
  return { parts, paragraphs: paragraphsOf(document), rows: tableRowsOf(document), footers };
}

test("of many units may be of one scoring, and are then the same", async () => {
  const reports = reportsOf(own, appraised);
  const scored = appraisalMinutes(rounds, reports, { ...chosen, scores: scoreRounds(rounds, reports) });
  expect(await scored).toEqual(await appraisalMinutes(rounds, reports, chosen));
});

test("cite documents with their day as offices write it", async () => {
  const item = { ...appraised.items["1"], documents: [{ number: "12/BC-SNV", issuedOn: "2021-12-05" }] };
  const { rows } = await read(appraisalMinutes(rounds, reportsOf(own, { ...appraised, items: { "1": item } }), chosen));
  expect(rows.flat().join(" ")).toContain("12/BC-SNV, 5/12/2021");
});

describe.each(["example/rounds", "example/reform-index", "example/grading", "example/agency-quality"])("the minutes of %s", (id) => {
  const criteria = loadCriteria(id);
  const reports = parseReports(criteria, JSON.parse(readText(`${id}/examples.json`)).reports);
  const scores = scoreRounds(criteria, reports);

  test("show the published digits of every criterion", async () => {
    for (const score of scores.counted.slice(0, 6)) {
      const { rows } = await read(appraisalMinutes(criteria, reports, { unit: score.unit.id, period: score.period }));
      const heading = rows.find(([first]) => first === "STT") ?? [];
      const column = heading.findIndex((text) => text === "Điểm được tính" || text === "Điểm");
      for (const { code, state, published } of leafScores(score.root).filter((leaf) => leaf.state !== "monitored")) {
        const row = rows.find(([first]) => first === code) ?? [];
        expect(row).toHaveLength(heading.length);
        if (state === "scored") expect(row[column]).toBe(formatNumber(published, "vi"));
      }
    }
  });

  test("say on the first page what the set is, and at the bottom of each the digest of the results", async () => {
    const [
      {
        unit: { id: first },
        period,
      } = { unit, period: "" },
    ] = scores.counted;
    const { paragraphs, footers } = await read(appraisalMinutes(criteria, reports, { unit: first, period }));
    expect(paragraphs.filter((text) => text.startsWith("⚠ VÍ DỤ: "))).toHaveLength(1);
    expect(footers).toEqual([1, 2].map(() => expect.stringContaining(resultsDigest(criteria, scores))));
  });
});

describe("the minutes of a unit", () => {
  test("set both sides beside each other, with the difference and the reason, and what was asked", async () => {
    const { rows, paragraphs } = await read(appraisalMinutes(rounds, reportsOf(own, appraised), chosen));
    const row = rows.find(([code]) => code === "1");
    expect(row?.slice(2)).toEqual(["10", "10,00", "8,50", "-1,50", "Thẩm định lần 1 (8,50): 3 hồ sơ trả muộn"]);
    expect(paragraphs).toContain("- 1 Hồ sơ giải quyết đúng hạn (Thẩm định lần 1): Vì sao muộn?");
    expect(paragraphs).not.toContain("Không có.");
  });

  test("leave what is missing blank, with a word beside it, and publish nothing", async () => {
    const { rows, paragraphs } = await read(appraisalMinutes(rounds, reportsOf(own, appraised), chosen));
    expect(rows.find(([code]) => code === "3")?.slice(3)).toEqual(["", "", "", expect.stringMatching(/chưa có số liệu/)]);
    expect(paragraphs.filter((text) => text.startsWith("Chưa đủ số liệu để công bố"))).toHaveLength(1);
    expect(paragraphs.filter((text) => text.startsWith("Điểm công bố"))).toEqual([]);
  });

  test("hold what people wrote as text", async () => {
    const name = 'Sở <script>alert("&amp;")</script>';
    const hostile = { ...appraised, items: { "1": { ...appraised.items["1"], reason: "=1+1 </w:t> & ]]>" } } };
    const reports = [own, hostile].map((report) => ({ ...report, unit: { ...unit, name } }));
    const { rows, paragraphs } = await read(appraisalMinutes(rounds, reportsOf(...reports), chosen));
    expect(paragraphs).toContain(`- ${name};`);
    expect(rows.find(([code]) => code === "1")?.at(-1)).toBe("Thẩm định lần 1 (8,50): =1+1 </w:t> & ]]>");
  });

  test("are the same bytes again, whatever the order of the reports, and do not tell when they were written", async () => {
    const file = await appraisalMinutes(rounds, reportsOf(own, appraised), chosen);
    expect(await appraisalMinutes(rounds, reportsOf(appraised, own), chosen)).toEqual(file);
    const parts = zipParts(file);
    expect(new Set(parts.flatMap(({ written }) => written)).size).toBe(1);
    expect(parts.filter(({ text }) => text.includes(`${new Date().getFullYear()}-`)).map(({ name }) => name)).toEqual([]);
  });

  test("are refused for a unit that has no report of the period", async () => {
    for (const other of [
      { ...chosen, unit: "zz" },
      { ...chosen, period: "2020" },
    ]) {
      expect(await safeAppraisalMinutes(rounds, reportsOf(own), other)).toMatchObject({ ok: false, issues: [{ code: "unknownUnit" }] });
      await expect(appraisalMinutes(rounds, reportsOf(own), other)).rejects.toThrow("không có báo cáo của đơn vị");
    }
  });
});

test("only a zip file has its times fixed", () => {
  expect(() => fixedTimes(new Uint8Array(100))).toThrow(TypeError);
});
