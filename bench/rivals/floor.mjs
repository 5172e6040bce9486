// The floor: what a programmer writes by hand for this one set, a loop over columns of plain numbers for each leaf. It is as fast as
// it gets in JavaScript, and nothing tells which of its digits are wrong.
import { fold } from "./formulas.mjs";
import { plainOperators, ranksBy } from "./printing.mjs";

const printer = { ...plainOperators, num: (text) => text, fig: (name) => `${name}[u]` };

export const floor = {
  name: "loop over columns, plain numbers",
  isExact: false,
  prepare({ formulas, units }) {
    const names = Object.keys(units[0]);
    const columns = Object.fromEntries(names.map((name) => [name, Float64Array.from(units, (unit) => Number(unit[name]))]));
    return {
      count: units.length,
      columns,
      points: formulas.map(() => new Float64Array(units.length)),
      maxima: formulas.map(({ maxPoints }) => Number(maxPoints)),
      loops: formulas.map(({ points }) => loopOf(names, points)),
    };
  },
  score({ count, columns, points, loops }) {
    const total = new Float64Array(count);
    for (const [leaf, loop] of loops.entries()) loop(columns, points[leaf], total, count);
    return published(total);
  },
  reweigh({ count, points, maxima, ...prepared }, weightings) {
    this.score({ count, points, ...prepared });
    return weightings.map((weights) => {
      const total = new Float64Array(count);
      let most = 0;
      for (let leaf = 0; leaf < points.length; leaf += 1) {
        const [column, weight] = [points[leaf], weights[leaf]];
        most += maxima[leaf] * weight;
        for (let u = 0; u < count; u += 1) total[u] += column[u] * weight;
      }
      for (let u = 0; u < count; u += 1) total[u] = (total[u] / most) * 100;
      return published(total);
    });
  },
};

/** A function of its own for each leaf, as one would write it: one for all is too long to be compiled well. */
function loopOf(names, points) {
  const body = `for (let u = 0; u < count; u += 1) { const earned = ${fold(points, printer)}; points[u] = earned; total[u] += earned; }`;
  const used = names.filter((name) => body.includes(`${name}[u]`));
  return new Function(`{ ${used.join(", ")} }`, "points", "total", "count", body);
}

export function published(values) {
  return { steps: Array.from(values, (value) => Math.round(value * 100)), ranks: ranksBy(values, (a, b) => a - b) };
}
