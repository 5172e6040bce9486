import { beforeAll, describe, expect, test } from "vitest";
import { readCsv } from "./csv";
import { reports } from "./reports";
import { type Ran, run, runAll, temporaryFolder } from "./run";

const folder = temporaryFolder();
const notRated = { vi: "Mới thành lập", en: "Newly founded" };
const invented = { confidence: "invented" };
const units = [
  { id: "xa-a", name: "Xã A", group: "commune", provenance: invented },
  { id: "xa-b", name: "Xã B", group: "commune", provenance: invented },
  { id: "xa-d", name: "@SUM(1+1)", group: "commune", notRated, provenance: invented },
  { id: "xa-e", name: "Xã E", group: "commune", provenance: invented },
  { id: "xa-f", name: "Xã F", group: "commune", notRated, provenance: invented },
  { id: "so-c", name: "Sở C", group: "department", provenance: invented },
  { id: "h-g", name: "Huyện G", group: "district", provenance: invented },
];
const register = {
  format: "par-index/units/1",
  id: "example/communes",
  revision: 1,
  status: "example",
  title: { vi: "Các xã, sở để thử", en: "Some communes and departments" },
  notice: { vi: "Đặt ra để thử.", en: "Invented for tests." },
  periods: ["2021"],
  sources: {},
  groups: [
    { id: "commune", title: { vi: "Xã", en: "Communes" } },
    { id: "department", title: { vi: "Sở", en: "Departments" } },
    { id: "district", title: { vi: "Huyện", en: "Districts" } },
  ],
  units,
};
const registerFile = folder.write("units.json", JSON.stringify(register, null, 2));
const file = folder.write(
  "reports.json",
  JSON.stringify(reports.map((report) => (report.unit.id === "xa-d" ? { ...report, unit: { ...report.unit, notRated } } : report))),
);

const commands = ["check", "score", "rank"] as const;

describe.each(commands)("%s with a register of units", (command) => {
  const ran: { vi?: Ran; en?: Ran; json?: Ran; csv?: Ran } = {};
  beforeAll(async () => {
    const call = (...more: string[]) => run([command, "example/tiny", file, "--units", registerFile, ...more]);
    [ran.vi, ran.en, ran.json, ran.csv] = await Promise.all([
      call(),
      call("--lang", "en"),
      call("--format", "json"),
      call("--format", "csv"),
    ]);
  });

  test("succeeds, and names the register and how official it is", () => {
    expect(ran.vi).toMatchObject({ code: 0, out: expect.stringMatching(/Đối chiếu với: Các xã, sở để thử\n⚠ VÍ DỤ: Đặt ra để thử\./) });
    expect(ran.en).toMatchObject({ code: 0, out: expect.stringMatching(/Held against: Some communes.*\n⚠ EXAMPLE: Invented for tests\./) });
    expect(JSON.parse(ran.json?.out ?? "")).toMatchObject({
      ok: true,
      units: { id: "example/communes", status: "example", notice: register.notice },
    });
  });

  test("warns of a name that is not the unit's, and tells who sent nothing of the groups that the set scores", () => {
    const told = [
      'Lưu ý: xa-b · unit.name: báo cáo ghi tên “=HYPERLINK("http://example.org";"Xã B")”, danh mục ghi “Xã B”. Kiểm tra mã và tên đơn vị.',
      "Lưu ý: nhóm “Xã”: 1 trong 3 đơn vị chưa gửi báo cáo kỳ “2021”, vòng “appraised”: Xã E. Kiểm tra và nhắc các đơn vị này.",
    ];
    expect(ran.vi?.err.trimEnd().split("\n")).toEqual(told);
    expect(ran.csv?.err.trimEnd().split("\n")).toEqual(told);
    expect(ran.en?.err).toContain('group "Communes": 1 of 3 units sent no report of the period "2021", round "appraised": Xã E.');
    expect(JSON.parse(ran.json?.out ?? "").warnings).toMatchObject([
      { code: "unitNameDiffers", location: { unit: "xa-b", path: ["unit", "name"] } },
      { code: "reportsMissing", payload: { units: [{ id: "xa-e", name: "Xã E" }], listed: 3 } },
    ]);
    expect(ran.json?.err).toBe("");
  });

  test("prints nothing of a register that it was not given", async () => {
    const { out, err } = await run([command, "example/tiny", file, "--format", "json"]);
    expect(JSON.parse(out)).not.toHaveProperty("units");
    expect(err).toBe("");
  });
});

