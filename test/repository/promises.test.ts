import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { codeOf, root, type SourceFile, sourceFiles } from "./sources";

/** What no line of the library may do, since a score must be the same everywhere and always. */
const forbidden: readonly (readonly [string, RegExp])[] = [
  ["a clock", /\bDate\.now\b|\bnew Date\b|\bperformance\b/],
  ["randomness", /\bMath\.random\b|\bcrypto\.getRandomValues\b/],
  ["a locale", /\btoLocale\w*\b|\bIntl\b|\blocaleCompare\b/],
  ["approximate numbers", /\bparseFloat\b|\btoFixed\(\d|\bMath\.round\b/],
  ["any", /:\s*any\b|\bas any\b|<any>/],
  ["an enum", /^\s*(export\s+)?(const\s+)?enum\s/m],
  ["a default export", /^export default\b/m],
];
const cliOnly: readonly (readonly [string, RegExp])[] = [
  ["the console", /\bconsole\./],
  ["the process", /\bprocess\./],
];

const files = sourceFiles();

test.each(forbidden)("nothing in src uses %s", (_, pattern) => {
  expect(offenders(files, pattern)).toEqual([]);
});

test.each(cliOnly)("only the command line uses %s", (_, pattern) => {
  expect(
    offenders(
      files.filter(({ room }) => room !== "cli"),
      pattern,
    ),
  ).toEqual([]);
});

test("src names no document of law: the law is data", () => {
  expect(offenders(files, /\d+\/(QĐ|NĐ|NQ|TT|KH|CT)\b[-\w]*/u)).toEqual([]);
});

test("src is written in composed Unicode (NFC)", () => {
  expect(files.filter(({ text }) => text !== text.normalize("NFC")).map(({ path }) => path)).toEqual([]);
});

function offenders(among: readonly SourceFile[], pattern: RegExp): string[] {
  return among.flatMap((file) => {
    const found = codeOf(file).match(pattern)?.[0];
    return found === undefined ? [] : [`${file.path}: ${found}`];
  });
}

test.each(["package-lock.json", "test/notebook/kernel/package-lock.json"])("%s names no download address", (lockfile) => {
  expect(readFileSync(`${root}${lockfile}`, "utf8")).not.toMatch(/"resolved":\s*"https?:/);
});

describe("pages", () => {
  const pages = [
    "README.md",
    ...readdirSync(`${root}docs`, { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".md"))
      .map((path) => `docs/${path}`),
  ];
  test.each(pages)("%s links to pages that exist", (page) => {
    const text = readFileSync(`${root}${page}`, "utf8");
    const links = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(
      ([, link]) => new URL(link ?? "", `file://${root}${page}`),
    );
    const broken = links.filter((link) => {
      try {
        readdirSync(new URL(".", link));
        return (
          !readdirSync(new URL(".", link)).includes(decodeURIComponent(link.pathname.split("/").at(-1) ?? "")) &&
          !link.pathname.endsWith("/")
        );
      } catch {
        return true;
      }
    });
    expect(broken.map(({ pathname }) => pathname)).toEqual([]);
  });
});
