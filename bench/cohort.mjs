// How the time for a leaf that compares units grows with their number: what the cohort comes to is gathered once, so a leaf must
// cost as much among 4,500 units as among 45. A set of one leaf for each such measure, and of one that compares nothing, beside.
import { parseCriteria, parseReports, scoreAll } from "../dist/index.js";

const invented = { confidence: "invented" };
const words = (vi) => ({ vi });
const quantity = { quantity: "count", unit: words("vụ") };

const subjects = {
  percentage: {
    rule: { kind: "proportional", target: "100", reads: { measure: "percentage", of: words("Chỉ số") } },
    item: (index) => ({ percent: `${50 + (index % 50)}.${String(index % 97).padStart(2, "0")}` }),
  },
  peerMean: {
    rule: { kind: "proportional", target: "100", reads: { measure: "peerMean", of: words("Chỉ số") } },
    item: (index) => ({ percent: `${50 + (index % 50)}.${String(index % 97).padStart(2, "0")}` }),
  },
  peerLeader: {
    rule: {
      kind: "proportional",
      target: "100",
      reads: {
        measure: "peerLeader",
        actual: words("Thực hiện"),
        target: words("Chỉ tiêu"),
        ...quantity,
        met: "50",
        below: "inProportion",
      },
    },
    item: (index) => ({ actual: 900 + ((index * 37) % 400), target: index % 10 === 0 ? 0 : 1000 + (index % 7) }),
  },
};

function setWith(rule) {
  const leaf = { code: "1", title: words("Tiêu chí"), maxPoints: "10", method: "fromIndex", rule };
  return parseCriteria({
    format: "par-index/criteria/1",
    id: "bench/cohort",
    revision: 1,
    status: "example",
    title: words("Một tiêu chí"),
    notice: words("Đặt ra để đo thời gian."),
    instrument: { provenance: invented },
    periods: ["2021"],
    sources: {},
    groups: [{ id: "commune", title: words("Xã") }],
    policies: {
      rounding: { places: 2, mode: "halfUp", stage: "published", provenance: invented },
      published: { value: "points", provenance: invented },
      notApplicable: { policy: "refuse", provenance: invented },
      ranking: { compare: "exact", ties: "share", incomplete: "unranked", within: "group", provenance: invented },
      mean: { of: "exact", provenance: invented },
      change: { of: "published", provenance: invented },
    },
    maxPoints: "10",
    children: [{ ...leaf, provenance: { points: invented, rule: invented } }],
  });
}

function reportsOf(criteria, item, units) {
  const unit = (index) => ({ id: `u${index}`, name: `Unit ${index}`, group: "commune" });
  const report = (index) => ({ unit: unit(index), period: "2021", round: "appraised", items: { 1: item(index) } });
  return parseReports(
    criteria,
    Array.from({ length: units }, (_, index) => report(index)),
  );
}

/** The fastest of so many scorings, in microseconds: what else the machine does can only make one slower. */
function microseconds(work, runs) {
  let fastest = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    work();
    fastest = Math.min(fastest, (performance.now() - start) * 1000);
  }
  return fastest;
}

console.log("microseconds a leaf, of a whole scoring with its steps; the fastest run\n");
console.log("measure       45 units   450 units   4,500 units   growth");
for (const [name, { rule, item }] of Object.entries(subjects)) {
  const criteria = setWith(rule);
  const perLeaf = [
    [45, 200],
    [450, 50],
    [4500, 20],
  ].map(([units, runs]) => {
    const reports = reportsOf(criteria, item, units);
    return microseconds(() => scoreAll(criteria, reports), runs) / units;
  });
  const [at45, at450, at4500] = perLeaf.map((time) => time.toFixed(2));
  console.log(
    `${name.padEnd(11)} ${at45.padStart(10)} ${at450.padStart(11)} ${at4500.padStart(13)} ${(perLeaf[2] / perLeaf[0]).toFixed(2).padStart(8)}`,
  );
}