test("check tells that the register holds", async () => {
  const { out } = await run(["check", "example/tiny", "--units", registerFile]);
  expect(out).toContain("Danh mục đơn vị đúng: 7 đơn vị.");
});

describe("a unit that is not rated", () => {
  test("is listed by rank without a rank, with the reason, and is not in the mean", async () => {
    const [vi, csv, json] = await runAll([
      ["rank", "example/tiny", file],
      ["rank", "example/tiny", file, "--lang", "en", "--format", "csv"],
      ["rank", "example/tiny", file, "--format", "json"],
    ]);
    expect(vi?.out).toMatch(/– │ @SUM\(1\+1\) .*│ không xếp hạng: Mới thành lập/);
    expect(vi?.out).toContain("của 2 đơn vị");
    expect(readCsv((csv?.out ?? "").slice(1), ",").find((row) => row[1] === "xa-d")).toMatchObject({
      0: "",
      6: "",
      7: "not ranked: Newly founded",
    });
    const { groups, summaries } = JSON.parse(json?.out ?? "").data;
    expect(groups[0].places.at(-1)).toMatchObject({
      unit: { id: "xa-d", notRated },
      rank: null,
      exact: null,
      published: null,
      reason: "notRated",
    });
    expect(summaries[0]).toMatchObject({ units: 2, leftOut: ["xa-d"] });
  });

  test("is scored all the same, and its sheet says so", async () => {
    const { out } = await run(["score", "example/tiny", file, "--unit", "xa-d", "--lang", "en"]);
    expect(out).toContain("@SUM(1+1) · period 2021 · appraised · not ranked: Newly founded");
    expect(out).toMatch(/Published: \d/);
  });
});

describe("a register that cannot be used, or reports that contradict it", () => {
  const wrong = folder.write("wrong.json", JSON.stringify({ ...register, units: [...units, { ...units[0], name: "Xã Z" }] }, null, 2));
  const merged = folder.write(
    "merged.json",
    JSON.stringify({
      ...register,
      units: units
        .map((unit) => (unit.id === "xa-a" ? { ...unit, until: "2021-11-30", mergedInto: "xa-e" } : unit))
        .filter(({ id }) => id !== "so-c"),
    }),
  );

  test.each([
    ["an unknown id", ["--units", "example/units"], 2, /không có phiên bản “example\/units”/],
    ["a file that is not there", ["--units", "none.json"], 2, /none\.json: không đọc được tệp/],
    ["a criteria set", ["--units", "example/tiny"], 2, /“example\/tiny” là bộ tiêu chí, không phải danh mục đơn vị/],
    ["no register at all", ["--units"], 2, /Tùy chọn “--units <register>” thiếu giá trị/],
    ["a register that does not hold", ["--units", wrong], 1, /^Lỗi: .*wrong\.json:\d+:\d+ · xa-a · units\.7\.id: “xa-a” xuất hiện hai lần/],
    [
      "a register that has a unit merged and another not at all: all is told",
      ["--units", merged],
      1,
      /^Lỗi: xa-a · unit\.id: “Xã A” tồn tại đến hết ngày 30\/11\/2021, sau đó nhập vào “Xã E” \(xa-e\).*\nLưu ý: xa-b .*\nLỗi: so-c · unit\.id: danh mục đơn vị không có “so-c”.*\nLưu ý: nhóm “Xã”: 1 trong 2 đơn vị chưa gửi.*Xã E/,
    ],
  ])("%s", async (_, more, code, says) => {
    for (const ran of await runAll(commands.map((command) => [command, "example/tiny", file, ...more]))) {
      expect(ran).toMatchObject({ code, out: "", err: expect.stringMatching(says) });
    }
  });

  test("a register where a criteria set is asked for", async () => {
    expect(await run(["check", "phu-tho-units"])).toMatchObject({ code: 2, out: "", err: expect.stringContaining("--units") });
  });
});

test("editions lists the registers as what they are", async () => {
  const [csv, json] = await runAll([
    ["editions", "--format", "csv"],
    ["editions", "--format", "json"],
  ]);
  const row = readCsv((csv?.out ?? "").slice(1), ";").find(([alias]) => alias === "phu-tho-units");
  expect(row?.slice(-3)).toEqual(["phục dựng", "danh mục đơn vị", expect.stringMatching(/^[0-9a-f]{64}$/)]);
  expect(JSON.parse(json?.out ?? "").data).toContainEqual(expect.objectContaining({ alias: "phu-tho-units", holds: "units" }));
});
