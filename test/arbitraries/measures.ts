import fc from "fast-check";
import type {
  Attainment,
  Change,
  Count,
  DaysLate,
  Measure,
  PeerLeader,
  PeerMean,
  Percentage,
  Product,
  Share,
  WrittenFigures,
} from "../oracle/documents";
import { dividedBy, type Fraction, isBelow, minus, nothing, plus, readDecimal, whole } from "../oracle/fraction";
import { amounts, amountsInRatio, counts, countsInRatio, decimals } from "./numbers";
import { dayAfter, days, writtenCount, writtenDay, writtenDecimal } from "./writing";

type Quantity = Share["quantity"];
type Figures = fc.Arbitrary<WrittenFigures>;
/** A part and a whole, before they are written. */
type Pair = readonly [part: number | string, whole: number | string];

const hundred = whole(100);
const quantities = fc.constantFrom<Quantity[]>("count", "money", "days");
const unit = fc.constantFrom({ vi: "hồ sơ", en: "dossiers" }, { vi: "triệu đồng", en: "million dong" }, { vi: "ngày" });

const shares: fc.Arbitrary<Share> = fc.record(
  {
    measure: fc.constant("share" as const),
    done: fc.constant({ vi: "Đã thực hiện", en: "Done" }),
    due: fc.constant({ vi: "Phải thực hiện", en: "Due" }),
    quantity: quantities,
    unit,
    fallback: fc.record({
      label: fc.constant({ vi: "Tổng số năm trước", en: "Last year's total" }),
      spans: fc.uniqueArray(
        fc.record({
          id: fc.constantFrom("month", "quarter", "year"),
          label: fc.constant({ vi: "Kỳ" }),
          divisor: fc.constantFrom("12", "4", "1"),
        }),
        { minLength: 1, maxLength: 3, selector: ({ id }) => id },
      ),
    }),
  },
  { requiredKeys: ["measure", "done", "due", "quantity", "unit"] },
);

const products: fc.Arbitrary<Product> = fc.record({
  measure: fc.constant("product" as const),
  factors: fc.integer({ min: 2, max: 3 }).chain((length) =>
    fc.tuple(
      ...["online", "synced", "paid"].slice(0, length).map((id) =>
        fc.record({
          id: fc.constant(id),
          label: fc.constant({ vi: `Tỷ lệ ${id}`, en: `Share ${id}` }),
          done: fc.constant({ vi: "Đã thực hiện" }),
          due: fc.constant({ vi: "Phải thực hiện" }),
          quantity: quantities,
          unit,
        }),
      ),
    ),
  ),
});

const attainments: fc.Arbitrary<Attainment> = fc.record({
  measure: fc.constant("attainment" as const),
  actual: fc.constant({ vi: "Thực hiện", en: "Actual" }),
  plan: fc.constant({ vi: "Kế hoạch", en: "Plan" }),
  quantity: quantities,
  unit,
});

const changes: fc.Arbitrary<Change> = fc.record({
  measure: fc.constant("change" as const),
  direction: fc.constantFrom<Change["direction"][]>("rising", "falling"),
  before: fc.constant({ vi: "Kỳ gốc", en: "Base" }),
  now: fc.constant({ vi: "Kỳ này", en: "Now" }),
  quantity: quantities,
  unit,
});

const countMeasures: fc.Arbitrary<Count> = fc.record({
  measure: fc.constant("count" as const),
  of: fc.constant({ vi: "Sáng kiến", en: "Initiatives" }),
  unit,
});
const daysLates: fc.Arbitrary<DaysLate> = fc.constant({ measure: "daysLate", of: { vi: "Ban hành kế hoạch", en: "Plan issued" } });
const percentageMeasures: fc.Arbitrary<Percentage> = fc.constant({ measure: "percentage", of: { vi: "Tỷ lệ hài lòng" } });

const peerMeans: fc.Arbitrary<PeerMean> = fc.constant({ measure: "peerMean", of: { vi: "Chỉ số CCHC", en: "PAR index" } });
const peerLeaders: fc.Arbitrary<PeerLeader> = fc.record({
  measure: fc.constant("peerLeader" as const),
  actual: fc.constant({ vi: "Thực hiện", en: "Actual" }),
  target: fc.constant({ vi: "Chỉ tiêu", en: "Target" }),
  quantity: quantities,
  unit,
  met: fc.oneof(fc.constantFrom("50", "0", "100", "33.33"), decimals(100, 2)),
  below: fc.constantFrom<PeerLeader["below"][]>("inProportion", "zero"),
});

