import { formatIssue } from "par-index";
import { diffSealed, linesOf, receipt, redact, replay, safeSeal, seal, verifyReceipt, verifyTrail } from "par-index/audit";
import { loadCriteria, loadReports } from "par-index/node";
import { describe, expect, test } from "vitest";
import { root } from "../repository/sources";

const lines = (text: string) => linesOf(new TextEncoder().encode(text));
const who = { recordedBy: "Sở Nội vụ", recordedAt: "2021-12-20", secret: "a secret of the tests, long enough" };

function sealed(edition: string) {
  const criteria = loadCriteria(`example/${edition}`);
  const { reports } = loadReports(criteria, [`${root}criteria/example/${edition}/examples.json`]);
  return { criteria, reports, file: seal({ ...who, criteria, reports }) };
}

describe.each(["tiny", "rounds", "grading", "agency-quality"])("the sealed round of example/%s", (edition) => {
  const { criteria, reports, file } = sealed(edition);

  test("holds, and recomputed it is identical", () => {
    const { identical, verdict, differences } = replay(lines(file));
    expect({ identical, holds: verdict.holds, differences }).toEqual({ identical: true, holds: true, differences: [] });
  });

  test("does not depend on the order of the reports", () => {
    expect(seal({ ...who, criteria, reports: [...reports].reverse() })).toBe(file);
  });

  test("holds without names, documents and remarks, under the same root, and is recomputed alike", () => {
    const published = redact(lines(file), ["names", "documents", "remarks"]);
    const { identical, verdict } = replay(lines(published));
    expect(verdict.heads).toEqual(verifyTrail(lines(file)).heads);
    expect(identical).toBe(true);
    expect(published).not.toContain(reports[0]?.unit.name);
  });

  test("gives each unit a receipt that holds against the root and no other", () => {
    const [first] = reports;
    const given = receipt(lines(file), first?.unit.id ?? "");
    expect(verifyReceipt(JSON.stringify(given), given.head.root).holds).toBe(true);
    expect(verifyReceipt(given, "0".repeat(64)).issues.map(({ code }) => code)).toEqual(["receiptOfOtherRoot"]);
  });

  test("does not hold with any line dropped, doubled or moved", () => {
    const all = file.trimEnd().split("\n");
    for (const index of all.keys()) {
      const without = all.filter((_, place) => place !== index);
      const doubled = all.flatMap((line, place) => (place === index && !line.startsWith('{"head"') ? [line, line] : [line]));
      expect(verifyTrail(lines(`${without.join("\n")}\n`)).holds).toBe(false);
      if (doubled.length > all.length) expect(verifyTrail(lines(`${doubled.join("\n")}\n`)).holds).toBe(false);
    }
  }, 120_000);
});

test("a changed figure is told to the unit and criterion, and what it does to the points", () => {
  const { file } = sealed("tiny");
  const tampered = file.replace('"1.2":{"done":940', '"1.2":{"done":990');
  const told = replay(lines(tampered)).issues.map((found) => formatIssue(found, "vi"));
  expect(told[0]).toContain("bản ghi 4 · xa-b · 1.2: phần “items/1.2” của bản ghi đã bị sửa");
  expect(told.some((line) => line.includes("hồ sơ ghi 0, tính lại được 3,96. Nguyên nhân: số liệu trong hồ sơ đã bị sửa"))).toBe(true);
});

test("a correction is added with its reason, and the earlier root stays that of the beginning", () => {
  const { criteria, reports, file } = sealed("tiny");
  const [one, ...others] = reports;
  if (one === undefined) throw new Error("there are reports");
  const corrected = [{ ...one, items: { ...one.items, "2": { percent: "50" } } }, ...others];
  const silent = safeSeal({ ...who, criteria, reports: corrected, onto: lines(file) });
  expect(silent.ok ? [] : silent.issues.map(({ code }) => code)).toEqual(["correctionWithoutReason"]);
  const later = seal({ ...who, criteria, reports: corrected, onto: lines(file), reason: "Nhập nhầm" });
  expect(later.startsWith(file)).toBe(true);
  const [first] = verifyTrail(lines(file)).heads;
  const { issues, holds } = verifyTrail(lines(later), { roots: [first?.root ?? ""] });
  expect({ holds, codes: issues.map(({ code }) => code) }).toEqual({ holds: true, codes: ["rootOfBeginning"] });
  expect(replay(lines(later)).identical).toBe(true);
  expect(
    diffSealed(lines(file), lines(later)).units.flatMap(({ unit, criteria: moved }) => moved.map(({ code, cause }) => [unit, code, cause])),
  ).toEqual([[one.unit.id, "2", "evidence"]]);
});
