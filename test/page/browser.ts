import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium } from "playwright-core";

/** Where Chromium is; the tests in it are skipped where there is none (Debian: `apt-get install chromium`). */
export const chromiumPath = process.env.CHROMIUM ?? "/usr/bin/chromium";
export const hasChromium = existsSync(chromiumPath);

/** Runs work in a fresh headless Chromium without a network, and tells what it asked for and complained of. */
export async function inBrowser(
  work: (browser: BrowserContext) => Promise<void>,
): Promise<{ readonly requests: readonly string[]; readonly complaints: readonly string[] }> {
  const profile = mkdtempSync(join(tmpdir(), "par-index-chromium-"));
  const requests: string[] = [];
  const complaints: string[] = [];
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath,
    offline: true,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  browser.on("request", (request) => requests.push(request.url()));
  browser.on("console", (message) => complaints.push(message.text()));
  browser.on("weberror", (error) => complaints.push(String(error.error())));
  try {
    await work(browser);
  } finally {
    await browser.close();
    rmSync(profile, { recursive: true, force: true });
  }
  return { requests, complaints };
}
