import { readdirSync } from "node:fs";
import type { Issue } from "par-index";
import { linesOf, readPublicKey, safeReplay, verifyTrail } from "par-index/audit";
import { describe, expect, test } from "vitest";
import { root } from "../repository/sources";
import { type Attack, attacks, type ExpectedIssue } from "./attacks";

/**
 * One file per attack, for verifiers in any language: `lines` with a line feed after each, or `base64` where the bytes matter;
 * what they are held against; and what has to be found. `vitest -u` writes the files anew when the format changes.
 */
function vectorOf({ name, says, file, roots, keys, criteria, expect: expected }: Attack): string {
  const content = file instanceof Uint8Array ? { base64: Buffer.from(file).toString("base64") } : { lines: file };
  return `${JSON.stringify({ name, says, ...content, roots, keys, criteria, expect: expected }, null, 2)}\n`;
}

const folder = `${root}test/audit/vectors/`;

test("there is a file for each attack, and no other", () => {
  expect(readdirSync(folder).sort()).toEqual(attacks.map(({ name }) => `${name}.json`).sort());
});

describe.each(attacks.map((attack) => [attack.name, attack] as const))("%s", (name, attack) => {
  test("stands in its file", async () => {
    await expect(vectorOf(attack)).toMatchFileSnapshot(`${folder}${name}.json`);
  });

  const { lines, base64, roots = [], keys = [], criteria, expect: expected } = JSON.parse(vectorOf(attack));
  const bytes = base64 === undefined ? Buffer.from(lines.map((line: string) => `${line}\n`).join("")) : Buffer.from(base64, "base64");
  const options = { roots, keys: keys.map(keyIn) };

  test("is found", () => {
    const { holds, issues } = verifyTrail(linesOf(bytes), options);
    expect({ holds, issues: issues.map(toldOf) }).toEqual({ holds: expected.holds, issues: expected.issues });
  });

  test.skipIf(expected.replay === undefined)("is recomputed", () => {
    const outcome = safeReplay(linesOf(bytes), { ...options, criteria });
    const { refused, identical, differences, among, issues = [] } = expected.replay;
    if (!outcome.ok) {
      expect(outcome.issues.map(toldOf)).toEqual(refused);
      return;
    }
    const { value } = outcome;
    expect(refused).toBeUndefined();
    expect(value.identical).toBe(identical);
    const found = value.differences.map(({ entry: _, period: _period, ...difference }) => difference);
    if (differences !== undefined) expect(found).toEqual(differences);
    if (among !== undefined) expect(found).toEqual(expect.arrayContaining(among));
    if (differences === undefined && among === undefined) return;
    const further = value.issues.slice(value.verdict.issues.length).filter(({ code }) => code !== "resultDiffers");
    expect(further.map(toldOf).map(({ line: _, ...told }) => told)).toEqual(issues);
  });
});

function keyIn(pem: string) {
  const read = readPublicKey(pem);
  if (!read.ok) throw new Error(read.why);
  return read.key;
}

function toldOf({ code, severity, location: { line, entry, unit, code: criterion } }: Issue): ExpectedIssue {
  return JSON.parse(JSON.stringify({ code, notice: severity === "warning" ? true : undefined, line, entry, unit, criterion }));
}