/** The settings of each measure. */
export const measureArbitraries: { readonly [Name in Measure["measure"]]: fc.Arbitrary<Extract<Measure, { measure: Name }>> } = {
  share: shares,
  product: products,
  attainment: attainments,
  change: changes,
  count: countMeasures,
  daysLate: daysLates,
  percentage: percentageMeasures,
  peerMean: peerMeans,
  peerLeader: peerLeaders,
};

/** What an officer may report for a measure; the thresholds are likely to be met exactly, or missed by the least step. */
export function measureFigures(measure: Measure, thresholds: readonly string[]): Figures {
  const near = thresholds.length === 0 ? fc.constant("100") : fc.constantFrom(...thresholds);
  return near.chain((threshold) => figuresNear(measure, threshold));
}

function figuresNear(measure: Measure, threshold: string): Figures {
  const value = readDecimal(threshold);
  switch (measure.measure) {
    case "share":
      return shareFigures(measure, value);
    case "product":
      return productFigures(measure, value);
    case "attainment":
      return writtenPair(pairs(measure.quantity, ofHundred(value)), measure.quantity, "actual", "plan");
    case "change":
      return writtenPair(pairs(measure.quantity, nowAgainstBefore(measure, value)), measure.quantity, "now", "before");
    case "count":
      return fc.oneof(counts, countNear(threshold)).chain((count) => fc.record({ count: writtenCount(count) }));
    case "daysLate":
      return daysLateFigures(Number(threshold));
    case "percentage":
    case "peerMean":
      return percentageFigures(threshold);
    case "peerLeader":
      return peerLeaderFigures(measure);
  }
}

function shareFigures({ quantity, fallback }: Share, threshold: Fraction): Figures {
  const figures = writtenPair(pairs(quantity, ofHundred(threshold)).map(capped), quantity, "done", "due");
  if (fallback === undefined) return figures;
  const standIns = fc.oneof(...fallback.spans.map(({ id, divisor }) => standInFigures(quantity, id, readDecimal(divisor))));
  // A stand-in may stand beside a due figure that does not need it, and must stand beside one of zero.
  const notNeeded = standIns.chain(({ done: _, due: __, ...other }) => figures.map((own) => ({ ...own, ...other })));
  const something = figures.filter(({ due }) => /[1-9]/.test(String(due)));
  return fc.oneof(something, standIns, notNeeded);
}

/** Nothing was due, another total stands in, and what was done is no more than that total allows. */
function standInFigures(quantity: Quantity, fallbackSpan: string, divisor: Fraction): Figures {
  const totals: fc.Arbitrary<number | string> = quantity === "money" ? amounts : counts;
  return totals.chain((drawn) => {
    const allowed = dividedBy(readDecimal(String(drawn)), divisor);
    return fc.record({
      done: fc.bigInt({ min: 0n, max: allowed.top / allowed.bottom }).map(String),
      due: fc.constantFrom(0, "0"),
      fallbackTotal: fc.constant(drawn),
      fallbackSpan: fc.constant(fallbackSpan),
    });
  });
}

/** One share meets the threshold while the others are whole, or every share is any. */
function productFigures({ factors }: Product, threshold: Fraction): Figures {
  const one = whole(1);
  const figuresOf = (quotients: readonly Fraction[]) =>
    fc
      .tuple(
        ...factors.map(({ id, quantity }, index) =>
          writtenPair(pairs(quantity, quotients[index] ?? one).map(capped), quantity, `${id}Done`, `${id}Due`),
        ),
      )
      .map((parts) => Object.assign({}, ...parts) as WrittenFigures);
  return fc.oneof(figuresOf([ofHundred(threshold)]), figuresOf(factors.map(() => ofHundred(threshold))));
}

function daysLateFigures(threshold: number): Figures {
  const late = fc.oneof(fc.constantFrom(threshold, threshold - 1, threshold + 1), fc.integer({ min: -400, max: 400 }));
  const done = fc
    .tuple(days, late)
    .chain(([dueOn, number]) => fc.record({ dueOn: writtenDay(dueOn), doneOn: writtenDay(dayAfter(dueOn, number)) }));
  const notDone: Figures = fc.record(
    { dueOn: days.chain(writtenDay), notDone: fc.constant(true), doneOn: fc.constant(null) },
    { requiredKeys: ["notDone"] },
  );
  return fc.oneof({ weight: 4, arbitrary: done }, { weight: 1, arbitrary: notDone });
}

