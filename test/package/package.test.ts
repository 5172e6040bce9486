import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { root } from "../repository/sources";

/** A project that has the built package installed, as its users have it. */
let project: string;

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), "par-index-user-"));
  const installed = join(project, "node_modules", "par-index");
  mkdirSync(installed, { recursive: true });
  for (const part of ["dist", "criteria", "package.json"]) cpSync(join(root, part), join(installed, part), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(installed, "node_modules"));
  writeFileSync(join(project, "package.json"), '{ "type": "module" }');
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

function runNode(file: string, code: string): string {
  writeFileSync(join(project, file), code);
  return execFileSync(process.execPath, [file], { cwd: project, encoding: "utf8" }).trim();
}

const use = `const tiny = loadCriteria("example/tiny");
const report = { unit: { id: "a", name: "A", group: "commune" }, period: "2021", round: "selfAssessed", items: { "1.2": { done: 955, due: 1000 } } };
console.log(scoreUnit(tiny, parseEvidence(tiny, report)).points);`;

test("the package is imported as an ES module", () => {
  const code = `import { parseEvidence, scoreUnit } from "par-index";\nimport { loadCriteria } from "par-index/node";\n${use}`;
  expect(runNode("esm.mjs", code)).toBe("3.82");
});

test("the package is required as CommonJS", () => {
  const code = `const { parseEvidence, scoreUnit } = require("par-index");\nconst { loadCriteria } = require("par-index/node");\n${use}`;
  expect(runNode("cjs.cjs", code)).toBe("3.82");
});

test("in CommonJS, too, a package that comes as an ES module only is loaded when it is needed", () => {
  const draw = `const { chartSvg } = require("par-index/chart");
const data = { values: [{ a: 1 }] };
chartSvg({ data, mark: "point", encoding: { x: { field: "a", type: "quantitative" } } }).then((svg) => console.log(svg.slice(0, 4)));`;
  expect(runNode("draw.cjs", draw)).toBe("<svg");
});

test("importing the core loads no file system, no command line and no table", () => {
  const code = `import { registerHooks } from "node:module";
import "par-index";
const loaded = process.moduleLoadList ?? [];
console.log(JSON.stringify(loaded.filter((name) => /commander|cli-table3|csv-stringify/.test(name))));`;
  expect(runNode("core.mjs", code.replace('import { registerHooks } from "node:module";\n', ""))).toBe("[]");
});

test("its types say what it answers", () => {
  writeFileSync(
    join(project, "types.ts"),
    `import { parseCriteria, safeParseCriteria, type Score, scoreUnit, parseEvidence } from "par-index";
import { loadCriteria } from "par-index/node";
const criteria = loadCriteria("example/tiny");
const score: Score = scoreUnit(criteria, parseEvidence(criteria, {}));
const points: string = score.points;
const outcome = safeParseCriteria({});
if (outcome.ok) parseCriteria(outcome.value.file);
else outcome.issues[0]?.code satisfies string | undefined;
// @ts-expect-error points are text, never a number
const wrong: number = score.points;
export { points, wrong };`,
  );
  const compile = (...options: string[]) =>
    execFileSync(
      process.execPath,
      [
        join(root, "node_modules/typescript/bin/tsc"),
        "--noEmit",
        "--strict",
        "--skipLibCheck",
        "--target",
        "es2022",
        ...options,
        "types.ts",
      ],
      {
        cwd: project,
        encoding: "utf8",
      },
    );
  // As notebooks resolve types: by typesVersions, which names every entry that exports names.
  const { exports, typesVersions } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const entries = Object.keys(exports).filter((entry) => /^\.\/[a-z]+$/.test(entry));
  expect(Object.keys(typesVersions["*"]).map((name) => `./${name}`)).toEqual(entries);
  expect(compile("--module", "esnext", "--moduleResolution", "node10")).toBe("");
  expect(compile("--module", "nodenext", "--moduleResolution", "nodenext")).toBe("");
  expect(compile("--module", "esnext", "--moduleResolution", "bundler")).toBe("");
});
