// What rivals written in JavaScript share: operators printed as source, places by values.

/** Operators as JavaScript has them; `num` and `fig` are left to the rival. */
export const plainOperators = {
  add: (a, b) => `(${a} + ${b})`,
  sub: (a, b) => `(${a} - ${b})`,
  mul: (a, b) => `(${a} * ${b})`,
  div: (a, b) => `(${a} / ${b})`,
  min: (a, b) => `Math.min(${a}, ${b})`,
  max: (a, b) => `Math.max(${a}, ${b})`,
  if: (condition, a, b) => `(${condition} ? ${a} : ${b})`,
  and: (a, b) => `(${a} && ${b})`,
  eq: (a, b) => `(${a} === ${b})`,
  lt: (a, b) => `(${a} < ${b})`,
  le: (a, b) => `(${a} <= ${b})`,
  gt: (a, b) => `(${a} > ${b})`,
  ge: (a, b) => `(${a} >= ${b})`,
};

/** Operators as functions or methods called by their names. */
export function calls(print) {
  const named = ["add", "sub", "mul", "div", "min", "max", "eq", "lt", "le", "gt", "ge"].map((name) => [name, (a, b) => print(name, a, b)]);
  return { ...Object.fromEntries(named), if: plainOperators.if, and: plainOperators.and };
}

/** The place of each value among them, the greatest first, equal ones sharing it (1, 2, 2, 4). */
export function ranksBy(values, compare) {
  const best = Int32Array.from(values.keys()).sort((a, b) => compare(values[b], values[a]));
  const ranks = new Int32Array(values.length);
  best.forEach((row, place) => {
    const before = best[place - 1];
    ranks[row] = place > 0 && compare(values[before], values[row]) === 0 ? ranks[before] : place + 1;
  });
  return ranks;
}
