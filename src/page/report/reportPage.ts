/// <reference path="../script.d.ts" />
import { digestOfText } from "../../audit/digest";
import type { CriteriaSet } from "../../criteria/criteriaSet";
import { attempt, type Result } from "../../issue/result";
import { notOfficial } from "../../report/explainWords";
import { whenLine } from "../../report/groupTitle";
import { noticeWords } from "../../report/noticeWords";
import type { Score } from "../../score/score";
import type { RoundScores } from "../../score/scoreRounds";
import { aboutSection } from "./aboutSection";
import { areasSection } from "./areasSection";
import { criteriaSection } from "./criteriaSection";
import { type Markup, tag, verbatim } from "./markup";
import { overviewSection } from "./overview";
import { pageWords } from "./pageWords";
import { rankingSection } from "./rankingSection";
import { script } from "./reader/main?script";
import { reportStyle } from "./reportStyle";
import { type ReportPageOptions, type ReportView, reportView } from "./reportView";
import { unitsSection } from "./unitsSection";

/**
 * The results of a round as one page (trang kết quả): who leads and who fell, ranking, areas, a page for each unit, and every
 * criterion with its rule, its source and how each unit came to its points. It is one file that needs no network and reads whole
 * without its script, which only searches, sorts and switches between Vietnamese and English. A set that is not official says
 * so at the top, and on every printed page.
 *
 * **Exactness:** every number has the published digits; nothing is rounded again but the widths of bars. The same results give
 * the same text.
 * **Errors:** {@link ParError} when a score is of another set, two are of one unit and round, or there is none of the period.
 *
 * @example
 * ```ts
 * import { parseReports, scoreRounds } from "par-index";
 * import { loadCriteria } from "par-index/node";
 * import { reportPage } from "par-index/page";
 *
 * const tiny = loadCriteria("example/tiny");
 * const scores = scoreRounds(tiny, parseReports(tiny, [
 *   { unit: { id: "a", name: "Xã <A>", group: "commune" }, period: "2021", round: "appraised", items: { "1.2": { done: 955, due: 1000 } } },
 * ]));
 * const page = reportPage(tiny, scores);
 * page.startsWith("<!doctype html>"); // => true
 * page.includes("<A>"); // => false
 * ```
 */
export function reportPage(criteria: CriteriaSet, scores: RoundScores | readonly Score[], options: ReportPageOptions = {}): string {
  const view = reportView(criteria, scores, options);
  const { writing } = view;
  // The book is written last: by then every text of the page is noted.
  const [title, body] = [titleOf(view), bodyOf(view)];
  const head = tag(
    "head",
    {},
    tag("meta", { charset: "utf-8" }),
    tag("meta", { "http-equiv": "Content-Security-Policy", content: policy(reportStyle) }),
    tag("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    tag("meta", { name: "referrer", content: "no-referrer" }),
    tag("title", {}, title),
    tag("style", {}, verbatim(reportStyle)),
  );
  return `<!doctype html>\n${tag("html", { lang: writing.language, class: statusClass(view) }, head, body).html}\n`;
}

/** {@link reportPage} that answers a {@link Result} and never throws. */
export function safeReportPage(
  criteria: CriteriaSet,
  scores: RoundScores | readonly Score[],
  options: ReportPageOptions = {},
): Result<string> {
  return attempt(() => reportPage(criteria, scores, options));
}

function titleOf({ criteria, writing }: ReportView): Markup {
  return writing.say(criteria.file.title);
}

function bodyOf(view: ReportView): Markup {
  const content = [
    pageHeader(view),
    tag(
      "main",
      {},
      ...[overviewSection, rankingSection, areasSection, unitsSection, criteriaSection, aboutSection].map((section) => section(view)),
    ),
  ];
  return tag("body", {}, ...content, bookOf(view), tag("script", {}, verbatim(script)));
}

function pageHeader(view: ReportView): Markup {
  const { criteria, writing, period, round } = view;
  const notice = noticeWords(criteria.file);
  const links = (["overview", "unsure", "ranking", "areas", "units", "criteria"] as const).map((id) =>
    tag("li", {}, tag("a", { href: `#${id}` }, writing.say(pageWords[id]))),
  );
  return tag(
    "header",
    { id: "top" },
    ...(notice === undefined ? [] : [tag("p", { class: "notice", role: "note" }, writing.say(notice))]),
    tag("h1", {}, titleOf(view)),
    tag("p", { class: "when" }, writing.say(whenLine(criteria, period, round))),
    tag(
      "nav",
      { "aria-labelledby": "contents" },
      tag("h2", { id: "contents", class: "unseen" }, writing.say(pageWords.contents)),
      tag("ul", {}, ...links),
    ),
    tag("div", { id: "tools" }),
  );
}

/** What the page is, for what is printed: its style says it on every sheet. */
function statusClass({ criteria, earlier }: ReportView): string | undefined {
  const statuses = [criteria.file.status, ...(earlier === undefined ? [] : [earlier.criteria.file.status])];
  return Object.keys(notOfficial).find((status) => statuses.some((one) => one === status));
}

/** The words of the other language, as data that no browser runs. */
function bookOf({ writing }: ReportView): Markup {
  const { from, whole, sentences } = writing.phrases.book;
  const json = JSON.stringify({ from, whole: [...whole], sentences: [...sentences] });
  return tag("script", { type: "application/json", id: "book" }, verbatim(json.replaceAll("<", "\\u003c")));
}

/** What the page may load and run: nothing but its own style and script, which it knows by their digests. */
function policy(style: string): string {
  return [
    "default-src 'none'",
    `script-src '${sourceHash(script)}'`,
    `style-src '${sourceHash(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

function sourceHash(text: string): string {
  const bytes = digestOfText(text).match(/../g) ?? [];
  return `sha256-${btoa(String.fromCharCode(...bytes.map((byte) => Number.parseInt(byte, 16))))}`;
}
