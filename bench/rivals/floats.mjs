// Plain numbers on objects, unit by unit: the first thing that everybody writes.

import { published } from "./floor.mjs";
import { fold } from "./formulas.mjs";
import { plainOperators } from "./printing.mjs";

const printer = { ...plainOperators, num: (text) => text, fig: (name) => `x.${name}` };

export const floats = {
  name: "plain numbers on objects",
  isExact: false,
  prepare({ formulas, units }) {
    return {
      units: units.map((unit) => Object.fromEntries(Object.entries(unit).map(([name, text]) => [name, Number(text)]))),
      leaves: formulas.map(({ points }) => new Function("x", `return ${fold(points, printer)}`)),
      maxima: formulas.map(({ maxPoints }) => Number(maxPoints)),
    };
  },
  score({ units, leaves }) {
    return published(units.map((unit) => leaves.reduce((total, leaf) => total + leaf(unit), 0)));
  },
  reweigh({ units, leaves, maxima }, weightings) {
    const points = units.map((unit) => leaves.map((leaf) => leaf(unit)));
    return weightings.map((weights) => {
      const most = maxima.reduce((sum, max, leaf) => sum + max * weights[leaf], 0);
      return published(points.map((own) => (own.reduce((sum, earned, leaf) => sum + earned * weights[leaf], 0) / most) * 100));
    });
  },
};
