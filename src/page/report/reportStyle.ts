import type { Language } from "../../exact/formatNumber";
import { notOfficial } from "../../report/explainWords";

/** What every printed sheet says of a set that is not official, in the language that is shown. */
function sheetMarks(): string {
  const marks = (["reconstruction", "example"] as const).flatMap((status) =>
    (["vi", "en"] as const).map((language: Language) => {
      const name = `${status}-${language}`;
      return `
@page ${name} { @top-center { content: "${notOfficial[status][language]}"; font: 8.5pt sans-serif; color: #444; } }
.${status}:lang(${language}) body { page: ${name}; }
.${status}:lang(${language}) .unit > h3::after { content: "${notOfficial[status][language]}"; }`;
    }),
  );
  return marks.join("");
}

/** The look of the page: a printed document, dark on light, that reads in grey and at 360 pixels. */
export const reportStyle = `
:root { --ink: #1b1b1b; --soft: #55585c; --line: #c9ccd1; --pale: #eceef1; --bar: #3f5f83; --accent: #17437a; color-scheme: light; }
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0 auto; max-width: 68rem; padding: 0 1rem 4rem; background: #fff; color: var(--ink); font: 1rem/1.5 "Noto Serif", "Times New Roman", Georgia, serif; overflow-wrap: break-word; }
h1, h2, h3, h4, th, nav, button, input, .n, .soft, small, caption, .standing { font-family: system-ui, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 1.2rem 0 .3rem; }
h2 { font-size: 1.3rem; margin: 2.6rem 0 .8rem; padding-bottom: .25rem; border-bottom: 2px solid var(--ink); }
h3 { font-size: 1.12rem; margin: 1.6rem 0 .5rem; }
h4 { font-size: .98rem; margin: 1.1rem 0 .3rem; }
h3:focus, h4:focus { outline: none; }
p { margin: 0 0 .6rem; }
ul, ol { margin: 0 0 .6rem; padding-left: 1.3rem; }
li { margin: .15rem 0; }
a { color: var(--accent); text-underline-offset: .15em; text-decoration-thickness: 1px; }
small, .soft { color: var(--soft); font-size: .85rem; line-height: 1.4; }
.when { color: var(--soft); margin-bottom: .8rem; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
[hidden] { display: none !important; }
.notice { margin: 1rem 0 0; padding: .6rem .8rem; border: 2px solid var(--ink); border-left-width: .5rem; font-size: .95rem; }
nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; margin: 0; padding: .5rem 0; border-top: 1px solid var(--line); border-bottom: 1px solid var(--line); }
nav a { display: inline-block; padding: .3rem 0; }
#tools { display: flex; flex-wrap: wrap; gap: .6rem; align-items: end; margin: .8rem 0; }
#tools:empty { display: none; }
#tools .find { flex: 1 1 16rem; }
#tools label { display: block; font-size: .85rem; color: var(--soft); }
input, button { font-size: 1rem; color: inherit; background: #fff; border: 1px solid #777b80; border-radius: .25rem; padding: .4rem .7rem; }
input { width: 100%; }
button { cursor: pointer; }
button[aria-pressed="true"] { background: var(--ink); color: #fff; }
:focus-visible { outline: 3px solid #b36b00; outline-offset: 2px; }
.found { flex: 1 0 100%; list-style: none; padding: 0; margin: 0; border-left: 4px solid var(--line); }
.found li { padding: .2rem .7rem; }
.found:empty { display: none; }

.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: 1rem 1.6rem; }
.card { border-top: 1px solid var(--line); padding-top: .2rem; min-width: 0; }
.card h4 { margin-top: .5rem; }
.card ul { list-style: none; padding: 0; }
.card ul li { display: flex; gap: .5rem; align-items: baseline; }
.card ul li a { flex: 1; min-width: 0; }
.place { min-width: 1.4rem; text-align: right; font-variant-numeric: tabular-nums; }
.unsure { border: 1px solid var(--line); border-left: .4rem solid var(--soft); padding: 0 1rem .2rem; margin-top: 1.4rem; }
.unsure h3 { margin-top: .7rem; }

table { border-collapse: collapse; width: 100%; font-size: .93rem; margin: 0 0 1.2rem; }
caption { text-align: left; font-weight: 600; padding: .5rem 0; }
th, td { text-align: left; vertical-align: top; padding: .35rem .5rem; border-bottom: 1px solid var(--line); font-weight: 400; }
thead th { font-weight: 600; vertical-align: bottom; border-bottom: 1.5px solid var(--ink); font-size: .85rem; }
tfoot th, tfoot td { font-weight: 600; border-top: 1.5px solid var(--ink); }
.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
thead .n { white-space: normal; }
.one h1 { font-size: 1rem; margin: .8rem 0 0; }
.one .when { font-size: .85rem; margin: 0; }
th button, th button:hover { border: 0; padding: 0; background: none; font: inherit; text-align: inherit; }
th button::after { content: " ↕"; color: var(--soft); font-weight: 400; }
th[aria-sort="ascending"] button::after { content: " ▲"; }
th[aria-sort="descending"] button::after { content: " ▼"; }
.low { background: var(--pale); }
svg { display: block; width: 100%; height: .5rem; margin-top: .2rem; background: var(--pale); }
rect { height: 100%; fill: var(--bar); }
rect + rect { width: 2px; fill: #000; }
.profile svg { min-width: 6rem; height: .8rem; margin: .3rem 0 0; border: 1px solid var(--bar); }
.scroll { overflow-x: auto; }
.areas { min-width: 46rem; }
.areas thead small { display: block; font-weight: 400; line-height: 1.25; }
.areas tbody th { min-width: 10rem; }

.unit { border-top: 1px solid var(--line); margin-top: 2rem; }
.unit > h3 { font-size: 1.25rem; margin-top: 1rem; }
.standing { display: flex; flex-wrap: wrap; align-items: baseline; gap: .2rem 1.2rem; }
.standing .value { font-size: 1.5rem; font-variant-numeric: tabular-nums; }
.lost li { margin-bottom: .5rem; }
.outcomes td:first-child { width: 5.5rem; text-align: right; font-variant-numeric: tabular-nums; }
.since td:nth-child(2) { width: 5.5rem; text-align: right; font-variant-numeric: tabular-nums; }
.outcomes td:last-child { width: 38%; }
.leaf { margin-top: 1.2rem; }
.leaf h4, .branch h4 { font-size: 1rem; }
.rule { font-size: .93rem; }
.code { font-variant-numeric: tabular-nums; }
.max { font-weight: 400; }
.own tr.part th { font-weight: 600; background: var(--pale); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; margin: 0 0 .8rem; }
dt { color: var(--soft); }
dd { margin: 0; overflow-wrap: anywhere; }
.digest { font-family: ui-monospace, Consolas, "DejaVu Sans Mono", monospace; font-size: .85rem; }

.js:not(.one, .whole) #units, .one main > section:not(#units), .one #units > :not(.open, h2), .one nav, .js:not(.one, .whole) nav li:has([href="#units"]) { display: none; }
.one #units > h2 { position: absolute; width: 1px; height: 1px; margin: 0; overflow: hidden; clip-path: inset(50%); }
.one .notice { font-size: .85rem; }
.unit.open { border: 0; margin-top: 0; }
.back { display: flex; flex-wrap: wrap; gap: .2rem 1.4rem; border-bottom: 1px solid var(--line); padding-bottom: .5rem; }
.unit, .leaf { content-visibility: auto; contain-intrinsic-size: auto 30rem; }
.unit.open { content-visibility: visible; }

@media (max-width: 40rem) {
  body { padding: 0 .8rem 3rem; }
  h1 { font-size: 1.25rem; }
  .w { display: none; }
  button { font-size: .9rem; padding: .35rem .55rem; }
  th:not([aria-sort]) button::after { content: none; }
  .back { font-size: .9rem; }
  .ranked tr { display: grid; grid-template-columns: 2.4rem 1fr 4rem; border-bottom: 1px solid var(--line); }
  .ranked.years tr { grid-template-columns: 2.4rem 1fr 3.6rem 3.8rem; }
  .ranked tbody :is(th, td), .ranked tfoot :is(th, td) { border: 0; }
  .ranked thead .g { display: none; }
  .ranked .g { grid-column: 2 / -1; font-size: .85rem; padding-top: 0; }
  .ranked .g:empty { display: none; }
  .ranked tfoot [colspan="2"] { grid-column: 1 / 3; }
  th, td { padding: .35rem .3rem; }
  table.outcomes, .outcomes tbody, .outcomes tr, .outcomes td { display: block; width: auto; }
  .outcomes thead { display: none; }
  .outcomes tr { border-bottom: 1px solid var(--line); padding: .3rem 0; }
  .outcomes td, .outcomes td:first-child, .outcomes td:last-child { border: 0; padding: .05rem 0; width: auto; text-align: left; }
  .outcomes td:first-child { font-weight: 600; }
  dl { grid-template-columns: 1fr; gap: 0; }
  dd { margin-bottom: .4rem; }
}
@media print {
  @page { size: A4; margin: 18mm 14mm 16mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8.5pt sans-serif; color: #444; } }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  nav, #tools, .back, .js:not(.whole) #criteria { display: none !important; }
  a { color: inherit; text-decoration: none; }
  h2, h3, h4 { break-after: avoid; }
  tr, li, .card { break-inside: avoid; }
  thead { display: table-header-group; }
  .unit, .leaf { content-visibility: visible; }
  #ranking, #criteria, .unit + .unit, html:not(.one) #units { break-before: page; }
  .unit + .unit.open { break-before: auto; }
  .cards { grid-template-columns: repeat(3, 1fr); gap: 1rem; }
  th button::after { content: none !important; }
  .scroll { overflow: visible; }
  .areas { min-width: 0; font-size: 8pt; }
  svg, .low, .own tr.part th { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .unit > h3::after { display: block; font-size: 8pt; font-weight: 400; color: #444; }
}
@media not print { .unit > h3::after { content: none !important; } }
${sheetMarks()}
`;
