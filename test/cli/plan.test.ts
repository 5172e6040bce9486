import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { run, temporaryFolder } from "./run";

const folder = temporaryFolder();
const progress = "criteria/example/plan/progress.json";
// biome-ignore lint/suspicious/noExplicitAny: what is changed has no type
const held: any = JSON.parse(readFileSync(progress, "utf8"));

/** The example's progress, changed, as a file. */
function progressFile(name: string, change: object): string {
  return folder.write(name, JSON.stringify({ ...held, ...change }));
}

const { asOf: _, ...undated } = held;
const withoutDay = folder.write("undated.json", JSON.stringify(undated));
const other = progressFile("so-b.json", { unit: { id: "so-b", name: "Sở B", group: "department" }, tasks: {}, reports: {}, targets: {} });

async function json(...args: string[]) {
  const { code, out } = await run(["plan", ...args, "--format", "json"]);
  return { code, output: JSON.parse(out) };
}

describe("par-index plan", () => {
  test("of one unit: counts, tasks with their days late, reports, and targets with what is missing", async () => {
    const { code, out, err } = await run(["plan", "example/plan", progress]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("⚠ VÍ DỤ");
    expect(out).toContain("Sở A · tính đến ngày 30/9/2021");
    expect(out).toContain(
      "Nhiệm vụ: 10; xong 6 (đúng hạn 3, chậm 2, chưa nêu hạn 1), quá hạn chưa xong 1, đang thực hiện 2, chưa thực hiện 1.",
    );
    expect(out).toContain("Báo cáo đã đến hạn: 3; gửi đúng hạn 2, chậm 1, chưa gửi 0.");
    expect(out).toMatch(/Kiểm tra các đơn vị trực thuộc.*đến ngày 30\/6\/2021.*xong ngày 5\/7\/2021, chậm 5 ngày/);
    expect(out).toMatch(/trên 80 %.*96\/120 = 80 %.*chưa đạt: bằng đúng/);
    expect(out).toMatch(/không quá 2 %.*215\/10\.000 = 2,15 %.*vượt 15/);
  });

  test("the day asked about decides what is overdue", async () => {
    const { output } = await json("example/plan", progress, "--on", "31/10/2021");
    expect(output.data[0].on).toBe("2021-10-31");
    expect(output.data[0].tasks.find(({ id }: { id: string }) => id === "7.1")).toMatchObject({
      status: "overdue",
      daysLate: 41,
      days: "working",
    });
    expect(output.warnings).toMatchObject([{ code: "progressOlder", location: { file: progress } }]);
  });

  test("a progress that does not say its day is refused until one is named", async () => {
    expect(await run(["plan", "example/plan", withoutDay])).toMatchObject({ code: 2, err: expect.stringContaining("--on 2021-09-30") });
    expect(await run(["plan", "example/plan", withoutDay, "--on", "2021-02-30"])).toMatchObject({
      code: 2,
      err: expect.stringContaining("2021-02-30"),
    });
    expect(await run(["plan", "example/plan", withoutDay, "--on", "2021-09-30"])).toMatchObject({ code: 0, err: "" });
  });

  test("what was done after the day asked about is an issue, located in its file", async () => {
    const { code, err } = await run(["plan", "example/plan", progress, "--on", "2021-07-01"]);
    expect(code).toBe(1);
    expect(err).toContain(`${progress} · tasks.1.2.doneOn: việc ghi xong ngày 5/7/2021, sau ngày tính tiến độ 1/7/2021`);
  });

  test("--late leaves what is late, and says so where nothing is", async () => {
    const { output } = await json("example/plan", progress, "--late");
    expect(output.data[0].tasks.map(({ id }: { id: string }) => id)).toEqual(["1.2", "2.1", "7.1"]);
    expect(output.data[0].reports.map(({ period }: { period: string }) => period)).toEqual(["2021-H1"]);
    const early = progressFile("early.json", { asOf: "2021-01-15", tasks: {}, reports: {}, targets: {} });
    expect((await run(["plan", "example/plan", early, "--late"])).out).toContain("Không có nhiệm vụ, báo cáo nào chậm.");
  });

  test("--area and --lead leave their part, with counts of its own", async () => {
    const area = await json("example/plan", progress, "--area", "3");
    expect(area.output.data[0].totals.tasks).toMatchObject({ all: 2, done: 2, due: 1 });
    expect(area.output.data[0].targets.map(({ target }: { target: { id: string } }) => target.id)).toEqual(["late", "complaints"]);
    const lead = await json("example/plan", progress, "--lead", "it");
    expect(lead.output.data[0].tasks.map(({ id }: { id: string }) => id)).toEqual(["7.1"]);
    expect(lead.output.data[0].reports).toEqual([]);
    const unknown = await run(["plan", "example/plan", progress, "--lead", "zz"]);
    expect(unknown).toMatchObject({ code: 2, err: expect.stringContaining("one-stop (Bộ phận một cửa)") });
  });

  test("of several units: a line each", async () => {
    const { out } = await run(["plan", "example/plan", progress, other]);
    expect(out).toMatch(/│ Sở A +│ 30\/9\/2021 │ +10 │ +3 │ +2 │ +1 │ +1 │ +2 │ +1 │ +1 │ +0 │ +1 │/);
    expect(out).toMatch(/│ Sở B +│ 30\/9\/2021 │ +10 │ +0 │ +0 │ +0 │ +6 │ +0 │ +4 │ +0 │ +3 │ +0 │/);
  });

  test("as CSV: one table, a row for each task, report and target of each unit", async () => {
    const { out } = await run(["plan", "example/plan", progress, other, "--format", "csv"]);
    const rows = out.trimEnd().split("\r\n");
    expect(rows).toHaveLength(1 + 10 + 5 + 7 + 10 + 5 + 7);
    expect(rows.filter((row) => row.includes("Số ngày chậm"))).toHaveLength(1);
    expect(rows).toContain(
      '"Sở A";"Nhiệm vụ";"7";"7.1";"Ký số toàn bộ văn bản đi";"Trung tâm Công nghệ thông tin";"";"2021-08-31";"overdue";"";"20";"working";"";"";"";"QUÁ HẠN 20 ngày làm việc, 80 %";"example"',
    );
  });

  test("the plan itself, and that a reconstruction is none of the authority's", async () => {
    const { code, out } = await run(["plan", "phu-tho-plan-2021", "--lang", "en"]);
    expect(code).toBe(0);
    expect(out).toContain("⚠ RECONSTRUCTION");
    expect(out).toContain("100 % of 199 communes");
    expect(out).toContain("the register of the province has 225 communes");
    const csv = await run(["plan", "phu-tho-plan-2021", "--format", "csv"]);
    expect(
      csv.out
        .trimEnd()
        .split("\r\n")
        .slice(1)
        .every((row) => row.endsWith('"reconstruction"')),
    ).toBe(true);
  });

  test("an edition that is no plan, and a progress of another plan, are refused", async () => {
    expect(await run(["plan", "example/tiny"])).toMatchObject({ code: 2, err: expect.stringContaining("kế hoạch") });
    const { code, err } = await run(["plan", "phu-tho-plan-2021", progress]);
    expect(code).toBe(1);
    expect(err).toContain("tiến độ ghi của kế hoạch “example/plan@1”");
  });
});

describe("par-index plan --feed", () => {
  test("lists what leaves are given, and saves reports that score", async () => {
    const out = join(folder.path, "fed.json");
    const fed = await run(["plan", "example/plan", progress, "--feed", "example/reform-index", "--out", out]);
    expect(fed.code).toBe(0);
    expect(fed.out).toMatch(/│ 7\.1\.3 │.*2\.988 │/);
    expect(fed.err).toContain("2 nhiệm vụ chưa nêu thời hạn nên không tính là đến hạn");
    const scored = JSON.parse((await run(["score", "example/reform-index", out, "--format", "json"])).out);
    expect(scored).toMatchObject({ ok: true, data: [{ unit: { id: "so-a" }, period: "2021" }] });
    expect(JSON.parse(readFileSync(out, "utf8"))[0].items["7.1.3"]).toEqual({
      done: 2988,
      due: 10000,
      note: "Lấy từ kế hoạch example/plan (lần hiệu đính 1), tính đến ngày 30/9/2021.",
    });
  });

  test("--into fills in the unit's own report; what the unit reported stands, and a difference is told", async () => {
    const [blank, filled] = [join(folder.path, "blank.json"), join(folder.path, "filled.json")];
    const unit = ["--unit", "so-a", "--name", "Sở A", "--group", "department", "--period", "2021"];
    await run(["form", "example/reform-index", ...unit, "--out", blank]);
    const form = JSON.parse(readFileSync(blank, "utf8"));
    form.items["8.3"].count = 21;
    const own = folder.write("own.json", JSON.stringify(form));
    const { code, err } = await run(["plan", "example/plan", progress, "--feed", "example/reform-index", "--into", own, "--out", filled]);
    expect(code).toBe(0);
    expect(err).toContain("so-a · 8.3 · items.count: “count” báo cáo ghi 21, kế hoạch tính ra 20.");
    const { items } = JSON.parse(readFileSync(filled, "utf8"))[0];
    expect(items["8.3"].count).toBe(21);
    expect(items["7.1.3"]).toMatchObject({ done: 2988, due: 10000 });
    expect(items["1.4"]).toEqual(form.items["1.4"]);
    expect((await run(["check", "example/reform-index", filled])).code).toBe(0);
    const stranger = await run(["plan", "example/plan", other, "--feed", "example/reform-index", "--into", own]);
    expect(stranger).toMatchObject({ code: 2, err: expect.stringContaining("Sở B (so-b), kỳ 2021") });
  });

  test("a set that the plan is not linked to is refused, and so is --out alone", async () => {
    expect(await run(["plan", "example/plan", progress, "--feed", "example/tiny"])).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^Lỗi: links: kế hoạch chưa nối với bộ tiêu chí “example\/tiny@1”/),
    });
    expect(await run(["plan", "example/plan", "--feed", "example/reform-index"])).toMatchObject({
      code: 2,
      err: expect.stringContaining("tệp tiến độ"),
    });
    const alone = await run(["plan", "example/plan", progress, "--out", join(folder.path, "alone.json")]);
    expect(alone).toMatchObject({ code: 2, err: expect.stringContaining("--feed") });
  });
});
