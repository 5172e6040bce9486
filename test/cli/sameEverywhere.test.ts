import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { criteriaPath } from "../editions/editionFiles";
import { reports } from "./reports";
import { main, type Ran, run, runAll, temporaryFolder } from "./run";

const folder = temporaryFolder();
const file = folder.write("reports.json", JSON.stringify(reports));

/** A report with the keys of every object in the reverse order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, reversed(item)]),
  );
}

const turned = folder.write("turned.json", JSON.stringify(reversed(reports)));
const shuffled = folder.write("shuffled.json", JSON.stringify([...reports].reverse()));

const rankAsJson = ["rank", "example/tiny", file, "--format", "json"];
const calls: readonly (readonly string[])[] = [
  ["score", "example/tiny", file, "--format", "csv"],
  rankAsJson,
  ["explain", "example/tiny", file, "--unit", "xa-b"],
];

const places: readonly NodeJS.ProcessEnv[] = [
  { TZ: "Asia/Ho_Chi_Minh", LANG: "vi_VN.UTF-8", LC_ALL: "vi_VN.UTF-8" },
  { TZ: "Pacific/Kiritimati", LANG: "tr_TR.UTF-8", LC_ALL: "C", FORCE_COLOR: "1" },
];

/** What the calls print where the tests are run, for the others to be compared with. */
const here = new Map<string, Ran>();
beforeAll(async () => {
  const ran = await runAll(calls);
  ran.forEach((one, index) => {
    here.set(JSON.stringify(calls[index]), one);
  });
});
const printedHere = (args: readonly string[]) => here.get(JSON.stringify(args));

describe.each(calls)("%s %s", (...args) => {
  test("prints the same bytes in every time zone and locale", async () => {
    expect(printedHere(args)).toMatchObject({ code: 0, err: "" });
    for (const env of places) expect(await run(args, { env: { PATH: process.env.PATH, ...env } })).toEqual(printedHere(args));
  });

  test("prints the same bytes whatever the order of keys in its reports", async () => {
    expect(await run(args.map((word) => (word === file ? turned : word)))).toEqual(printedHere(args));
  });
});

describe("a ranking", () => {
  test.each([
    ["table", "group"],
    ["csv", "all"],
    ["json", "group"],
    ["json", "all"],
  ])("is the same bytes whatever the order of reports, as %s within %s", async (format, within) => {
    const files = [file, shuffled].map((reported) => ["rank", "example/tiny", reported, "--format", format, "--within", within]);
    const [asWritten, other] = await runAll(files);
    expect(asWritten).toMatchObject({ code: 0, err: "" });
    expect(other).toEqual(asWritten);
  });

  test("of several files is that of one", async () => {
    const files = reports.map((report, index) => folder.write(`report-${index}.json`, JSON.stringify(report)));
    expect(await run(["rank", "example/tiny", ...files, "--format", "json"])).toEqual(printedHere(rankAsJson));
  });
});

describe("grades under quotas", () => {
  const rated = `${criteriaPath}example/grading/examples.json`;
  const reported = JSON.parse(readFileSync(rated, "utf8")).reports;
  const otherOrder = folder.write("rated.json", JSON.stringify(reversed([...reported].reverse())));

  test.each(["table", "csv", "json"])("are the same bytes whatever the order of reports, as %s", async (format) => {
    const [asWritten, other] = await runAll(
      [rated, otherOrder].map((reports) => ["grade", "example/grading", reports, "--format", format]),
    );
    expect(asWritten).toMatchObject({ code: 0, err: "" });
    expect(other).toEqual(asWritten);
  });
});

/** A call whose reader goes away after the first bytes, as `head` does. */
function cutShort(args: readonly string[]): Promise<{ readonly code: number | null; readonly err: string }> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [main, ...args], { stdio: ["ignore", "pipe", "pipe"] });
    let err = "";
    child.stderr.on("data", (chunk: Buffer) => {
      err += chunk.toString();
    });
    child.stdout.once("data", () => child.stdout.destroy());
    child.on("close", (code) => done({ code, err }));
  });
}

test.each([[["tour"]], [["tour", "--format", "json"]], [["editions", "--format", "csv"]]])(
  "a pipe that closes early is no error: %j",
  async (args) => {
    expect(await cutShort(args)).toEqual({ code: 0, err: "" });
  },
);

