import fc from "fast-check";
import {
  type CriteriaSet,
  type Evidence,
  evidenceForm,
  parseCriteria,
  parseReports,
  parseReportsCsv,
  reportsToCsv,
  safeParseReportsCsv,
} from "par-index";
import { loadCriteria } from "par-index/node";
import { describe, expect, test } from "vitest";
import { scenariosWith } from "../arbitraries/criteria";
import { gradedScenarios } from "../arbitraries/grading";
import { roundScenarios } from "../arbitraries/rounds";
import { expectToBeSaidWell, expectTwinToThrow, issuesOf } from "../badInput/issues";
import { readCsv } from "../cli/csv";
import { criteriaOf } from "../laws/scored";
import { documented } from "./documented";

const tiny = loadCriteria("example/tiny");
const languages = ["vi", "en"] as const;

/** Text as people write it, and as spreadsheets misread it. */
const texts = fc
  .oneof(
    fc.constantFrom(
      "=1+1",
      "'=1+1",
      "''-x",
      "-",
      "+84 912",
      "@xã",
      "'",
      '"',
      '";"',
      "a\nb",
      "a;b",
      "a,b",
      "\tx",
      "1.250",
      "true",
      "Hoà",
      "Đ",
    ),
    fc.string({ unit: "grapheme", minLength: 1 }),
  )
  .filter((text) => text.trim() !== "" && !/[\p{Cc}\p{Cs}]/u.test(text.replace(/[\n\t]/g, "")));

const documents = fc.record(
  {
    number: texts,
    title: texts,
    issuer: texts,
    place: texts,
    issuedOn: fc.constantFrom("2021-01-15", "31/12/2020"),
    file: fc.constantFrom("proof/kế hoạch.pdf", "-a.pdf"),
    sha256: fc.constant("0a".repeat(32)),
  },
  { requiredKeys: [] },
);
const beside = fc.record(
  { note: texts, reason: texts, asks: texts, documents: fc.array(documents, { maxLength: 12 }) },
  { requiredKeys: [] },
);
const heading = fc.record({ name: texts, notRated: fc.record({ vi: texts, en: texts }, { requiredKeys: ["vi"] }) }, { requiredKeys: [] });

type Said = Evidence["items"][string];

/** Reports, what is said of each leaf and unit besides added in turn. */
function withTexts(criteria: CriteriaSet, reports: readonly unknown[], said: readonly Said[], headings: readonly object[]) {
  const plain = parseReports(criteria, reports);
  let turn = 0;
  const more = plain.map(({ unit, items, ...report }, index) => ({
    ...report,
    sentOn: "2021-12-31",
    unit: { ...unit, ...headings[index % headings.length] },
    items: Object.fromEntries(
      Object.entries(items).map(([code, item]) => {
        const { reason, asks, ...rest } = said[turn++ % said.length] ?? {};
        const asking = report.round === "selfAssessed" || report.round === "explained" || asks === undefined ? {} : { asks };
        return [code, { ...rest, ...asking, ...(reason === undefined ? {} : { reason }), ...item }];
      }),
    ),
  }));
  return more;
}

function expectNothingLost(criteria: CriteriaSet, reports: readonly Evidence[]): void {
  for (const language of languages) {
    const table = reportsToCsv(criteria, reports, { language });
    expect(parseReportsCsv(criteria, table)).toStrictEqual(reports);
    expect(parseReportsCsv(criteria, new TextEncoder().encode(table))).toStrictEqual(reports);
  }
}

describe("a table of reports gives back every report", () => {
  test("with all that may be said beside figures", () => {
    const drawn = fc.tuple(scenariosWith({ units: 3 }), fc.array(beside, { minLength: 1 }), fc.array(heading, { minLength: 1 }));
    fc.assert(
      fc.property(drawn, ([scenario, said, headings]) => {
        const criteria = criteriaOf(scenario);
        expectNothingLost(criteria, parseReports(criteria, withTexts(criteria, scenario.reports, said as readonly Said[], headings)));
      }),
      { numRuns: 30 },
    );
  });

  test("of all rounds and appraisers", () => {
    fc.assert(
      fc.property(roundScenarios({ units: 2 }), (scenario) => {
        const criteria = criteriaOf(scenario);
        expectNothingLost(criteria, parseReports(criteria, scenario.reports));
      }),
      { numRuns: 60 },
    );
  });

  test("with the facts and events of its grade", () => {
    fc.assert(
      fc.property(gradedScenarios({ units: 2 }), ({ file, reports }) => {
        const criteria = parseCriteria(file);
        expectNothingLost(criteria, parseReports(criteria, reports));
      }),
      { numRuns: 60 },
    );
  });

  test("in whatever order its rows come", () => {
    const scenario = fc.tuple(scenariosWith({ units: 2 }), fc.infiniteStream(fc.nat()));
    fc.assert(
      fc.property(scenario, ([drawn, keys]) => {
        const criteria = criteriaOf(drawn);
        const reports = parseReports(criteria, drawn.reports);
        const [first = "", ...rows] = reportsToCsv(criteria, reports).trimEnd().split("\r\n");
        const shuffled = rows.map((row) => ({ row, key: keys.next().value as number })).sort((a, b) => a.key - b.key);
        const table = [first, ...shuffled.map(({ row }) => row)].join("\r\n");
        const read = parseReportsCsv(criteria, table);
        expect([...read].sort(byId)).toStrictEqual([...reports].sort(byId));
      }),
      { numRuns: 50 },
    );
  });

  test("that was read from a blank form as one in which everything is missing", () => {
    for (const edition of ["example/tiny", "example/grading"]) {
      const criteria = loadCriteria(edition);
      const group = criteria.file.groups[0]?.id ?? "";
      const form = evidenceForm(criteria, { id: "a", name: "A", group }, criteria.file.periods[0]);
      for (const language of languages) {
        expect(parseReportsCsv(criteria, reportsToCsv(criteria, [form], { language }))).toStrictEqual(parseReports(criteria, form));
      }
    }
  });
});

