import { writeXlsx } from "hucre/xlsx";
import { describe, expect, test } from "vitest";
import { run, temporaryFolder } from "./run";

const folder = temporaryFolder();
const answers = "criteria/example/satisfaction/answers.csv";

async function json(...args: string[]) {
  const { code, out } = await run([...args, "--format", "json"]);
  return { code, output: JSON.parse(out) };
}

describe("par-index sipas", () => {
  test("the whole survey: every part with its people, its answers and its rule", async () => {
    const { code, output } = await json("sipas", "satisfaction", answers);
    expect(code).toBe(0);
    expect(output.data.rows).toEqual({ read: 72, accepted: 72, excluded: 0, rejected: 0 });
    const [whole] = output.data.result.units[0].parts;
    expect(whole).toMatchObject({ rule: "pooled", people: 72, answered: 411, equal: { index: "32500/411", published: "79.08" } });
    expect(output.data.precision[""].byName.all).toMatchObject({ approximate: true, degreesOfFreedom: 9 });
  });

  test("says by which rule, how sure, and that it is not the ministry's figure", async () => {
    const { out } = await run(["sipas", "satisfaction", answers]);
    expect(out).toContain("Cách tổng hợp chỉ số chung: gộp mọi câu trả lời hợp lệ");
    expect(out).toContain("không phải con số do Bộ Nội vụ công bố");
    expect(out).toMatch(/Chỉ số hài lòng chung +│ +72 │ +411 │ +79,08 │ +76,32 │ +64,9 │ 85,5 │/);
  });

  test("units with few people are hidden, and marked for the office that runs the survey", async () => {
    const hidden = await json("sipas", "satisfaction", answers, "--by", "district");
    expect(hidden.output.data.result.units.map(({ parts }: { parts: { equal: unknown }[] }) => parts[0]?.equal)).toEqual([
      null,
      null,
      null,
    ]);
    expect(hidden.output.data.precision.estimates.byName).toEqual({});
    const shown = await json("sipas", "satisfaction", answers, "--by", "district", "--small-cells", "flag");
    expect(Object.keys(shown.output.data.precision.estimates.byName)).toEqual(["A", "B", "C"]);
  });

  test("units that the survey cannot tell apart are named", async () => {
    const { out } = await run(["sipas", "satisfaction", answers, "--by", "group", "--lang", "en"]);
    expect(out).toContain("Cannot be told apart, ranks among them mean nothing: nam, nữ.");
  });

  test("without clusters there is an index and no interval, and the reason", async () => {
    const file = folder.write("plain.csv", `q1;q2;q3;q4;q5;q6;q7\n${"5;4;4;3;5;5;2\n".repeat(40)}`);
    const { code, out, err } = await run(["sipas", "satisfaction", file]);
    expect(code).toBe(0);
    expect(out).not.toContain("95 %: từ");
    expect(err).toContain("cluster");
  });

  test("rows that are refused are named with line and column, the others count, and the exit code is 1", async () => {
    const file = folder.write("wrong.csv", `mã phiếu;q1;q2;q3;q4;q5;q6;q7\n1;5;4;4;3;5;5;2\n2;8;4;4;3;5;5;2\n1;5;4;4;3;5;5;2\n3;5;4\n`);
    const { code, output } = await json("sipas", "satisfaction", file, "--small-cells", "flag");
    expect(code).toBe(1);
    expect(output.data.rows).toEqual({ read: 4, accepted: 1, excluded: 0, rejected: 3 });
    expect(output.issues.map(({ location }: { location: { line: number } }) => location.line)).toEqual([3, 4, 5]);
  });

  test("a factor enters a leaf as an exact ratio, and the explanation says where it is from", async () => {
    const { output } = await json("sipas", "satisfaction", answers, "--item", "F1");
    const [{ item }] = output.data;
    expect(item.ratio).toBe("165/196");
    const report = folder.write(
      "report.json",
      JSON.stringify({
        unit: { id: "a", name: "Xã A", group: "commune" },
        period: "2021",
        round: "selfAssessed",
        items: { "1.1": { option: "onTime" }, "1.2": { done: 955, due: 1000 }, "2": item },
      }),
    );
    const scored = await json("score", "example/tiny", report);
    expect(scored.output.data[0].root.children[1].points).toBe("165/49");
    const { out } = await run(["explain", "example/tiny", report, "--code", "2"]);
    expect(out).toContain("Phiếu mẫu khảo sát sự hài lòng");
    expect(out).toContain("72 người, 196 câu trả lời hợp lệ");
  });
});

