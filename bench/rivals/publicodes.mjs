// publicodes: rules that depend on each other, evaluated unit by unit in plain numbers.
import Engine from "publicodes";
import { published } from "./floor.mjs";
import { fold } from "./formulas.mjs";
import { calls } from "./printing.mjs";

const signs = { add: "+", sub: "-", mul: "*", div: "/", eq: "=", lt: "<", le: "<=", gt: ">", ge: ">=" };
/** Limits of what is held: of `b` at `a`. */
const limits = { min: "plafond", max: "plancher" };

const isText = (part) => typeof part === "string";

/** Arithmetic of texts is a text; of mechanisms, a mechanism. */
const printer = {
  ...calls((name, a, b) => {
    if (name in limits) return { ...(isText(b) ? { valeur: b } : b), [limits[name]]: a };
    return isText(a) && isText(b) ? `(${a} ${signs[name]} ${b})` : { somme: [a, b] };
  }),
  num: (text) => text,
  fig: (name) => name,
  if: (condition, a, b) => ({ variations: [{ si: condition, alors: a }, { sinon: b }] }),
  and: (a, b) => ({ "toutes ces conditions": [a, b] }),
};

export const publicodes = {
  name: "publicodes",
  package: "publicodes",
  isExact: false,
  prepare({ formulas, units }) {
    const figures = Object.fromEntries(Object.keys(units[0]).map((name) => [name, 0]));
    const leaves = Object.fromEntries(formulas.map(({ points }, leaf) => [`p${leaf}`, fold(points, printer)]));
    const sumOf = (part) => ({ somme: formulas.map(part) });
    const weighted = {
      ...Object.fromEntries(
        formulas.flatMap((_, leaf) => [
          [`p${leaf}`, 0],
          [`w${leaf}`, 0],
        ]),
      ),
      earned: sumOf((_, leaf) => `p${leaf} * w${leaf}`),
      most: sumOf(({ maxPoints }, leaf) => `${maxPoints} * w${leaf}`),
      total: "earned / most * 100",
    };
    return {
      units,
      leaves: Object.keys(leaves),
      engine: new Engine({ ...figures, ...leaves, total: sumOf((_, leaf) => `p${leaf}`) }),
      reweighing: new Engine(weighted),
    };
  },
  score({ units, engine }) {
    return published(units.map((unit) => engine.setSituation(unit).evaluate("total").nodeValue));
  },
  reweigh({ units, leaves, engine, reweighing }, weightings) {
    const points = units.map((unit) => {
      engine.setSituation(unit);
      return Object.fromEntries(leaves.map((leaf) => [leaf, engine.evaluate(leaf).nodeValue]));
    });
    return weightings.map((weights) => {
      const given = Object.fromEntries(weights.map((weight, leaf) => [`w${leaf}`, weight]));
      return published(points.map((own) => reweighing.setSituation({ ...own, ...given }).evaluate("total").nodeValue));
    });
  },
};
