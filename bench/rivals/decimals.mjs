// decimal.js, as it is written by those who have heard of floating point: 20 significant digits, every division rounded.
import { Decimal } from "decimal.js";
import { constantsOf, fold } from "./formulas.mjs";
import { calls, ranksBy } from "./printing.mjs";

const methods = { add: "plus", sub: "minus", mul: "times", eq: "eq", lt: "lt", le: "lte", gt: "gt", ge: "gte", div: "div" };
const printer = {
  ...calls((name, a, b) => (name in methods ? `${a}.${methods[name]}(${b})` : `D.${name}(${a}, ${b})`)),
  num: (text) => `k["${text}"]`,
  fig: (name) => `new D(x.${name})`,
};

export const decimals = {
  name: "decimal.js, naively",
  package: "decimal.js",
  isExact: false,
  prepare({ formulas, units }) {
    const constants = constantsOf(formulas, (text) => new Decimal(text));
    return {
      units,
      leaves: formulas.map(({ points }) =>
        new Function("D", "k", "x", `return ${fold(points, printer)}`).bind(undefined, Decimal, constants),
      ),
      maxima: formulas.map(({ maxPoints }) => new Decimal(maxPoints)),
    };
  },
  score({ units, leaves }) {
    return published(units.map((unit) => leaves.reduce((total, leaf) => total.plus(leaf(unit)), new Decimal(0))));
  },
  reweigh({ units, leaves, maxima }, weightings) {
    const points = units.map((unit) => leaves.map((leaf) => leaf(unit)));
    const weighted = (values, weights) => values.reduce((sum, value, leaf) => sum.plus(value.times(weights[leaf])), new Decimal(0));
    return weightings.map((weights) => {
      const most = weighted(maxima, weights);
      return published(points.map((own) => weighted(own, weights).div(most).times(100)));
    });
  },
};

function published(totals) {
  return {
    steps: totals.map((total) => total.times(100).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber()),
    ranks: ranksBy(totals, (a, b) => a.comparedTo(b)),
  };
}