describe("par-index sipas --before", () => {
  test("what changed since the earlier survey", async () => {
    const { code, output } = await json("sipas", "satisfaction", answers, "--before", answers);
    expect(code).toBe(0);
    expect(output.data.changes[0]).toMatchObject({ before: "79.08", after: "79.08", change: "0" });
  });

  test("another series is refused, with the reason", async () => {
    const { code, err } = await run(["sipas", "satisfaction", answers, "--before", "sipas-2640", answers]);
    expect(code).toBe(1);
    expect(err).toMatch(/^Lỗi: /);
  });
});

describe("files of answers", () => {
  const found = async (file: string) => (await json("sipas", "satisfaction", file)).output.data;

  test.each(["parquet", "xlsx"])("the same answers as .%s give the same result", async (ending) => {
    const [csv, other] = [await found(answers), await found(`test/fixtures/survey/answers.${ending}`)];
    expect(other.result).toEqual(csv.result);
    expect(other.precision).toEqual(csv.precision);
  });

  test.each(["parquet", "xlsx", "json"])("what is no .%s is told in words", async (ending) => {
    const { code, err } = await run(["sipas", "satisfaction", folder.write(`broken.${ending}`, "no such thing")]);
    expect(code).toBeGreaterThan(0);
    expect(err).toMatch(/^Lỗi: /);
    expect(err).not.toContain("    at ");
  });

  test("an Excel sheet whose headings are merged is told by its columns", async () => {
    const sheet = async (headings: readonly string[], merge: { startCol: number; endCol: number }) => {
      const rows = [headings, ["A", 5, 4, 4, 3, 5, 5, 2]].map((row) => row.map((value) => (value === "" ? null : value)));
      const merges = [{ startRow: 0, endRow: 0, ...merge }];
      return folder.write("merged.xlsx", (await writeXlsx({ sheets: [{ name: "A", rows, merges }] })) as Uint8Array);
    };
    const two = await run([
      "sipas",
      "satisfaction",
      await sheet(["xã", "q1", "", "q3", "q4", "q5", "q6", "q7"], { startCol: 1, endCol: 2 }),
    ]);
    expect(two.code).toBe(1);
    expect(two.err).toContain("cột thứ 3 (C trong Excel) có tiêu đề trống");
    expect(two.err).toContain("thiếu cột “q2”");
    const title = await run(["sipas", "satisfaction", await sheet(["Phiếu", "", "", "", "", "", "", ""], { startCol: 0, endCol: 7 })]);
    expect(title.err).toContain("cột “Phiếu” không phải câu hỏi");
  });

  test("the rows that another engine counted, as JSON", async () => {
    const rows = [
      { group: "nam", item: "a1", value: "5", people: 30 },
      { group: "nam", item: "a1", value: "2", people: "10" },
    ];
    const { result, rows: read } = await found(folder.write("counted.json", JSON.stringify(rows)));
    expect(read).toBeNull();
    expect(result.units[0].parts.find(({ id }: { id: string }) => id === "q1").equal.published).toBe("75.00");
  });

  test("the query for another engine", async () => {
    const { out } = await run(["sipas", "sql", "satisfaction", "--dialect", "postgresql", "--table", "phiếu", "--by", "province"]);
    expect(out).toContain('FROM "phiếu"');
  });
});

describe("par-index sipas plan", () => {
  test("the design of Hà Nội in 2024: 18 communes, 36 hamlets, 75 people in each", async () => {
    const { out } = await run(["sipas", "plan", "--respondents", "2700", "--districts", "6", "--communes", "3", "--hamlets", "2"]);
    expect(out).toContain("6 huyện, 18 xã, 36 thôn; mỗi thôn 75 người.");
    expect(out).toMatch(/0,05 │ +4,70 │ +574 │/);
  });

  test("Slovin's formula, shared out in proportion", async () => {
    const { output } = await json("sipas", "plan", "--population", "5000", "--strata", "A=3000", "B=2000");
    expect(output.data).toMatchObject({ respondents: 371, allocation: { A: 223, B: 148 } });
  });

  test("asks for what it needs", async () => {
    const { code, err } = await run(["sipas", "plan"]);
    expect(code).toBe(2);
    expect(err).toContain("--population");
  });
});
