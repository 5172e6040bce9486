import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { keyPairFrom, linesOf, publicKeyFile, redact, seal, sign, verifyTrail } from "par-index/audit";
import { loadCriteria, loadReports } from "par-index/node";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { root } from "../repository/sources";
import { hasChromium, inBrowser } from "./browser";

const lines = (text: string) => linesOf(new TextEncoder().encode(text));
const criteria = loadCriteria("example/grading");
const { reports } = loadReports(criteria, [`${root}criteria/example/grading/examples.json`]);
const sealed = seal({ criteria, reports, recordedBy: "Sở Nội vụ", recordedAt: "2021-12-20", secret: "a secret of the tests, long enough" });
const { privateKey, publicKey } = keyPairFrom(new Uint8Array(32).fill(5));
const signed = sign(lines(sealed), { key: privateKey, signer: { name: "Hội đồng", role: "council" }, signedAt: "2021-12-21" });
const printed = verifyTrail(lines(sealed)).heads[0]?.root ?? "";

const folder = mkdtempSync(join(tmpdir(), "par-index-page-"));
const files = {
  good: save("good.jsonl", signed),
  tampered: save("tampered.jsonl", signed.replace(/("items":\{"1\.1":\{"done":)(\d)/, "$17")),
  redacted: save("redacted.jsonl", redact(lines(sealed), ["names", "documents", "remarks"])),
  other: save("other.json", '{"name":"something else"}'),
  key: save("council.pem", publicKeyFile(publicKey)),
};

function save(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

/** The text of a part of the page, as it is shown. */
function textIn(page: Page, part: string): Promise<string> {
  return page
    .locator(part)
    .allInnerTexts()
    .then((texts) => texts.join("\n"));
}

/** Opens the page from disk, gives it a file, and answers what it says. */
async function show(page: Page, file: string): Promise<string> {
  await page.goto(pathToFileURL(`${root}dist/page/verify.html`).href);
  await page.setInputFiles("#file", file);
  await page.waitForSelector("#verdict h2");
  return textIn(page, "main");
}

describe.skipIf(!hasChromium)("the page, opened from disk without a network (needs Chromium)", () => {
  test("says of a good record that it holds, and whose points it gives", async () => {
    const { requests, complaints } = await inBrowser(async (browser) => {
      const page = await browser.newPage();
      const said = await show(page, files.good);
      expect(said).toContain("Nguyên vẹn, chưa đối chiếu gốc đã in");
      expect(said).toContain("trùng từng chữ số");
      expect(said).toContain("VÍ DỤ MINH HỌA");
      for (const { unit } of reports) expect(said).toContain(unit.name);
      await page.fill("#root", printed.replace(/.{8}/g, "$& ").toUpperCase());
      await page.setInputFiles("#keys", files.key);
      await page.waitForSelector("#verdict h2:not(:has-text('chưa đối chiếu'))");
      expect(await textIn(page, "#verdict h2")).toMatch(/^Nguyên vẹn/);
      await page.fill("#root", "0".repeat(64));
      await page.waitForSelector("#verdict h2:not(:has-text('Nguyên vẹn'))");
    });
    expect(requests.filter((address) => !/^(file|blob):/.test(address))).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test("says of a changed record that it was changed, and where", async () => {
    const { complaints } = await inBrowser(async (browser) => {
      const said = await show(await browser.newPage(), files.tampered);
      expect(said).toContain("Có chỗ bị sửa");
      expect(said).toContain("items/1.1");
      expect(said).not.toContain("Nguyên vẹn");
    });
    expect(complaints).toEqual([]);
  });

  test("recomputes a record whose names are withheld, and opens a unit's sheet", async () => {
    await inBrowser(async (browser) => {
      const page = await browser.newPage();
      const said = await show(page, files.redacted);
      expect(said).toContain("trùng từng chữ số");
      expect(said).not.toContain(reports[0]?.unit.name);
      await page.click("#units tbody button, #units tbody a");
      await page.waitForSelector("#sheet *");
      expect(await textIn(page, "#sheet")).toContain("1.1");
    });
  });

  test("says of another file that it is no record, in English when asked", async () => {
    await inBrowser(async (browser) => {
      const page = await browser.newPage();
      expect(await show(page, files.other)).toContain("Không phải hồ sơ niêm phong");
      await page.click("#en");
      expect((await textIn(page, "main")).toLowerCase()).toContain("sealed record");
    });
  });
});
