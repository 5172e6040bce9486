import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type CriteriaSet, formatNumber, parseCriteria, parseReports, type RoundScores, rank, scoreRounds } from "par-index";
import { loadCriteria, loadReports } from "par-index/node";
import { type ReportPageOptions, reportPage, safeReportPage } from "par-index/page";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { root } from "../repository/sources";
import { hasChromium, inBrowser } from "./browser";
import { province } from "./province";

const folder = mkdtempSync(join(tmpdir(), "par-index-report-page-"));
const quality = exampleRound("example/agency-quality");
const tiny = parseCriteria({ ...loadCriteria("example/tiny").file, id: "example/two-years", periods: ["2020", "2021"] });

function exampleRound(id: string): { readonly criteria: CriteriaSet; readonly scores: RoundScores } {
  const criteria = loadCriteria(id);
  const { reports } = loadReports(criteria, [`${root}criteria/${id}/examples.json`]);
  return { criteria, scores: scoreRounds(criteria, reports) };
}

/** Three communes of the tiny set in a period, with so many dossiers in time. */
function communes(period: string, done: readonly number[], name = "Xã B") {
  return done.map((dossiers, index) => ({
    unit: { id: `x${index}`, name: index === 1 ? name : `Xã ${"ABC"[index]}`, group: "commune" },
    period,
    round: "appraised",
    items: { "1.1": { option: "onTime" }, "1.2": { done: dossiers, due: 1000 }, "2": { percent: "80" } },
  }));
}

const tinyScores = (...reports: readonly ReturnType<typeof communes>[]) => scoreRounds(tiny, parseReports(tiny, reports.flat()));

describe("the text of the page", () => {
  test("is the same each time", () => {
    expect(reportPage(quality.criteria, quality.scores)).toBe(reportPage(quality.criteria, quality.scores));
  });

  test("holds names, titles and reasons as text only", () => {
    const page = reportPage(
      tiny,
      tinyScores(communes("2021", [990], "Xã B"), communes("2020", [950, 960], '<script>alert("1")</script>')),
      {
        period: "2020",
      },
    );
    expect(page).not.toContain('<script>alert("1")');
    expect(page).toContain("&#60;script&#62;alert(&#34;1&#34;)&#60;/script&#62;");
  });

  test("of a province of 60 units and about a hundred leaves stays under a million bytes", () => {
    const { criteria, scores } = province(60);
    const page = reportPage(criteria, scores);
    expect([criteria.leaves.length, scores.counted.length]).toEqual([105, 60]);
    expect(Buffer.byteLength(page)).toBeLessThan(1_000_000);
    // Every unit is told apart at some leaf: nothing was left out to be short.
    for (const { unit } of scores.counted) expect(page).toContain(unit.name);
  });

  test("is refused for a period without reports, and for none at all", () => {
    expect(safeReportPage(tiny, tinyScores(communes("2021", [990])), { period: "2020" })).toMatchObject({
      ok: false,
      issues: [{ code: "unknownPeriod", payload: { period: "2020", periods: ["2021"] } }],
    });
    expect(safeReportPage(tiny, { rounds: [], counted: [] })).toMatchObject({ ok: false, issues: [{ code: "tooFew" }] });
  });
});

/** The page of some scores, opened from disk. */
async function open(page: Page, criteria: CriteriaSet, scores: RoundScores, options: ReportPageOptions = {}): Promise<void> {
  const file = join(folder, "page.html");
  writeFileSync(file, reportPage(criteria, scores, options));
  await page.goto("about:blank");
  await page.goto(pathToFileURL(file).href);
}

const openQuality = (page: Page, options: ReportPageOptions = {}) => open(page, quality.criteria, quality.scores, options);
/** Four units of each group's: the rules look through every element. */
const fewUnits = {
  rounds: quality.scores.rounds.filter(({ unit }) => /-[a-d]$/.test(unit.id)),
  counted: quality.scores.counted.filter(({ unit }) => /-[a-d]$/.test(unit.id)),
};
const namesRanked = (page: Page) => page.locator("#ranking table").first().locator("tbody th a").allInnerTexts();
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What the accessibility rules find wrong on the page as it stands. */
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      readonly axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  });
}

/** The text of a part of the page, as it is shown. */
function textIn(page: Page, part: string): Promise<string> {
  return page
    .locator(part)
    .allInnerTexts()
    .then((texts) => texts.join("\n"));
}

const isWiderThanScreen = (page: Page) => page.evaluate("document.documentElement.scrollWidth > innerWidth");

/** Opens what an address of the page names, as a link to it does. */
async function follow(page: Page, address: string): Promise<void> {
  await page.evaluate(`location.hash = ${JSON.stringify(address)}`);
  await page.waitForTimeout(50);
}

