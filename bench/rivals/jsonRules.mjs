// json-rules-engine: a rule for each case of each leaf, whose conditions read facts. It has no arithmetic, so that shares are facts
// computed in plain numbers, and the points of the events that fire are added up outside.
import { Engine } from "json-rules-engine";
import { published } from "./floor.mjs";
import { fold } from "./formulas.mjs";
import { plainOperators } from "./printing.mjs";

const printer = { ...plainOperators, num: (text) => text, fig: (name) => `x.${name}` };
const operators = { eq: "equal", lt: "lessThan", le: "lessThanInclusive", gt: "greaterThan", ge: "greaterThanInclusive" };

export const jsonRules = {
  name: "json-rules-engine",
  package: "json-rules-engine",
  isExact: false,
  prepare({ formulas, units }) {
    return {
      units: units.map((unit) => Object.fromEntries(Object.entries(unit).map(([name, text]) => [name, Number(text)]))),
      maxima: formulas.map(({ maxPoints }) => Number(maxPoints)),
      engine: engineOf(formulas),
    };
  },
  async score({ units, engine }) {
    return published(
      await inTurn(units, async (unit) => {
        const points = await pointsOf(engine, unit);
        return points.reduce((total, { earned }) => total + earned, 0);
      }),
    );
  },
  /** The engine knows no weights: every weighting runs all rules again. */
  async reweigh({ units, maxima, engine }, weightings) {
    return inTurn(weightings, async (weights) => {
      const most = maxima.reduce((sum, max, leaf) => sum + max * weights[leaf], 0);
      const totals = await inTurn(units, async (unit) => {
        const points = await pointsOf(engine, unit);
        return (points.reduce((sum, { leaf, earned }) => sum + earned * weights[leaf], 0) / most) * 100;
      });
      return published(totals);
    });
  },
};

async function inTurn(items, work) {
  const done = [];
  for (const item of items) done.push(await work(item));
  return done;
}

async function pointsOf(engine, unit) {
  const { events } = await engine.run({ x: unit });
  return events.map(({ params: { leaf, points } }) => ({ leaf, earned: points(unit) }));
}

function engineOf(formulas) {
  const engine = new Engine([], { allowUndefinedFacts: false });
  formulas.forEach(({ points }, leaf) => {
    for (const { when, earned } of casesOf(points, [])) {
      const all = when.map(({ condition, holds }) => conditionOf(engine, condition, holds));
      engine.addRule({ conditions: { all }, event: { type: "earned", params: { leaf, points: compiled(earned) } } });
    }
  });
  return engine;
}

/** The cases of a formula: what must hold and what must not, and what is then earned. */
function casesOf(expression, when) {
  if (expression[0] !== "if") return [{ when, earned: expression }];
  const [, condition, yes, no] = expression;
  return [...casesOf(yes, [...when, { condition, holds: true }]), ...casesOf(no, [...when, { condition, holds: false }])];
}

function conditionOf(engine, condition, holds) {
  const plain = plainCondition(engine, condition);
  return holds ? plain : { not: plain };
}

function plainCondition(engine, [operator, left, right]) {
  if (operator === "and") return { all: [plainCondition(engine, left), plainCondition(engine, right)] };
  return {
    fact: factOf(engine, left),
    operator: operators[operator],
    value: right[0] === "num" ? Number(right[1]) : { fact: factOf(engine, right) },
  };
}

/** A fact for an expression: computed of the figures when a condition asks for it, once for each unit. */
function factOf(engine, expression) {
  const source = fold(expression, printer);
  const compute = compiled(expression);
  engine.addFact(source, async (_, almanac) => compute(await almanac.factValue("x")));
  return source;
}

function compiled(expression) {
  return new Function("x", `return ${fold(expression, printer)}`);
}
