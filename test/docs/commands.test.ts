import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { run } from "../cli/run";
import { root } from "../repository/sources";

/** A command that a page shows, with what the page says it prints. */
interface Shown {
  readonly args: readonly string[];
  readonly prints: string;
}

const pages = readdirSync(`${root}docs`, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".md"))
  .map((path) => `docs/${path}`)
  .sort();

/** A block of one call, and the block of text right below it. The pages of the first hour name files that only their reader has. */
function shownOn(page: string): readonly Shown[] {
  const written = new Set<string>();
  return [...readFileSync(`${root}${page}`, "utf8").matchAll(/^```sh\nnpx par-index (.+)\n```\n\n```text\n([\s\S]*?)\n```$/gm)]
    .map(([, call = "", prints = ""]) => ({ args: wordsOf(call), prints }))
    .filter(({ args }) => {
      const out = args[args.indexOf("--out") + 1];
      const needed = args.filter((word) => /\.jsonl?$/.test(word) && word !== out);
      if (!needed.every((file) => written.has(file) || existsSync(`${root}${file}`))) return false;
      if (args.includes("--out") && out !== undefined) written.add(out);
      return true;
    });
}

function wordsOf(call: string): string[] {
  return [...call.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, word]) => quoted ?? word ?? "");
}

const shown = pages.map((page) => ({ page, commands: shownOn(page) })).filter(({ commands }) => commands.length > 0);

test("there are some commands", () => expect(shown.flatMap(({ commands }) => commands).length).toBeGreaterThan(10));

// A later command of a page reads what an earlier one wrote, in a folder of the page's own.
describe.each(shown)("commands of $page print what they say", ({ commands }) => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "par-index-docs-"));
    for (const known of ["criteria", "docs"]) symlinkSync(`${root}${known}`, join(folder, known));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(commands.map((one) => [one.args.join(" "), one] as const))("%s", async (_, { args, prints }) => {
    const { out, err } = await run(args, { cwd: folder });
    expect(`${err}${out}`).toContain(prints);
  });
});