function percentageFigures(threshold: string): Figures {
  const near = Number(threshold) > 1 && Number(threshold) <= 100 ? [threshold] : [];
  // From above 0 to 1 a percentage is questioned, since a ratio may be meant.
  const percent = fc.oneof(
    fc.constantFrom("0", "100", "99.9999999999", ...near),
    decimals(100, 4, 1).filter((text) => Number(text) > 1),
  );
  const ratio = fc.oneof(fc.constantFrom("0", "1", "0.95", "0.0001"), decimals(1, 6));
  return fc.oneof(
    percent.chain((text) => fc.record({ percent: writtenDecimal(text), ratio: fc.constant(null) })),
    ratio.chain((text) => fc.record({ ratio: writtenDecimal(text) })),
  );
}

/** A target that is met, missed or exceeded, here and there by the same part of it; or none, blank or zero. */
function peerLeaderFigures({ quantity }: PeerLeader): Figures {
  const proportion = fc.constantFrom("1", "1.2", "1.5", "0.8", "2").chain((text) => pairs(quantity, readDecimal(text)));
  const targeted = writtenPair(proportion, quantity, "actual", "target");
  const none = fc.constantFrom(null, 0, "0");
  return fc.oneof(
    { weight: 3, arbitrary: targeted },
    { weight: 1, arbitrary: fc.tuple(targeted, none).map(([figures, target]) => ({ ...figures, target })) },
  );
}

/** A part of a whole: in just this proportion, in any, nothing of something, all of it, 0 of 0. */
function pairs(quantity: Quantity, proportion: Fraction): fc.Arbitrary<Pair> {
  const isMoney = quantity === "money";
  const anyFigure: fc.Arbitrary<number | string> = isMoney ? amounts : counts;
  const zero = isMoney ? "0" : 0;
  const inProportion: fc.Arbitrary<Pair> = isMoney ? amountsInRatio(proportion) : countsInRatio(proportion);
  const drawn: fc.Arbitrary<Pair> = fc.oneof(
    { weight: 5, arbitrary: isBelow(proportion, nothing) ? fc.tuple(anyFigure, anyFigure) : inProportion },
    { weight: 2, arbitrary: fc.tuple(anyFigure, anyFigure) },
    { weight: 2, arbitrary: isMoney ? nearlyAll.map(([part, of]): Pair => [`${part}.5`, String(of + 1)]) : nearlyAll },
    { weight: 1, arbitrary: anyFigure.map((value): Pair => [value, value]) },
    { weight: 1, arbitrary: anyFigure.map((value): Pair => [zero, value]) },
    { weight: 1, arbitrary: fc.constant<Pair>([zero, zero]) },
  );
  return drawn.filter((pair) => !pair.some(looksGrouped));
}

/** Shares from 90 % up whose decimals seldom end. */
const nearlyAll: fc.Arbitrary<readonly [part: number, whole: number]> = fc
  .tuple(fc.integer({ min: 3, max: 100_000 }), fc.nat({ max: 10_000 }))
  .map(([of, less]) => [of - (less % Math.ceil(of / 10)), of]);

/** "1.234" may mean 1234, and is questioned wherever an amount is reported. */
function looksGrouped(figure: number | string): boolean {
  return typeof figure === "string" && /^[1-9]\d{0,2}\.\d{3}$/.test(figure);
}

/** More cannot be done than was due. */
function capped([part, of]: Pair): Pair {
  return isBelow(readDecimal(String(of)), readDecimal(String(part))) ? [of, of] : [part, of];
}

function writtenPair(pair: fc.Arbitrary<Pair>, quantity: Quantity, partKey: string, wholeKey: string): Figures {
  const write = (figure: number | string) => (quantity === "money" ? writtenDecimal(String(figure)) : writtenCount(Number(figure)));
  return pair.chain(([part, of]) => fc.tuple(write(part), write(of))).map(([part, of]) => ({ [partKey]: part, [wholeKey]: of }));
}

function countNear(threshold: string): fc.Arbitrary<number> {
  const whole = Math.max(0, Math.floor(Number(threshold)));
  return fc.constantFrom(whole, whole + 1, Math.max(0, whole - 1));
}

function ofHundred(percent: Fraction): Fraction {
  return dividedBy(percent, hundred);
}

function nowAgainstBefore({ direction }: Change, percent: Fraction): Fraction {
  return ofHundred(direction === "rising" ? plus(hundred, percent) : minus(hundred, percent));
}
