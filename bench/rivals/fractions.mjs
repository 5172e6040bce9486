// Exact fractions of BigInt, written by hand for this one set: no steps, no states, no checks. The figures that others are held against.
import { constantsOf, fold } from "./formulas.mjs";
import { calls, ranksBy } from "./printing.mjs";

const printer = { ...calls((name, a, b) => `f.${name}(${a}, ${b})`), num: (text) => `k["${text}"]`, fig: (name) => `f.parse(x.${name})` };

const compare = (a, b) => {
  const [left, right] = [a.n * b.d, b.n * a.d];
  return left < right ? -1 : left > right ? 1 : 0;
};
const arithmetic = {
  parse,
  add: (a, b) => (a.d === b.d ? { n: a.n + b.n, d: a.d } : lowest(a.n * b.d + b.n * a.d, a.d * b.d)),
  sub: (a, b) => lowest(a.n * b.d - b.n * a.d, a.d * b.d),
  mul: (a, b) => ({ n: a.n * b.n, d: a.d * b.d }),
  div: (a, b) => ({ n: a.n * b.d, d: a.d * b.n }),
  min: (a, b) => (compare(a, b) <= 0 ? a : b),
  max: (a, b) => (compare(a, b) >= 0 ? a : b),
  eq: (a, b) => compare(a, b) === 0,
  lt: (a, b) => compare(a, b) < 0,
  le: (a, b) => compare(a, b) <= 0,
  gt: (a, b) => compare(a, b) > 0,
  ge: (a, b) => compare(a, b) >= 0,
};
const zero = { n: 0n, d: 1n };

export const fractions = {
  name: "exact BigInt fractions by hand",
  isExact: true,
  prepare({ formulas, units }) {
    const constants = constantsOf(formulas, parse);
    const compiled = (points) => new Function("f", "k", "x", `return ${fold(points, printer)}`).bind(undefined, arithmetic, constants);
    return { units, leaves: formulas.map(({ points }) => compiled(points)), maxima: formulas.map(({ maxPoints }) => parse(maxPoints)) };
  },
  score({ units, leaves }) {
    return published(units.map((unit) => leaves.reduce((total, leaf) => arithmetic.add(total, leaf(unit)), zero)));
  },
  reweigh({ units, leaves, maxima }, weightings) {
    const points = units.map((unit) => onOneDenominator(leaves.map((leaf) => leaf(unit))));
    const most = onOneDenominator(maxima);
    return weightings.map((weights) => {
      const exact = weights.map(BigInt);
      const whole = weighted(most.numerators, exact);
      return published(
        points.map(({ numerators, denominator }) => ({
          n: 100n * weighted(numerators, exact) * most.denominator,
          d: denominator * whole,
        })),
      );
    });
  },
};

function weighted(numerators, weights) {
  return numerators.reduce((sum, numerator, leaf) => sum + numerator * weights[leaf], 0n);
}

function onOneDenominator(values) {
  const denominator = values.reduce((common, { n, d }) => (common / gcd(common, d / gcd(n, d))) * (d / gcd(n, d)), 1n);
  return { denominator, numerators: values.map(({ n, d }) => (n * denominator) / d) };
}

function published(totals) {
  return { steps: totals.map(({ n, d }) => Number((200n * n + d) / (2n * d))), ranks: ranksBy(totals, compare) };
}

function parse(text) {
  const point = text.indexOf(".");
  return point < 0 ? { n: BigInt(text), d: 1n } : { n: BigInt(text.replace(".", "")), d: 10n ** BigInt(text.length - point - 1) };
}

function lowest(n, d) {
  const common = gcd(n, d);
  return { n: n / common, d: d / common };
}

function gcd(a, b) {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y > 0n) [x, y] = [y, x % y];
  return x === 0n ? 1n : x;
}