describe.skipIf(!hasChromium)("the page in a browser without a network (needs Chromium)", () => {
  test("asks for nothing, complains of nothing, and ranks as rank does", async () => {
    const { requests, complaints } = await inBrowser(async (browser) => {
      const page = await browser.newPage();
      await openQuality(page);
      const [group] = rank(quality.criteria, quality.scores.counted).groups;
      expect(await namesRanked(page)).toEqual(group?.places.map(({ unit }) => unit.name));
      const values = await page.locator("#ranking table").first().locator("tbody td:nth-of-type(2)").allInnerTexts();
      expect(values).toEqual(group?.places.map(({ published }) => (published === null ? "–" : formatNumber(published, "vi"))));
    });
    expect(requests.filter((address) => !/^(file|about):/.test(address))).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test("reads whole without its script: every unit, every criterion, and the status at its top", async () => {
    await inBrowser(async (browser) => {
      const page = await browser.newPage();
      const session = await browser.newCDPSession(page);
      await session.send("Emulation.setScriptExecutionDisabled", { value: true });
      await openQuality(page);
      const said = await textIn(page, "body");
      expect(said.trimStart()).toMatch(/^⚠ VÍ DỤ: /);
      for (const { unit } of quality.scores.counted) await expectShown(page, ".unit h3", unit.name);
      for (const { code } of quality.criteria.leaves) await expectShown(page, ".leaf .code", code);
    });
  });

  test("says in English what the page that was written in English says", async () => {
    await inBrowser(async (browser) => {
      const page = await browser.newPage();
      const texts = () => page.locator("main, header > :not(#tools)").evaluateAll((parts) => parts.map(({ textContent }) => textContent));
      await openQuality(page, { language: "en" });
      const english = await texts();
      await openQuality(page);
      const vietnamese = await texts();
      await page.click("#speak-en");
      expect(await page.getAttribute("html", "lang")).toBe("en");
      expect(await texts()).toEqual(english);
      await page.click("#speak-vi");
      expect(await texts()).toEqual(vietnamese);
      expect(english).not.toEqual(vietnamese);
    });
  });

  test("leaves a name with markup in it a name", async () => {
    await inBrowser(async (browser) => {
      const page = await browser.newPage();
      const name = "<script>document.title = 'taken'</script><img src=x onerror=\"document.title='taken'\">";
      await open(page, tiny, tinyScores(communes("2021", [990, 960], name)));
      expect(await namesRanked(page)).toContain(name);
      await follow(page, "u-2");
      await page.click("#speak-en");
      expect(await page.title()).not.toBe("taken");
      expect(await page.locator("img").count()).toBe(0);
    });
  });

  test("is worked by the keyboard: search, a unit's page, sorting", async () => {
    await inBrowser(async (browser) => {
      const page = await browser.newPage();
      await openQuality(page);
      await page.keyboard.press("Tab");
      expect(await page.evaluate("document.activeElement.getAttribute('href')")).toBe("#overview");
      await page.keyboard.press("/");
      await page.keyboard.type("huyen h");
      expect((await page.locator(".found a").allInnerTexts())[0]).toBe("Huyện H");
      await page.keyboard.press("Enter");
      await page.waitForSelector(".unit.open");
      expect(await page.evaluate("document.activeElement.textContent")).toBe("Huyện H");
      expect(await page.locator(".unit.open .own .part").count()).toBeGreaterThan(5);
      await follow(page, "ranking");
      const before = await namesRanked(page);
      await page.locator("#ranking th button").nth(2).focus();
      await page.keyboard.press("Enter");
      expect(await page.locator("#ranking th[aria-sort=descending]").count()).toBe(1);
      await page.keyboard.press("Enter");
      const ranked = before.slice(0, 19);
      expect((await namesRanked(page)).slice(0, 19)).toEqual(ranked.toReversed());
    });
  });

  test("shows a unit every leaf's points and working, as the criteria have them", async () => {
    await inBrowser(async (browser) => {
      const page = await browser.newPage();
      await open(page, tiny, tinyScores(communes("2021", [990, 960])));
      await follow(page, "u-2");
      const own = await textIn(page, ".unit.open .own");
      expect(own).toContain("960 trên 1.000 hồ sơ: 96 %");
      expect(own).toContain("4 × 960 ÷ 1.000 = 3,84");
      expect(own).not.toContain("990");
    });
  });

  test("tells who fell since the year before, among the same reports or those of another set", async () => {
    await inBrowser(async (browser) => {
      const page = await browser.newPage();
      await open(page, tiny, tinyScores(communes("2020", [990, 960, 970]), communes("2021", [950, 980, 970])));
      const said = await textIn(page, "#overview");
      expect(said).toMatch(/Giảm nhiều nhất\s+Xã A\s+−0,16\s+hạng 1 → 3/);
      expect(said).toMatch(/Tăng nhiều nhất\s+Xã B\s+\+0,08/);
      const earlier = { criteria: tiny, scores: tinyScores(communes("2020", [960, 960, 960])) };
      await open(page, tiny, tinyScores(communes("2021", [950, 980, 970])), { earlier });
      expect(await textIn(page, "#overview")).toMatch(/Giảm nhiều nhất\s+Xã A\s+−0,04/);
    });
  });

  test("fits a screen of 360 pixels, and breaks no rule of accessibility, on a phone in Vietnamese and on a desk in English", async () => {
    await inBrowser(async (browser) => {
      const page = await browser.newPage();
      for (const { width, language } of [
        { width: 360, language: "vi" },
        { width: 1200, language: "en" },
      ] as const) {
        await page.setViewportSize({ width, height: 740 });
        await open(page, quality.criteria, fewUnits, { language });
        for (const address of ["", "u-2", "c-1.1.1"]) {
          await follow(page, address);
          expect(await isWiderThanScreen(page)).toBe(false);
          expect(await violations(page)).toEqual([]);
        }
      }
    });
  });

  test("prints what is shown: the ranking in a few sheets, a unit in a few, and everything when asked", async () => {
    await inBrowser(async (browser) => {
      const page = await browser.newPage();
      await openQuality(page);
      const sheets = async () => (await page.pdf({ preferCSSPageSize: true })).toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
      expect(await sheets()).toBeLessThan(15);
      await follow(page, "u-2");
      expect(await sheets()).toBeLessThan(8);
      await follow(page, "");
      await page.evaluate("document.documentElement.classList.add('whole')");
      expect(await sheets()).toBeGreaterThan(quality.scores.counted.length);
    });
  });
});

async function expectShown(page: Page, part: string, text: string): Promise<void> {
  const found = page.locator(part).filter({ hasText: new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`) });
  expect(await found.first().isVisible()).toBe(true);
}
