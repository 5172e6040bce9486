// Units for the benchmark: the same for every rival, and the same in every run.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { figuresOf, formulasOf, leavesOf } from "./formulas.mjs";

export const id = "reconstructed/vn/moha/par-index-province/2020-1149-qd-bnv";
const path = fileURLToPath(new URL(`../../criteria/${id}/criteria.json`, import.meta.url));
export const file = JSON.parse(readFileSync(path, "utf8"));
const leaves = leavesOf(file);

/**
 * Reports of so many units, as the library takes them. Every other unit counts by tens, scores and hundreds, as small offices
 * do: its shares have few decimals, as have its percentages, and so its total may stand exactly between two published values. The rest have counts of any size.
 */
export function reportsOf(units) {
  return Array.from({ length: units }, (_, index) => {
    const draw = drawing(index + 1);
    const items = Object.fromEntries(leaves.map((leaf) => [leaf.code, itemOf(leaf, draw, index % 2 === 0)]));
    return { unit: { id: `u${index}`, name: `Unit ${index}`, group: "province" }, period: file.periods[0], round: "appraised", items };
  });
}

/** What rivals are given: the formulas, and of each unit its figures as decimal texts by the names in the formulas. */
export function jobOf(reports) {
  const units = reports.map(({ items }) => Object.fromEntries(leaves.flatMap((leaf, place) => figuresOf(leaf, place, items[leaf.code]))));
  return { formulas: formulasOf(file), units };
}

/** Weights of leaves in percent of their maxima, from 50 to 150: a list for each weighting. */
export function weightingsOf(count) {
  return Array.from({ length: count }, (_, index) => {
    const draw = drawing(1_000_003 + index);
    return leaves.map(() => 50 + draw(101));
  });
}

/** Whole numbers below a limit, drawn from a seed (Lehmer's generator). */
function drawing(seed) {
  let state = (seed * 48_271) % 2_147_483_647;
  for (let warm = 0; warm < 4; warm += 1) state = (state * 48_271) % 2_147_483_647;
  return (limit) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % limit;
  };
}

const roundCounts = [10, 20, 25, 40, 50, 80, 100, 200, 250, 400];

function itemOf({ rule }, draw, isRound) {
  return rule.reads === undefined ? direct[rule.kind](rule, draw) : measured[rule.reads.measure](draw, isRound, rule.reads);
}

const measured = {
  share: (draw, isRound) => {
    const due = draw(50) === 0 ? 0 : isRound ? roundCounts[draw(roundCounts.length)] : 1 + draw(30_000);
    const all = draw(3) === 0;
    return { due, done: all ? due : due - Math.floor((due * draw(40)) / 100) };
  },
  count: (draw) => ({ count: draw(60) }),
  percentage: (draw, isRound) => ({ percent: String((isRound ? 600 + draw(400) : 6000 + draw(4000)) / (isRound ? 10 : 100)) }),
  daysLate: (draw) =>
    draw(10) === 0 ? { notDone: true } : { dueOn: "2020-01-31", doneOn: `2020-01-${String(12 + draw(20)).padStart(2, "0")}` },
  change: (draw, isRound, { quantity }) => {
    const before = isRound ? roundCounts[draw(roundCounts.length)] * 10 : 500 + draw(9000);
    const item = { before, now: before - Math.floor((before * draw(14)) / 100) + Math.floor((before * draw(8)) / 100) };
    return quantity === "money" ? { before: String(item.before), now: String(item.now) } : item;
  },
  attainment: (draw) => ({ plan: "6700000", actual: String(6_700_000 + 1000 * draw(500) - 100_000) }),
};

const direct = {
  deduction: ({ breaches }, draw) => Object.fromEntries(breaches.map(({ id: key }) => [key, draw(3)])),
  checklist: ({ parts }, draw) => Object.fromEntries(parts.map(({ id: key }) => [key, draw(4) > 0])),
  choice: ({ options }, draw) => ({ option: options[draw(options.length)].id }),
  cases: ({ counts }, draw) => {
    const item = {};
    for (const { id: key, within } of counts)
      item[key] = within === undefined ? 1000 + draw(2) : item[within] - (draw(2) * item[within] > 0 ? draw(2) : 0);
    return item;
  },
};
