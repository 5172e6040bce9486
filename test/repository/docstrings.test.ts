import * as core from "par-index";
import * as analysis from "par-index/analysis";
import * as audit from "par-index/audit";
import * as node from "par-index/node";
import * as notebook from "par-index/notebook";
import * as page from "par-index/page";
import * as plan from "par-index/plan";
import { expect, test } from "vitest";
import { sourceFiles } from "./sources";

const names = [
  ...Object.keys(core),
  ...Object.keys(node),
  ...Object.keys(audit),
  ...Object.keys(plan),
  ...Object.keys(page),
  ...Object.keys(analysis),
  ...Object.keys(notebook),
];

/** The comment that stands right above a name's declaration. */
function docstringOf(name: string): string | undefined {
  const declaration = new RegExp(`(/\\*\\*(?:(?!\\*/)[\\s\\S])*\\*/)\\nexport (?:async )?(?:function\\*?|const|class) ${name}\\b`);
  return sourceFiles()
    .map(({ text }) => declaration.exec(text)?.[1])
    .find((comment) => comment !== undefined);
}

test("every public name says what comes out", () => {
  expect(names.filter((name) => docstringOf(name) === undefined)).toEqual([]);
});

test("every public function has an example that runs, but for the safe twins, which only name theirs", () => {
  const without = names.filter((name) => !docstringOf(name)?.includes("@example"));
  expect(without.filter((name) => !/^safe[A-Z]/.test(name))).toEqual([]);
});

test("every safe twin names the function that it is the twin of", () => {
  const twins = names.filter((name) => /^safe[A-Z]/.test(name));
  const nameless = twins.filter((twin) => !docstringOf(twin)?.includes(`{@link ${twin[4]?.toLowerCase()}${twin.slice(5)}}`));
  expect(nameless).toEqual([]);
});
