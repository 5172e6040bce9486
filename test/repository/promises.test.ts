import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { codeOf, root, sourceFiles } from "./sources";

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

describe.each(sourceFiles().map((file) => [file.path, file] as const))("%s", (_, file) => {
  const code = codeOf(file);
  test.each(file.room === "cli" ? forbidden : [...forbidden, ...cliOnly])("does not use %s", (__, pattern) => {
    expect(code.match(pattern)?.[0]).toBeUndefined();
  });

  test("names no document of law: the law is data", () => {
    expect(code.match(/\d+\/(QĐ|NĐ|NQ|TT|KH|CT)\b[-\w]*/u)?.[0]).toBeUndefined();
  });

  test("is written in composed Unicode (NFC)", () => {
    expect(file.text === file.text.normalize("NFC")).toBe(true);
  });
});

test("the lockfile names no download address", () => {
  expect(readFileSync(`${root}package-lock.json`, "utf8")).not.toMatch(/"resolved":\s*"https?:/);
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