const byId = (a: Evidence, b: Evidence) => (a.unit.id < b.unit.id ? -1 : 1);

test("no text of a table begins as a formula does, and no number is changed", () => {
  const report = {
    unit: { id: "a", name: '=HYPERLINK("x")', group: "commune" },
    period: "2021",
    round: "selfAssessed",
    items: { "1.2": { done: 955, due: 1000, note: "-5" }, "2": { percent: "82,5", documents: [{ number: "@1", title: "'+x" }] } },
  };
  const rows = readCsv(reportsToCsv(tiny, parseReports(tiny, report)).replace(/^\uFEFF/, ""), ";");
  expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  const said = rows.slice(1).map((row) => [row[7], row[9], row[11]]);
  expect(said).toEqual([
    ["", "criteria", "example/tiny@1"],
    ["1.2", "done", "955"],
    ["1.2", "due", "1000"],
    ["1.2", "note", "'-5"],
    ["2", "percent", "82,5"],
    ["2", "documents.1.number", "'@1"],
    ["2", "documents.1.title", "''+x"],
  ]);
  expect(rows[1]?.slice(0, 7)).toEqual(["a", `'=HYPERLINK("x")`, "commune", "2021", "selfAssessed", "", ""]);
});

const headings = "Mã đơn vị;Tên đơn vị;Nhóm đơn vị;Kỳ báo cáo;Vòng;Mã tiêu chí;Tiêu chí;Mục;Giá trị";
const unit = "xa-a;Xã A;commune;2021;tự đánh giá";

describe("a table as an office keeps it", () => {
  const table = `${headings}\n${unit};2;;percent;82,50\n`;
  const expected = [expect.objectContaining({ round: "selfAssessed", items: { "2": { percent: "82.5" } } })];

  test.each<[string, string | Uint8Array]>([
    ["parted by semicolons", table],
    ["parted by tabs", table.replaceAll(";", "\t")],
    ["parted by commas", table.replace("82,50", '"82,50"').replaceAll(";", ",")],
    ["with English headings", table.replace(headings, "Unit id;Unit name;Group;Period;Round;Code;Criterion;Field;Value")],
    ["with headings in capitals", table.replace(headings, headings.toUpperCase())],
    ["with names in code for headings", table.replace(headings, "unit;unitName;group;period;round;code;title;key;value")],
    ["with the tones written elsewhere", table.replaceAll("Xã A", "Xã A".normalize("NFD"))],
    ["with lines of blank cells, and a blank column", `${table.replaceAll("\n", ";\n")};;;;;;;;;\n`],
    ["as UTF-16", Buffer.from(`\uFEFF${table}`, "utf16le")],
    ["as windows-1258", windows1258(table)],
    ["with blanks around what it says", table.replaceAll(";", " ; ")],
  ])("is read: %s", (_, file) => {
    expect(parseReportsCsv(tiny, file)).toEqual(expected);
  });

  test("says yes and no as people do", () => {
    const rows = [`${unit};2;;notApplicable;Có`, `${unit};2;;reason;Không khảo sát`].join("\n");
    expect(parseReportsCsv(tiny, `${headings}\n${rows}`)[0]?.items).toEqual({ "2": { notApplicable: true, reason: "Không khảo sát" } });
  });

  test("may leave blank why a unit is not rated", () => {
    const rows = [`${unit};2;;percent;50`, `${unit};;;notRated;`, `${unit};;;criteria;`].join("\n");
    expect(parseReportsCsv(tiny, `${headings}\n${rows}`)).toEqual([
      expect.objectContaining({ unit: { id: "xa-a", name: "Xã A", group: "commune" } }),
    ]);
  });

  test("names documents by numbers that need not follow one another", () => {
    const rows = [`${unit};1.1;;option;onTime`, `${unit};1.1;;documents.7.number;7`, `${unit};1.1;;documents.2.number;2`];
    const [report] = parseReportsCsv(documented, `${headings}\n${rows.join("\n")}`);
    expect(report?.items["1.1"]?.documents).toEqual([{ number: "2" }, { number: "7" }]);
  });
});

