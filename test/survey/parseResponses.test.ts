import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatIssue } from "../../src/issue/formatIssue";
import { parseResponseStream, parseResponses, safeParseResponses } from "../../src/survey/parseResponses";
import { csvOf, person, plainTally, survey } from "./responses";

const ids = survey.questions.map(({ id }) => id);
const five = "5;5;5;5;5;5;5";

/** The bytes in pieces. */
function* pieces(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

describe("a file of answers", () => {
  test("comes to what counting people one by one comes to, in whatever pieces, encoding and separator", () => {
    fc.assert(
      fc.property(
        fc.array(person, { maxLength: 12 }),
        fc.integer({ min: 1, max: 50 }),
        fc.constantFrom(";", ",", "\t"),
        fc.constantFrom("", "\ufeff"),
        fc.constantFrom("utf8", "utf16le"),
        (people, size, separator, mark, encoding) => {
          const bytes = Buffer.from(mark + csvOf(people, separator), encoding as BufferEncoding);
          const read = parseResponses(survey, pieces(bytes, size));
          expect(read.tally).toEqual(plainTally(survey, people));
          expect(read.rows).toEqual({ ...read.rows, read: people.length, rejected: 0 });
        },
      ),
    );
  });

  test("loses no row: what is accepted, excluded and rejected adds up to what was read, whatever stands in it", () => {
    const anything = fc.string({ unit: fc.constantFrom("5", "9", "7", ";", '"', "\n", " ", "ế", "-1", "x"), maxLength: 200 });
    fc.assert(
      fc.property(anything, fc.integer({ min: 1, max: 30 }), (text, size) => {
        const bytes = Buffer.from(`stratum;cluster;weight;${ids.join(";")}\n${text}`);
        const { rows, tally, issues } = parseResponses(survey, pieces(bytes, size));
        expect(rows.accepted + rows.excluded + rows.rejected).toBe(rows.read);
        expect(tally.respondents).toBe(rows.accepted);
        expect(issues.length > 0).toBe(rows.rejected > 0);
      }),
      { numRuns: 500 },
    );
  });

  test("is read from a stream, too", async () => {
    const people = fc.sample(person, { numRuns: 20, seed: 5 });
    async function* stream() {
      yield* pieces(Buffer.from(csvOf(people)), 64);
    }
    expect((await parseResponseStream(survey, stream())).tally).toEqual(plainTally(survey, people));
  });

  test("may say answers in words, in windows-1258, with a comma in the weight", () => {
    // As windows-1258 writes them, with the tone as a letter of its own: tỉnh, trọng số, Hà Nội, mức 5.
    const [province, weight, place, fifth] = [
      "t\u0069\u00d2nh",
      "Tr\u006f\u00f2ng s\u00f4\u00ec",
      "H\u00e0 N\u00f4\u00f2i",
      "m\u00fd\u00ecc 5",
    ];
    const bytes = Buffer.from(`${province};${weight};${ids.join(";")}\n${place};1,50;${fifth};5;5;5;5;5;5\n`, "latin1");
    const read = parseResponses(survey, [bytes]);
    expect(read.read.encoding).toBe("windows-1258");
    expect(read.tally.answers[0]).toEqual({ cell: { province: "Hà Nội", weight: "1.5" }, question: "q1", answer: "5", count: 1 });
  });

  test.each([";", ",", "\t"])("may tell Excel its separator in the first line: sep=%s", (separator) => {
    const file = [
      `sep=${separator}`,
      ids.join(separator),
      five.replaceAll(";", separator),
      five.replaceAll(";", separator).replace("5", "6"),
    ];
    for (const lineEnd of ["\n", "\r\n"]) {
      const { rows, issues, read } = parseResponses(survey, file.join(lineEnd));
      expect(read.separator).toBe(separator);
      expect(rows).toEqual({ read: 2, accepted: 1, excluded: 0, rejected: 1 });
      expect(issues[0]?.location).toEqual({ line: 4, path: ["q1"] });
    }
  });

  test("counts blank forms apart, and passes over lines without text", () => {
    const read = parseResponses(survey, `${ids.join(";")}\n\n;;;;;;\n${five}\n;; ;;;;\r\n\r\n`);
    expect(read.rows).toEqual({ read: 2, accepted: 1, excluded: 1, rejected: 0 });
  });

  test("may name its columns otherwise, and what is not counted by", () => {
    const headings = `STT;Câu một;${ids.slice(1).join(";")};Tỉnh`;
    const columns = { questions: { q1: "câu  MỘT" }, ignored: ["stt"] };
    const read = parseResponses(survey, `${headings}\n1;${five};Hà Nội\n`, { columns, by: [] });
    expect(read.rows.accepted).toBe(1);
    expect(read.tally.keys).toEqual([]);
    expect(read.read.ignored).toEqual(["STT", "Tỉnh"]);
  });
});

describe("rows with something wrong are located, and not counted", () => {
  const heading = `mã phiếu;tầng;cụm;trọng số;${ids.join(";")}`;
  test.each([
    ["an answer outside the scale", "a;T;C;1;5;6;5;5;5;5;5", "answerOutsideScale", "2 · q2"],
    ["a weight of zero", `a;T;C;0;${five}`, "weightNotPositive", "2 · trọng số"],
    ["a weight that is no number", `a;T;C;x;${five}`, "weightNotPositive", "2 · trọng số"],
    ["a respondent twice", `a;T;C;1;${five}\n a ;T;C;1;${five}`, "respondentTwice", "3"],
    ["a cluster in two strata", `a;T;C;1;${five}\nb;U;C;1;${five}`, "clusterInTwoStrata", "3"],
    ["a cluster that is not named", `a;T; ;1;${five}`, "designMissing", "2 · cụm"],
    ["a broken last line", `a;T;C;1;${five}\n\nb;T;C;1;5;"5`, "quoteNotClosed", "4"],
    ["a last line cut short", `a;T;C;1;${five}\nb;T;C;1;5;5`, "fieldsMiscounted", "3"],
    ["one field too many", `a;T;C;1;${five};5`, "fieldsMiscounted", "2"],
  ])("%s", (_, body, code, place) => {
    const { issues, rows, issueCounts } = parseResponses(survey, `${heading}\n${body}`);
    expect(issues.map((found) => found.code)).toEqual([code]);
    expect(formatIssue(issues[0] as (typeof issues)[number], "vi").replace(/: .*/s, "")).toMatch(new RegExp(`${place}$`));
    expect(rows.rejected).toBe(1);
    expect(issueCounts).toEqual({ [code]: 1 });
  });

  test("bytes of another encoding than before", () => {
    const bytes = Buffer.concat([
      Buffer.from(`tỉnh;${ids.join(";")}\nHà Nội;${five}\n`),
      Buffer.from(`H\u00e0 N\u00f4\u00f2i;${five}\n`, "latin1"),
    ]);
    expect(parseResponses(survey, [bytes]).issues.map(({ code }) => code)).toEqual(["bytesNotText"]);
  });

  test("are listed up to a number of each code, and counted beyond", () => {
    const { issues, issueCounts, rows } = parseResponses(survey, `${ids.join(";")}\n${"8;5;5;5;5;5;5\n".repeat(50)}x\n`, { listed: 3 });
    expect(issues.map(({ code }) => code)).toEqual([...Array(3).fill("answerOutsideScale"), "fieldsMiscounted"]);
    expect(issueCounts).toEqual({ answerOutsideScale: 50, fieldsMiscounted: 1 });
    expect(rows).toEqual({ read: 51, accepted: 0, excluded: 0, rejected: 51 });
  });
});

test("something in a column without a heading is located by the column", () => {
  const { rows, issues } = parseResponses(
    survey,
    `${"ghi chú;".repeat(25)};;${ids.join(";")};;\n${";".repeat(26)}x;${five};;\n${";".repeat(27)}${five};;\n`,
    {
      columns: { ignored: ["ghi chú"] },
    },
  );
  expect(rows).toMatchObject({ accepted: 1, rejected: 1 });
  expect(issues.map((found) => formatIssue(found, "en"))).toEqual([expect.stringContaining("column 27 (AA in Excel) has a blank heading")]);
});

describe("files of which nothing can be counted", () => {
  const refused = (text: string, questionnaire = survey, options = {}) => {
    const outcome = safeParseResponses(questionnaire, text, options);
    return outcome.ok ? [] : outcome.issues.map(({ code }) => code);
  };
  test.each([
    ["a question that is not asked", `${ids.join(";")};q8\n`, ["columnUnknown"]],
    ["a question that is missing", `${ids.slice(1).join(";")}\n`, ["columnMissing"]],
    ["a question twice", `${ids.join(";")};Q1\n`, ["columnTwice"]],
    ["a heading that is broken", `${ids.join(";")};"x\n`, ["quoteNotClosed"]],
    ["a heading that is merged over two questions", `xã;q1;;${ids.slice(2).join(";")};;\n`, ["columnUnheaded", "columnMissing"]],
    ["nothing at all", "", ids.map(() => "columnMissing")],
  ])("%s", (_, text, codes) => expect(refused(text)).toEqual(codes));

  test("a key that is asked for and missing", () =>
    expect(refused(`${ids.join(";")}\n`, survey, { by: ["weight"] })).toEqual(["columnMissing"]));

  test("a questionnaire that is partial", () => {
    const partial = { ...survey, file: { ...survey.file, coverage: "partial" as const } };
    expect(refused(`${ids.join(";")}\n`, partial)).toEqual(["questionnairePartial"]);
  });
});
