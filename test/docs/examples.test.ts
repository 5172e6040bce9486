import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import * as core from "par-index";
import * as analysis from "par-index/analysis";
import * as arrow from "par-index/arrow";
import * as audit from "par-index/audit";
import * as batch from "par-index/batch";
import * as chart from "par-index/chart";
import * as node from "par-index/node";
import * as notebook from "par-index/notebook";
import * as page from "par-index/page";
import * as plan from "par-index/plan";
import * as survey from "par-index/survey";
import * as workbook from "par-index/workbook";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { root, sourceFiles } from "../repository/sources";

/** A block of TypeScript that a reader may copy, and where it stands. */
interface Block {
  readonly place: string;
  readonly code: string;
}

const pages = [
  "README.md",
  ...readdirSync(`${root}docs`, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".md"))
    .map((path) => `docs/${path}`),
];
const blocks: readonly Block[] = [
  ...pages.flatMap((page) => blocksOf(page, readFileSync(`${root}${page}`, "utf8"))),
  ...sourceFiles().flatMap(({ path, text }) =>
    [...text.matchAll(/\/\*\*[\s\S]*?\*\//g)].flatMap(([comment]) => blocksOf(`src/${path}`, comment.replace(/^\s*\* ?/gm, ""))),
  ),
];

function blocksOf(place: string, text: string): Block[] {
  return [...text.matchAll(/^```ts\n([\s\S]*?)^```/gm)].map(([, code], index) => ({ place: `${place} (${index + 1})`, code: code ?? "" }));
}

describe("examples in the documentation do what they say", () => {
  test("there are examples", () => expect(blocks.length).toBeGreaterThan(10));

  test.each(blocks.map((block) => [block.place, block] as const))("%s", async (_, { code }) => {
    await run(withChecks(code));
  });
});

/** Turns `expression; // => value` into a comparison of the two. */
function withChecks(code: string): string {
  const source = ts.createSourceFile("example.ts", code, ts.ScriptTarget.ES2022, true);
  let checked = code;
  for (const statement of [...source.statements].reverse()) {
    const [comment] = ts.getTrailingCommentRanges(code, statement.end) ?? [];
    const expected = comment === undefined ? undefined : /^\/\/ => (.*)$/.exec(code.slice(comment.pos, comment.end))?.[1];
    if (expected === undefined) continue;
    if (!ts.isExpressionStatement(statement)) throw new Error(`"// =>" stands behind something that has no value: ${statement.getText()}`);
    checked = `${code.slice(0, statement.getStart())}__check(${statement.expression.getText()}, (${expected}));${checked.slice(statement.end)}`;
  }
  return checked;
}

async function run(code: string): Promise<void> {
  const compiled = ts.transpileModule(code, { compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 } });
  const require = createRequire(import.meta.url);
  const ours: Readonly<Record<string, unknown>> = {
    "par-index": core,
    "par-index/node": node,
    "par-index/audit": audit,
    "par-index/survey": survey,
    "par-index/plan": plan,
    "par-index/workbook": workbook,
    "par-index/page": page,
    "par-index/chart": chart,
    "par-index/analysis": analysis,
    "par-index/batch": batch,
    "par-index/arrow": arrow,
    "par-index/notebook": notebook,
  };
  const check = (value: unknown, expected: unknown) => expect(value).toEqual(expected);
  // An example may wait, as the top of a module may.
  const body = `return (async () => {${compiled.outputText}\n})()`;
  await new Function("require", "exports", "__check", body)((name: string) => ours[name] ?? require(name), {}, check);
}
