import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { run } from "../cli/run";
import { root } from "../repository/sources";

/** A command that a page shows, with what the page says it prints. */
interface Shown {
  readonly page: string;
  readonly args: readonly string[];
  readonly prints: string;
}

const pages = readdirSync(`${root}docs`)
  .filter((path) => path.endsWith(".md"))
  .map((path) => `docs/${path}`);

/** A block of one call, and the block of text right below it. The pages of the first hour name files that only their reader has. */
const shown: readonly Shown[] = pages.flatMap((page) =>
  [...readFileSync(`${root}${page}`, "utf8").matchAll(/^```sh\nnpx par-index (.+)\n```\n\n```text\n([\s\S]*?)\n```$/gm)]
    .map(([, call = "", prints = ""]) => ({ page, args: wordsOf(call), prints }))
    .filter(({ args }) => args.filter((word) => word.endsWith(".json")).every((file) => existsSync(`${root}${file}`))),
);

function wordsOf(call: string): string[] {
  return [...call.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, word]) => quoted ?? word ?? "");
}

describe("commands in the documentation print what they say", () => {
  test("there are some", () => expect(shown.length).toBeGreaterThan(10));

  test.each(shown.map((one) => [`${one.page}: ${one.args.join(" ")}`, one] as const))("%s", async (_, { args, prints }) => {
    const { out, err } = await run(args, { cwd: root });
    expect(`${err}${out}`).toContain(prints);
  });
});