/** Text in windows-1258, where tones are bytes of their own. */
function windows1258(text: string): Uint8Array {
  const decoder = new TextDecoder("windows-1258");
  const bytes = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
  return Uint8Array.from([...text].flatMap((letter) => bytesOf(letter, bytes)));
}

function bytesOf(letter: string, bytes: ReadonlyMap<string, number>): number[] {
  const whole = bytes.get(letter);
  if (whole !== undefined) return [whole];
  const marks = [...letter.normalize("NFD")];
  const tone = marks.findIndex((mark) => /[\u0300\u0301\u0303\u0309\u0323]/.test(mark));
  const base = marks
    .filter((_, index) => index !== tone)
    .join("")
    .normalize("NFC");
  return [base, marks[tone] ?? ""].map((part) => bytes.get(part) ?? Number.NaN);
}

describe("what is wrong is told where it stands", () => {
  const row = (code: string, key: string, value: string, title = "") => `${unit};${code};${title};${key};${value}`;
  const told = (rows: readonly string[], criteria = tiny, first = headings) => {
    const outcome = safeParseReportsCsv(criteria, [first, ...rows].join("\n"));
    const issues = issuesOf(outcome);
    issues.forEach(expectToBeSaidWell);
    expectTwinToThrow(() => parseReportsCsv(criteria, [first, ...rows].join("\n")), outcome);
    return issues.map(({ code, location: { line, column, code: leaf } }) => [line, column, leaf, code]);
  };

  test.each<[string, readonly string[], unknown]>([
    ["a figure above the whole", [row("1.2", "done", "12"), row("1.2", "due", "10")], [[2, 9, "1.2", "doneAboveDue"]]],
    ["a figure without its other", [row("1.2", "done", "12")], [[2, 6, "1.2", "missingKey"]]],
    ["a percentage that looks like a ratio", [row("2", "percent", "0,955")], [[2, 9, "2", "percentLooksLikeRatio"]]],
    ["a code that no leaf has", [row("9", "percent", "5")], [[2, 6, undefined, "unknownCode"]]],
    ["a field that the leaf does not have", [row("2", "prozent", "5")], [[2, 9, "2", "unknownKey"]]],
    ["one thing said twice", [row("2", "percent", "5"), row("2", "percent", "6")], [[3, 8, "2", "duplicateKey"]]],
    ["a value of nothing", [row("2", "", "5")], [[2, 8, "2", "missingKey"]]],
    ["a row of the report that says nothing known", [row("", "percent", "5")], [[2, 8, undefined, "unknownKey"]]],
    ["another edition", [row("", "criteria", "example/tiny@2")], [[2, 9, undefined, "otherCriteria"]]],
    ["a code that a spreadsheet rounded", [row("1.1", "option", "onTime", "Hồ sơ giải quyết đúng hạn")], [[2, 7, "1.1", "titleDiffers"]]],
    [
      "a unit that changes its name",
      [row("2", "percent", "5"), row("1.1", "option", "late").replace("Xã A", "Xã B")],
      [[3, 2, undefined, "cellsDisagree"]],
    ],
    ["a round that there is not", [row("2", "percent", "5").replace("tự đánh giá", "vòng 9")], [[2, 5, undefined, "notAllowed"]]],
    ["a row cut short", ["xa-a;Xã A"], [[2, undefined, undefined, "fieldsMiscounted"]]],
    ["a mark that is not closed", [`${unit};2;;percent;"5`, row("2", "percent", "5")], [[2, undefined, undefined, "quoteNotClosed"]]],
  ])("%s", (_, rows, expected) => {
    expect(told(rows)).toEqual(expected);
  });

  test("a document on the row that names it, whatever its number", () => {
    const rows = [row("1.1", "option", "onTime"), row("1.1", "documents.3.number", "1"), row("1.1", "documents.3.issuedOn", "30/2/2021")];
    expect(told(rows, documented)).toEqual([[4, 9, "1.1", "notADate"]]);
  });

  test.each<[string, string, unknown]>([
    ["a column that is not known", `${headings};Ghi chú`, [[1, 10, undefined, "reportColumnUnknown"]]],
    ["a column twice", `${headings};Value`, [[1, 10, undefined, "columnTwice"]]],
    ["a column that is missing", headings.replace(";Mục", ""), [[1, undefined, undefined, "reportColumnMissing"]]],
    ["a file of something else", "a;b", [[1, 1], [1, 2], [1], [1], [1], [1], [1], [1], [1]]],
  ])("%s", (_, first, expected) => {
    expect(told([], tiny, first).map((found, index) => found.slice(0, (expected as unknown[][])[index]?.length))).toEqual(expected);
  });

  test("an empty file", () => {
    expect(new Set(told([], tiny, "").map(([, , , code]) => code))).toEqual(new Set(["reportColumnMissing"]));
  });
});
