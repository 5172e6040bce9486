// HyperFormula, a spreadsheet engine: a row for each unit, a cell for each figure, a formula for each leaf, a row of weights above.
import { HyperFormula } from "hyperformula";
import { fold } from "./formulas.mjs";
import { calls, ranksBy } from "./printing.mjs";

const signs = { add: "+", sub: "-", mul: "*", div: "/", eq: "=", lt: "<", le: "<=", gt: ">", ge: ">=" };

/** Weights stand in the first row, maxima in the second. */
const above = 2;

export const hyperformula = {
  name: "HyperFormula",
  package: "hyperformula",
  isExact: false,
  prepare({ formulas, units }) {
    const names = Object.keys(units[0]);
    const rows = units.map((unit, index) => {
      const row = index + above + 1;
      const cell = (column) => `${letters(column)}${row}`;
      const printer = printerOf((name) => cell(names.indexOf(name)));
      const points = formulas.map((formula) => `=${fold(formula.points, printer)}`);
      const [first, last] = [names.length, names.length + formulas.length - 1].map(letters);
      const [own, weights, maxima] = [`${first}${row}:${last}${row}`, `${first}$1:${last}$1`, `${first}$2:${last}$2`];
      const total = `=SUMPRODUCT(${own},${weights})/SUMPRODUCT(${maxima},${weights})*100`;
      return [
        ...names.map((name) => Number(unit[name])),
        ...points,
        total,
        `=ROUND(${letters(names.length + formulas.length)}${row}*100,0)`,
      ];
    });
    const blank = names.map(() => null);
    return {
      sheet: [[...blank, ...formulas.map(() => 100)], [...blank, ...formulas.map(({ maxPoints }) => Number(maxPoints))], ...rows],
      firstWeight: names.length,
      total: names.length + formulas.length,
    };
  },
  score(prepared) {
    const book = bookOf(prepared);
    const found = published(book, prepared);
    book.destroy();
    return found;
  },
  reweigh(prepared, weightings) {
    const book = bookOf(prepared);
    const found = weightings.map((weights) => {
      book.setCellContents({ sheet: 0, row: 0, col: prepared.firstWeight }, [weights]);
      return published(book, prepared);
    });
    book.destroy();
    return found;
  },
};

function bookOf({ sheet }) {
  return HyperFormula.buildFromArray(sheet, { licenseKey: "gpl-v3" });
}

function published(book, { sheet, total }) {
  const values = book.getRangeValues({
    start: { sheet: 0, row: above, col: total },
    end: { sheet: 0, row: sheet.length - 1, col: total + 1 },
  });
  return {
    steps: values.map(([, steps]) => steps),
    ranks: ranksBy(
      values.map(([value]) => value),
      (a, b) => a - b,
    ),
  };
}

function printerOf(cellOf) {
  return {
    ...calls((name, a, b) => (name in signs ? `(${a}${signs[name]}${b})` : `${name.toUpperCase()}(${a},${b})`)),
    num: (text) => text,
    fig: cellOf,
    if: (condition, a, b) => `IF(${condition},${a},${b})`,
    and: (a, b) => `AND(${a},${b})`,
  };
}

/** `A` to `Z`, `AA` and on. */
function letters(column) {
  return (column < 26 ? "" : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));
}
