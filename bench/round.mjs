// A province's whole round: 45 agencies and 225 communes, about a hundred leaves, four rounds, resolved, scored, ranked, graded and
// compared leaf by leaf; medians in milliseconds.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  applyQuota,
  classify,
  compareRounds,
  parseCriteria,
  parseReports,
  rank,
  scoreRounds,
  selfScoreGap,
  summarize,
} from "../dist/index.js";
import { milliseconds } from "./timing.mjs";

const id = "reconstructed/vn/moha/par-index-province/2020-1149-qd-bnv";
const folder = fileURLToPath(new URL(`../criteria/${id}`, import.meta.url));
const file = JSON.parse(readFileSync(`${folder}/criteria.json`, "utf8"));
const [sample] = JSON.parse(readFileSync(`${folder}/examples.json`, "utf8")).reports;
const invented = { confidence: "invented" };
const held = [
  ["selfAssessed", "unit"],
  ["appraised", "appraiser"],
  ["explained", "unit"],
  ["reappraised", "appraiser"],
];

const criteria = parseCriteria({
  ...file,
  grading: grading(),
  groups: ["agency", "commune"].map((group) => ({ id: group, title: { vi: group, en: group } })),
  policies: {
    ...file.policies,
    rounds: {
      list: held.map(([round, by]) => ({ id: round, title: { vi: round, en: round }, by })),
      counts: ["reappraised", "appraised"],
      provenance: invented,
    },
  },
});

/** Three grades, none of whose nodes may be at zero, and a quota, for each group. */
function grading() {
  const grade = (id, bounds) => ({ id, title: { vi: id, en: id }, ...bounds });
  return {
    compare: "exact",
    scales: [
      {
        groups: ["agency", "commune"],
        grades: [
          grade("excellent", { atLeast: "50", conditions: [{ kind: "noZero", of: "areas" }] }),
          grade("good", { atLeast: "30", lessThan: "50" }),
          grade("done", { lessThan: "30" }),
        ],
      },
    ],
    unrecorded: "didNotHappen",
    incomplete: "graded",
    quotas: [
      { id: "share", grade: "excellent", share: { percent: "20", of: "rated", rounding: "halfUp" }, effect: "grade", provenance: invented },
    ],
    provenance: invented,
  };
}

/** Four reports of each unit: its own; an appraisal that changes every fifth leaf; an explanation and a second appraisal of those. */
function reportsOf(units) {
  return Array.from({ length: units }, (_, index) => {
    const unit = { id: `u${index}`, name: `Unit ${index}`, group: index < units / 6 ? "agency" : "commune" };
    const report = (round, items) => ({ unit, period: sample.period, round, items });
    const own = Object.fromEntries(Object.entries(sample.items).map(([code, item]) => [code, shifted(item, index)]));
    const disputed = Object.keys(own).filter((_, place) => place % 5 === index % 5);
    return [
      report("selfAssessed", own),
      report("appraised", Object.fromEntries(Object.keys(own).map((code) => [code, verdict(code, disputed)]))),
      report("explained", Object.fromEntries(disputed.map((code) => [code, { ...own[code], reason: "explained" }]))),
      report("reappraised", Object.fromEntries(disputed.map((code) => [code, { accepted: true }]))),
    ];
  }).flat();
}

function verdict(code, disputed) {
  return disputed.includes(code) ? { givenPoints: "0.1", reason: "appraised" } : { accepted: true };
}

function shifted(item, index) {
  return Number.isInteger(item.done) && Number.isInteger(item.due) && item.due > 0
    ? { ...item, done: item.done * 1000 + ((index * 37) % 500), due: item.due * 1000 + 500 }
    : item;
}

console.log(`${criteria.leaves.length} leaves, 270 units, four rounds and what counts; medians of 5 runs, in milliseconds\n`);
const raw = reportsOf(270);
const reports = parseReports(criteria, raw);
const scores = scoreRounds(criteria, reports);
const byUnit = groupByUnit([...scores.rounds, ...scores.counted]);
const times = {
  parse: milliseconds(() => parseReports(criteria, raw), 3),
  "resolve and score": milliseconds(() => scoreRounds(criteria, reports), 5),
  "rank and summarize": milliseconds(() => [rank(criteria, scores.counted), summarize(criteria, scores.counted)], 5),
  grade: milliseconds(() => applyQuota(criteria, classify(criteria, scores.counted)), 5),
  "compare rounds": milliseconds(() => [...byUnit.values()].map((own) => compareRounds(criteria, own)), 5),
  "self-score gap": milliseconds(() => selfScoreGap(criteria, scores), 5),
};
for (const [name, time] of Object.entries(times)) console.log(`${name.padEnd(20)} ${time.toFixed(0).padStart(6)}`);
const { parse, ...rest } = times;
console.log(
  `\nafter parsing, all together: ${Object.values(rest)
    .reduce((total, time) => total + time, 0)
    .toFixed(0)} ms; parsing ${parse.toFixed(0)} ms`,
);

function groupByUnit(all) {
  const units = new Map();
  for (const score of all) units.set(score.unit.id, [...(units.get(score.unit.id) ?? []), score]);
  return units;
}
