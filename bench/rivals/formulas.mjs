// The rules of a criteria set as plain arithmetic, so that every rival computes the same formulas. An expression is a list: an
// operator and its parts. Rivals print it in their own language (`fold`) or walk it. No code of the library is used here.

/** One formula for each leaf: its points, of figures named `l7_done` for `done` of the eighth leaf. */
export function formulasOf(file) {
  return leavesOf(file).map((leaf, place) => ({
    code: leaf.code,
    maxPoints: leaf.maxPoints,
    points: kinds[leaf.rule.kind](leaf.rule, leaf, (key) => ["fig", `l${place}_${key}`]),
  }));
}

export function leavesOf({ children }) {
  return children.flatMap((node) => (node.children === undefined ? [node] : leavesOf(node)));
}

/** The figures of an item, by the names that formulas use: days as numbers, yes as 1, options by their places. */
export function figuresOf(leaf, place, item) {
  return figureKeys(leaf).map((key) => [`l${place}_${key}`, figure(leaf, key, item[key])]);
}

function figure({ rule }, key, value) {
  if (key === "option") return String(rule.options.findIndex(({ id }) => id === value));
  if (value === undefined) return "0";
  if (typeof value === "boolean") return value ? "1" : "0";
  return /^\d{4}-\d\d-\d\d$/.test(String(value)) ? String(Date.parse(value) / 86_400_000) : String(value);
}

/** The folding of an expression by a printer: a function for each operator, given its parts already folded. */
export function fold([operator, ...parts], printer) {
  const folded = operator === "num" || operator === "fig" ? parts : parts.map((part) => fold(part, printer));
  return printer[operator](...folded);
}

/** The numbers that formulas state, each once, read by a rival's own parser. */
export function constantsOf(formulas, parse) {
  const texts = new Set(formulas.flatMap(({ points }) => numbersIn(points)));
  return Object.fromEntries([...texts].map((text) => [text, parse(text)]));
}

function numbersIn([operator, ...parts]) {
  if (operator === "num") return parts;
  return operator === "fig" ? [] : parts.flatMap(numbersIn);
}

const num = (text) => ["num", String(text)];
const zero = num(0);
const hundred = num(100);

function figureKeys({ rule }) {
  if (rule.reads !== undefined) return measureKeys[rule.reads.measure];
  if (rule.kind === "choice") return ["option"];
  return (rule.breaches ?? rule.parts ?? rule.counts).map(({ id }) => id);
}

const measureKeys = {
  share: ["done", "due"],
  count: ["count"],
  percentage: ["percent"],
  daysLate: ["dueOn", "doneOn", "notDone"],
  change: ["before", "now"],
  attainment: ["actual", "plan"],
};

/** The value of each measure, and the figure at zero of which nothing was due. */
const measures = {
  share: (_, fig) => ({ value: percent(fig("done"), fig("due")), due: fig("due") }),
  count: (_, fig) => ({ value: fig("count") }),
  percentage: (_, fig) => ({ value: fig("percent") }),
  daysLate: (_, fig) => ({ value: ["sub", fig("doneOn"), fig("dueOn")] }),
  change: ({ direction }, fig) => {
    const [before, now] = [fig("before"), fig("now")];
    return { value: percent(direction === "rising" ? ["sub", now, before] : ["sub", before, now], before), due: before };
  },
  attainment: (_, fig) => ({ value: percent(fig("actual"), fig("plan")), due: fig("plan") }),
};

const kinds = {
  proportional(rule, leaf, fig) {
    const { value, due } = measures[rule.reads.measure](rule.reads, fig);
    const most = num(leaf.maxPoints);
    const earned = ["min", most, ["max", zero, ["div", ["mul", most, value], num(rule.target)]]];
    const floored = rule.floor === undefined ? earned : ["if", within(value, rule.floor), earned, zero];
    return whereDue(leaf, due, floored);
  },
  bands(rule, leaf, fig) {
    const { value, due } = measures[rule.reads.measure](rule.reads, fig);
    const banded = rule.bands.reduceRight((rest, band) => ["if", within(value, band), num(worth(band, leaf)), rest], zero);
    const done = rule.notDone === undefined ? banded : ["if", ["eq", fig("notDone"), num(1)], num(rule.notDone), banded];
    return whereDue(leaf, due, done);
  },
  cases(rule, leaf, fig) {
    const term = (count) => (/^\d/.test(count) ? num(count) : fig(count));
    const holds = ({ count, is, than }) => [comparisons[is], term(count), term(than)];
    const chosen = rule.cases.reduceRight(
      (rest, one) => ["if", one.when.map(holds).reduce((all, next) => ["and", all, next]), num(worth(one, leaf)), rest],
      num(worth(rule.otherwise, leaf)),
    );
    return whereDue(leaf, rule.due === undefined ? undefined : fig(rule.due), chosen);
  },
  deduction({ breaches }, leaf, fig) {
    const taken = breaches.map((breach) => ["mul", fig(breach.id), num(worth(breach, leaf))]);
    return ["max", zero, ["sub", num(leaf.maxPoints), taken.reduce((sum, next) => ["add", sum, next])]];
  },
  checklist({ parts }, leaf, fig) {
    return parts
      .map((part) => ["if", ["eq", fig(part.id), num(1)], num(worth(part, leaf)), zero])
      .reduce((sum, next) => ["add", sum, next]);
  },
  choice({ options }, leaf, fig) {
    return options.reduceRight((rest, option, place) => ["if", ["eq", fig("option"), num(place)], num(worth(option, leaf)), rest], zero);
  },
};

const comparisons = { equalTo: "eq", atMost: "le", atLeast: "ge", lessThan: "lt", moreThan: "gt" };

function percent(part, whole) {
  return ["mul", ["div", part, whole], hundred];
}

function within(value, bounds) {
  return Object.entries(bounds)
    .filter(([bound]) => bound in comparisons)
    .map(([bound, at]) => [comparisons[bound], value, num(at)])
    .reduce((both, next) => ["and", both, next]);
}

function worth({ points, percentOfMax }, { maxPoints }) {
  return percentOfMax === undefined ? points : String((Number(maxPoints) * Number(percentOfMax)) / 100);
}

function whereDue({ nothingDue, maxPoints }, due, points) {
  return due === undefined ? points : ["if", ["eq", due, zero], num(nothingDue === "fullPoints" ? maxPoints : 0), points];
}
