// A province's round for benchmarks: agencies and communes under the reconstructed set of 2020 with four rounds of assessment.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseCriteria, parseReports } from "../dist/index.js";

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

export const criteria = parseCriteria({
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
export function reportsOf(units) {
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

/** The set, and every report of so many units. */
export function provinceRound(units) {
  return { criteria, reports: parseReports(criteria, reportsOf(units)) };
}