describe("a reconstruction says so wherever its numbers are shown", () => {
  const unit = { id: "a", name: "A", group: "province" };
  const report = folder.write(
    "report.json",
    JSON.stringify({ unit, period: "2026", round: "appraised", items: { "2.1": { done: 955, due: 1000 } } }),
  );
  const shown: readonly (readonly string[])[] = [
    ["form", "index-766"],
    ["check", "index-766", report],
    ["score", "index-766", report],
    ["rank", "index-766", report, "--by", "2.1"],
    ["explain", "index-766", report, "--code", "2.1"],
    ["tour"],
  ];

  test.each(shown.map((args) => ({ command: args[0], args })))("$command", async ({ args }) => {
    const forms = [
      ["--lang", "vi"],
      ["--lang", "en"],
      ["--format", "csv"],
      ["--format", "json"],
    ];
    const [vi = "", en = "", csv = "", json = ""] = (await runAll(forms.map((form) => [...args, ...form]))).map(({ out }) => out);
    expect(vi).toMatch(/^⚠ PHỤC DỰNG: \S/m);
    expect(en).toMatch(/^⚠ RECONSTRUCTION: \S/m);
    const lines = csv.trimEnd().split("\r\n");
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.filter((line) => !/;"(reconstruction|Tình trạng bộ tiêu chí)"$/.test(line))).toEqual([]);
    expect(JSON.parse(json).criteria).toMatchObject({ status: "reconstruction", notice: { vi: expect.stringMatching(/\S/) } });
  });

  const forms = [
    ["--lang", "vi"],
    ["--lang", "en"],
    ["--format", "csv"],
    ["--format", "json"],
  ] as const;

  test("years", async () => {
    const own = { unit, period: "2026", round: "selfAssessed", items: { "2.1": { done: 9, due: 10 } } };
    const earlier = folder.write("earlier.json", JSON.stringify(own));
    const args = ["years", "index-766", report, "--before", "index-766", earlier];
    const [vi = "", en = "", csv = "", json = ""] = (await runAll(forms.map((form) => [...args, ...form]))).map(({ out }) => out);
    expect(vi).toMatch(/^Năm trước:\n.*\n⚠ PHỤC DỰNG: \S.*\n.*\nNăm sau:\n.*\n⚠ PHỤC DỰNG: \S/m);
    expect(en).toMatch(/^The earlier year:\n.*\n⚠ RECONSTRUCTION: \S.*\n.*\nThe later year:\n.*\n⚠ RECONSTRUCTION: \S/m);
    const [headings, ...lines] = csv.trimEnd().split("\r\n");
    expect(headings).toMatch(/;"Tình trạng"$/);
    expect(lines.filter((line) => !line.endsWith(';"reconstruction → reconstruction"'))).toEqual([]);
    const official = { status: "reconstruction", notice: { vi: expect.stringMatching(/\S/) } };
    expect(JSON.parse(json).data).toMatchObject({ before: { criteria: official }, after: { criteria: official } });
  });

  describe("diff", () => {
    const diffs = async (before: string, after: string) =>
      (await runAll(forms.map((form) => ["diff", before, after, ...form]))).map(({ out }) => out);

    test("with another set", async () => {
      const [vi = "", en = "", csv = "", json = ""] = await diffs("index-766", "example/tiny");
      expect(vi).toMatch(/^Từ:\n.*\n⚠ PHỤC DỰNG: \S.*\nĐến:\n.*\n⚠ VÍ DỤ: \S/);
      expect(en).toMatch(/^From:\n.*\n⚠ RECONSTRUCTION: \S.*\nTo:\n.*\n⚠ EXAMPLE: \S/);
      const [headings, ...lines] = csv.trimEnd().split("\r\n");
      expect(headings).toMatch(/;"Tình trạng"$/);
      expect(lines.filter((line) => !line.endsWith(';"reconstruction → example"'))).toEqual([]);
      expect(JSON.parse(json).data).toMatchObject({
        before: { status: "reconstruction", notice: { vi: expect.stringMatching(/\S/) } },
        after: { id: "example/tiny", status: "example" },
      });
    });

    test("with itself", async () => {
      const [vi = "", en = "", csv = "", json = ""] = await diffs("index-766", "index-766");
      expect(vi).toMatch(/⚠ PHỤC DỰNG: [\s\S]*⚠ PHỤC DỰNG: [\s\S]*Hai bộ tiêu chí như nhau\.\n$/);
      expect(en).toMatch(/⚠ RECONSTRUCTION: [\s\S]*⚠ RECONSTRUCTION: [\s\S]*The two sets are the same\.\n$/);
      expect(csv).toMatch(/^"⚠ PHỤC DỰNG: \S/m);
      expect(JSON.parse(json).data).toMatchObject({
        before: { status: "reconstruction" },
        after: { status: "reconstruction" },
        changes: [],
      });
    });
  });
});
