import { readFileSync } from "node:fs";
import { parseCriteria, parseReports } from "par-index";
import { linesOf, seal } from "par-index/audit";
import { root } from "../repository/sources";
import { keyFrom, signatureLine } from "./secondWriter";

/** The sealed records that the tests of the audit room attack, as lines. */

export const who = { recordedBy: "Sở Nội vụ", recordedAt: "2021-12-20", secret: "a secret of the tests, long enough" };

export function linesIn(text: string): readonly string[] {
  return text.trimEnd().split("\n");
}

export function bytesOf(lines: readonly string[]): Uint8Array {
  return new TextEncoder().encode(lines.map((line) => `${line}\n`).join(""));
}

export function exampleOf(id: string) {
  const read = (file: string) => JSON.parse(readFileSync(`${root}criteria/example/${id}/${file}.json`, "utf8"));
  return { file: read("criteria"), reports: read("examples").reports };
}

export function sealedFrom({ file, reports }: { readonly file: unknown; readonly reports: unknown }): readonly string[] {
  const criteria = parseCriteria(file);
  return linesIn(seal({ ...who, criteria, reports: parseReports(criteria, reports) }));
}

export function lineAt(lines: readonly string[], number: number): string {
  return lines[number - 1] ?? "";
}

export function rootIn(line: string): string {
  return JSON.parse(line).head.root;
}

/**
 * Entries of the tiny record: 1 the set; 2 so-c, 3 xa-a, 4 xa-b as appraised; 5 so-c, 6 xa-a, 7 xa-b as scored; 8 published. The
 * head is line 9.
 */
export const example = exampleOf("tiny");
export const tiny = sealedFrom(example);
export const tinyRoot = rootIn(lineAt(tiny, 9));
export const rounds = sealedFrom(exampleOf("rounds"));
export const grading = sealedFrom(exampleOf("grading"));

/**
 * The tiny record and what was added later, as xa-b settled 960 of 1000 in time: entries 9 (its evidence), 10 (its score) and
 * 11 (published) in the lines 10 to 12, and another head in line 13.
 */
export const corrected = (() => {
  const criteria = parseCriteria(example.file);
  const reports = parseReports(criteria, JSON.parse(JSON.stringify(example.reports).replace('"done":940', '"done":960')));
  return linesIn(seal({ ...who, criteria, reports, onto: linesOf(bytesOf(tiny)), reason: "Nhập nhầm số hồ sơ" }));
})();

/** The tiny set, its second criterion measured against the mean of the communes: xa-a 60 %, xa-b 80 %, so that the mean is 70 %. */
export const compared = (() => {
  const file = structuredClone(example.file);
  file.children[1].rule.reads = { measure: "peerMean", of: { vi: "Tỷ lệ hài lòng" } };
  const percents: Readonly<Record<string, string>> = { "xa-a": "60", "xa-b": "80" };
  const reports = structuredClone(example.reports).filter(({ unit }: { unit: { id: string } }) => unit.id in percents);
  for (const { unit, items } of reports) items["2"] = { percent: percents[unit.id] };
  return sealedFrom({ file, reports });
})();

export const council = keyFrom(7);
export const signed = [...tiny, signatureLine(council, lineAt(tiny, 9))];

/** One unit alone: the smallest record that has everything. */
export const alone = sealedFrom({ file: example.file, reports: example.reports.slice(0, 1) });
