import type {
  Bands,
  Bounds,
  Cases,
  Checklist,
  Choice,
  Condition,
  Deduction,
  Given,
  PerItem,
  Proportional,
  Rule,
  Worth,
  WrittenFigures,
} from "./documents";
import { dividedBy, equals, type Fraction, greater, isBelow, lesser, minus, nothing, readDecimal, times, total, whole } from "./fraction";
import { figureOf, readMeasure } from "./measures";

/** What a rule earns before anything is rounded. */
export type Earned = Fraction | "nothingDue" | "waiting";

/** The figures of all units that are compared, once they are at hand. */
export type Peers = readonly WrittenFigures[] | undefined;

export function earn(rule: Rule, figures: WrittenFigures, max: Fraction, peers: Peers): Earned {
  switch (rule.kind) {
    case "choice":
      return choice(rule, figures, max);
    case "cases":
      return cases(rule, figures, max);
    case "checklist":
      return checklist(rule, figures, max);
    case "perItem":
      return perItem(rule, figures, max, peers);
    case "deduction":
      return deduction(rule, figures, max);
    case "bands":
      return bands(rule, figures, max, peers);
    case "proportional":
      return proportional(rule, figures, max, peers);
    case "given":
      return given(rule, figures);
  }
}

/** The worth of the option chosen. */
function choice({ options }: Choice, figures: WrittenFigures, max: Fraction): Earned {
  const [chosen] = options.filter(({ id }) => id === figures.option);
  if (chosen === undefined) throw new TypeError("no such option");
  return worth(chosen, max);
}

/** The worth of the first case whose conditions all hold, else of the rest; nothing due where the named count is zero. */
function cases(rule: Cases, figures: WrittenFigures, max: Fraction): Earned {
  if (rule.due !== undefined && figureOf(figures, rule.due).top === 0n) return "nothingDue";
  for (const one of rule.cases) {
    if (one.when.every((condition) => isTrue(condition, figures))) return worth(one, max);
  }
  return worth(rule.otherwise, max);
}

/** The worths of the parts done, added. */
function checklist({ parts }: Checklist, figures: WrittenFigures, max: Fraction): Earned {
  return total(parts.filter(({ id }) => figures[id] === true).map((part) => worth(part, max)));
}

/** So much for each, but never more than the maximum. */
function perItem({ reads, each }: PerItem, figures: WrittenFigures, max: Fraction, peers: Peers): Earned {
  const value = readMeasure(reads, figures, peers);
  return typeof value === "string" ? neverOf(value) : lesser(times(value, worth(each, max)), max);
}

/** The maximum less so much for each breach, but never below zero. */
function deduction({ breaches }: Deduction, figures: WrittenFigures, max: Fraction): Earned {
  const off = total(breaches.map((breach) => times(figureOf(figures, breach.id), worth(breach, max))));
  return greater(nothing, minus(max, off));
}

/** The worth of the one band that holds the value. */
function bands({ reads, bands: listed, notDone = "0" }: Bands, figures: WrittenFigures, max: Fraction, peers: Peers): Earned {
  const value = readMeasure(reads, figures, peers);
  if (value === "nothingDue" || value === "waiting") return value;
  if (value === "notDone") return readDecimal(notDone);
  const [band, ...others] = listed.filter((candidate) => lies(value, candidate));
  if (band === undefined || others.length > 0) throw new TypeError("a value must lie in exactly one band");
  return worth(band, max);
}

/** Nothing below the floor, the maximum from the target, in proportion between; a value below zero earns nothing. */
function proportional({ reads, target, floor }: Proportional, figures: WrittenFigures, max: Fraction, peers: Peers): Earned {
  const value = readMeasure(reads, figures, peers);
  if (typeof value === "string") return neverOf(value);
  if (floor !== undefined && !lies(value, floor)) return nothing;
  if (isBelow(value, nothing)) return nothing;
  return lesser(max, dividedBy(times(max, value), readDecimal(target)));
}

function given(_: Given, figures: WrittenFigures): Earned {
  return figureOf(figures, "points");
}

/** Kinds that cannot speak of what was not done are never asked to. */
function neverOf(reading: "nothingDue" | "notDone" | "waiting"): "nothingDue" | "waiting" {
  if (reading === "notDone") throw new TypeError("this kind does not say what is earned when nothing was done");
  return reading;
}

function worth({ points, percentOfMax }: Worth, max: Fraction): Fraction {
  return points === undefined ? dividedBy(times(max, readDecimal(percentOfMax ?? "")), whole(100)) : readDecimal(points);
}

function lies(value: Fraction, { atLeast, moreThan, lessThan, atMost }: Bounds): boolean {
  if (atLeast !== undefined && isBelow(value, readDecimal(atLeast))) return false;
  if (moreThan !== undefined && !isBelow(readDecimal(moreThan), value)) return false;
  if (lessThan !== undefined && !isBelow(value, readDecimal(lessThan))) return false;
  if (atMost !== undefined && isBelow(readDecimal(atMost), value)) return false;
  return true;
}

function isTrue({ count, is, than }: Condition, figures: WrittenFigures): boolean {
  const left = figureOf(figures, count);
  const right = /^\d/.test(than) ? readDecimal(than) : figureOf(figures, than);
  switch (is) {
    case "equalTo":
      return equals(left, right);
    case "atLeast":
      return !isBelow(left, right);
    case "moreThan":
      return isBelow(right, left);
    case "lessThan":
      return isBelow(left, right);
    case "atMost":
      return !isBelow(right, left);
  }
}
