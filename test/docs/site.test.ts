import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const site = mkdtempSync(join(tmpdir(), "par-index-site-"));
afterAll(() => rmSync(site, { recursive: true }));

/** Warnings of the site's builder are errors: a link to a page, a heading or a name that is not there, a page that cannot be read. */
test("the documentation builds as a site in which every link leads somewhere", () => {
  const typedoc = ["node_modules/typedoc/bin/typedoc", "--options", "docs/site/typedoc.json", "--out", site];
  expect(() => execFileSync(process.execPath, typedoc, { cwd: root, encoding: "utf8", stdio: "pipe" })).not.toThrow();
}, 120_000);
