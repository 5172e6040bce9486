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
    const points = formulas.map(() => new Float64Array(units.length));
    const loops = formulas.map(
      (formula, leaf) => `
      { const points = leaves[${leaf}];
        for (let u = 0; u < count; u += 1) { const earned = ${fold(formula.points, printer)}; points[u] = earned; total[u] += earned; } }`,
    );
    const body = `const { ${names.join(", ")} } = columns; ${loops.join("")}`;
    return {
      count: units.length,
      columns,
      points,
      maxima: formulas.map(({ maxPoints }) => Number(maxPoints)),
      run: new Function("columns", "leaves", "total", "count", body),
    };
  },
  score({ count, columns, points, run }) {
    const total = new Float64Array(count);
    run(columns, points, total, count);
    return published(total);
  },
  reweigh({ count, points, maxima }, weightings) {
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

export function published(values) {
  return { steps: Array.from(values, (value) => Math.round(value * 100)), ranks: ranksBy(values, (a, b) => a - b) };
}
