// GoRules zen: a decision of one expression node, evaluated unit by unit in native code on decimals of 28 digits.
import { ZenEngine } from "@gorules/zen-engine";
import { fold } from "./formulas.mjs";
import { plainOperators, ranksBy } from "./printing.mjs";

const printer = {
  ...plainOperators,
  num: (text) => text,
  fig: (name) => name,
  min: (a, b) => `min([${a}, ${b}])`,
  max: (a, b) => `max([${a}, ${b}])`,
  and: (a, b) => `(${a} and ${b})`,
  eq: (a, b) => `(${a} == ${b})`,
};

export const zen = {
  name: "GoRules zen",
  package: "@gorules/zen-engine",
  isExact: false,
  prepare({ formulas, units }) {
    const leaves = formulas.map(({ points }, leaf) => [`p${leaf}`, fold(points, printer)]);
    const total = formulas.map((_, leaf) => `$.p${leaf}`).join(" + ");
    const weighted = formulas.map((_, leaf) => `p${leaf} * w${leaf}`).join(" + ");
    const most = formulas.map(({ maxPoints }, leaf) => `${maxPoints} * w${leaf}`).join(" + ");
    return {
      units: units.map((unit) => Object.fromEntries(Object.entries(unit).map(([name, text]) => [name, Number(text)]))),
      decision: decisionOf([...leaves, ["total", total], ["steps", "round($.total * 100)"]]),
      reweighing: decisionOf([
        ["total", `(${weighted}) / (${most}) * 100`],
        ["steps", "round($.total * 100)"],
      ]),
    };
  },
  async score({ units, decision }) {
    return published(await resultsOf(decision, units));
  },
  async reweigh({ units, decision, reweighing }, weightings) {
    const points = (await resultsOf(decision, units)).map(({ total, steps, ...own }) => own);
    const all = [];
    for (const weights of weightings) {
      const given = Object.fromEntries(weights.map((weight, leaf) => [`w${leaf}`, weight]));
      all.push(
        published(
          await resultsOf(
            reweighing,
            points.map((own) => ({ ...own, ...given })),
          ),
        ),
      );
    }
    return all;
  },
};

async function resultsOf(decision, contexts) {
  const results = [];
  for (const context of contexts) results.push((await decision.evaluate(context)).result);
  return results;
}

function published(results) {
  return {
    steps: results.map(({ steps }) => steps),
    ranks: ranksBy(
      results.map(({ total }) => total),
      (a, b) => a - b,
    ),
  };
}

function decisionOf(expressions) {
  const node = (id, type, content) => ({ id, name: id, type, position: { x: 0, y: 0 }, ...content });
  return new ZenEngine().createDecision({
    nodes: [
      node("in", "inputNode"),
      node("formulas", "expressionNode", { content: { expressions: expressions.map(([key, value]) => ({ id: key, key, value })) } }),
      node("out", "outputNode"),
    ],
    edges: [
      { id: "a", sourceId: "in", targetId: "formulas", type: "edge" },
      { id: "b", sourceId: "formulas", targetId: "out", type: "edge" },
    ],
  });
}
