import { execFileSync, spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { root } from "../repository/sources";

/** `verify.py` knows the format from its rules alone: what both verifiers say of every vector is what the rules say. */
const python = spawnSync("python3", ["--version"]).status === 0;
const folder = `${root}test/audit/`;
const files = readdirSync(`${folder}vectors`).map((name) => `${folder}vectors/${name}`);
const vectors = files.map((file) => JSON.parse(readFileSync(file, "utf8")));

test.skipIf(!python)("a verifier in Python finds every attack, and holds what holds (skipped where there is no python3)", () => {
  const found = JSON.parse(execFileSync("python3", [`${folder}verify.py`, "--vectors", ...files], { encoding: "utf8" }));
  const withoutKeys = vectors.filter(({ keys }) => keys === undefined);
  const expected = Object.fromEntries(withoutKeys.map(({ name, expect: { holds } }) => [name, holds]));
  expect(Object.fromEntries(Object.entries(found).filter(([name]) => name in expected))).toEqual(expected);
});

test("the verifier in Python stays short enough to be read as a specification", () => {
  expect(readFileSync(`${folder}verify.py`, "utf8").split("\n").length).toBeLessThanOrEqual(151);
});
