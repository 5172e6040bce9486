import { readFileSync } from "node:fs";
import type { Score } from "par-index";
import { describe, expect, test } from "vitest";
import { run, temporaryFolder } from "./run";

const folder = temporaryFolder();
const report = (id: string, done: number) => ({
  unit: { id, name: `Xã ${id}`, group: "commune" },
  period: "2021",
  round: "appraised",
  items: { "1.1": { option: "onTime" }, "1.2": { done, due: 1000 }, "2": { percent: "80" } },
});
const lines = (...values: readonly unknown[]) => values.map((value) => `${JSON.stringify(value)}\n`).join("");
const tiny = folder.write("reports.jsonl", lines(report("a", 955), report("b", 1000), report("c", 9)));

async function scoresOf(...args: readonly string[]): Promise<readonly Score[]> {
  const { out } = await run(["score", ...args, "--format", "jsonl"]);
  return out
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((line) => JSON.parse(line));
}

async function dataOf(...args: readonly string[]): Promise<readonly Score[]> {
  return JSON.parse((await run(["score", ...args, "--format", "json"])).out).data;
}

describe("score --format jsonl", () => {
  test("prints what JSON prints, a score on each line, behind a line with all the rest", async () => {
    const { out, code } = await run(["score", "example/tiny", tiny, "--format", "jsonl"]);
    const { data, ...head } = JSON.parse((await run(["score", "example/tiny", tiny, "--format", "json"])).out);
    expect(code).toBe(0);
    expect(out).toBe(lines(head, ...data));
  });

  test("scores units that are compared with each other as JSON does", async () => {
    const text = readFileSync("criteria/example/tiny/criteria.json", "utf8");
    const edition = folder.write("comparing.json", text.replace('"measure": "percentage"', '"measure": "peerMean"'));
    const reports = [70, 80, 95].map((percent, index) => ({ ...report(`u${index}`, 900), items: { "2": { percent: `${percent}.5` } } }));
    const scores = await scoresOf(edition, folder.write("compared.jsonl", lines(...reports)));
    expect(scores).toEqual(await dataOf(edition, folder.write("compared.json", JSON.stringify(reports))));
    expect(scores.flatMap(({ waiting }) => waiting)).toEqual([]);
    expect(scores.some(({ root }) => JSON.stringify(root).includes('"cohort"'))).toBe(true);
  });

  test("takes files that are no lines too, and the options that choose reports", async () => {
    const whole = folder.write("reports.json", JSON.stringify([report("d", 500)]));
    expect((await scoresOf("example/tiny", tiny, whole)).map(({ unit }) => unit.id)).toEqual(["a", "b", "c", "d"]);
    expect((await scoresOf("example/tiny", tiny, "--unit", "Xã b")).map(({ unit }) => unit.id)).toEqual(["b"]);
  });

  test("tells all that is wrong in any line, by file and line, before it prints a score", async () => {
    const wrong = `${lines(report("a", 955), report("a", 1001))}\n{"unit"\n${lines(report("e", 1))}`;
    const file = folder.write("wrong.jsonl", wrong);
    const { out, code } = await run(["score", "example/tiny", file, "--format", "jsonl"]);
    const { issues } = JSON.parse(out);
    expect(code).toBe(1);
    expect(out.trimEnd().split("\n")).toHaveLength(1);
    expect(issues.map((found: { code: string; location: { line?: number } }) => [found.code, found.location.line])).toEqual([
      ["doneAboveDue", 2],
      ["notJson", 4],
    ]);
  });

  test("refuses a unit that has two reports, and a choice that leaves none", async () => {
    const twice = folder.write("twice.jsonl", lines(report("a", 1), report("a", 2)));
    const { out, code } = await run(["score", "example/tiny", twice, "--format", "jsonl"]);
    expect([code, JSON.parse(out).issues.map(({ code: what }: { code: string }) => what)]).toEqual([1, ["duplicateUnit"]]);
    const none = await run(["score", "example/tiny", tiny, "--unit", "zz", "--format", "jsonl"]);
    expect([none.code, JSON.parse(none.out).usage.en]).toEqual([2, "The files hold no such report."]);
  });

  test("reads reports from lines in every other form", async () => {
    expect((await dataOf("example/tiny", tiny)).map(({ published }) => published)).toEqual(
      (await scoresOf("example/tiny", tiny)).map(({ published }) => published),
    );
  });
});

describe("score --workers", () => {
  const many = folder.write(
    "many.jsonl",
    lines(...Array.from({ length: 350 }, (_, index) => report(`u${String(index).padStart(3, "0")}`, 500 + index))),
  );
  const comparing = folder.write(
    "comparingMany.json",
    readFileSync("criteria/example/tiny/criteria.json", "utf8").replace('"measure": "percentage"', '"measure": "peerMean"'),
  );

  test.each(["2", "3", "7"])("prints the same bytes from %s threads, also of units that are compared", async (workers) => {
    const one = await run(["score", comparing, many, tiny, "--format", "jsonl"]);
    const several = await run(["score", comparing, many, tiny, "--format", "jsonl", "--workers", workers]);
    expect([one.code, several.code]).toEqual([0, 0]);
    expect(several.out).toBe(one.out);
    expect(one.out.split("\n")).toHaveLength(1 + 353 + 1);
  });

  test("tells the same of what is wrong, and prints no score", async () => {
    const wrong = folder.write("wrongMany.jsonl", `${readFileSync(many, "utf8")}${lines(report("u001", 1), report("x", 1001))}{"unit"`);
    const one = await run(["score", "example/tiny", wrong, "--format", "jsonl"]);
    const several = await run(["score", "example/tiny", wrong, "--format", "jsonl", "--workers", "2"]);
    expect([several.code, several.out]).toEqual([1, one.out]);
  });

  test("a file without a line, and a number of threads that is none", async () => {
    const empty = folder.write("empty.jsonl", "");
    const none = await run(["score", "example/tiny", empty, "--format", "jsonl", "--workers", "2"]);
    expect([none.code, JSON.parse(none.out).usage.en]).toEqual([2, "The files hold no such report."]);
    const wrong = await run(["score", "example/tiny", tiny, "--format", "jsonl", "--workers", "many"]);
    expect([wrong.code, JSON.parse(wrong.out).usage.en]).toEqual([2, '--workers needs a whole number from 1 to 99, not "many".']);
  });
});
