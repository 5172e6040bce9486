import { type Issue, issue } from "../../issue/issue";
import { type Result, unwrap } from "../../issue/result";

/** One person's weight, and the category (nhóm) of each margin that they belong to. */
export interface WeightedPerson {
  readonly weight: number;
  readonly categories: Readonly<Record<string, string>>;
}

/** For each margin, such as sex, how many people each of its categories has in the population. */
export type Margins = Readonly<Record<string, Readonly<Record<string, number>>>>;

export interface RakingOptions {
  /** Stops when no category is farther from its total than this part of it; 1e-10 unless said otherwise. */
  readonly tolerance?: number | undefined;
  /** Rounds over all margins, at most; 1,000 unless said otherwise. */
  readonly rounds?: number | undefined;
}

export interface RakedWeights {
  readonly approximate: true;
  /** In the order of the people. */
  readonly weights: readonly number[];
  readonly rounds: number;
  /** How far the farthest category still is from its total, as a part of it. */
  readonly distance: number;
}

/**
 * Weights that give several margins of the population at once (hiệu chỉnh trọng số theo nhiều chiều): each margin in turn, weight ×
 * total ÷ current, until every category is within the tolerance.
 *
 * Source: Deming & Stephan 1940; R's `rake`, whose own tolerance is 1 person. Conditions: every category that people are in has a
 * total, every total has people, and margins add up to the same population.
 *
 * **Errors:** {@link ParError} with `weightNotPositive`, `marginWithoutPeople`, `marginWithoutTotal`, `marginsDisagree`,
 * `rakingUnfinished`, `outOfRange`; {@link safeRake} answers them instead.
 *
 * @example
 * ```ts
 * import { rake } from "par-index/survey";
 *
 * const people = ["F", "F", "M"].map((sex) => ({ weight: 1, categories: { sex } }));
 * rake(people, { sex: { F: 50, M: 50 } }).weights; // => [25, 25, 50]
 * ```
 */
export function rake(people: readonly WeightedPerson[], margins: Margins, options: RakingOptions = {}): RakedWeights {
  return unwrap(safeRake(people, margins, options));
}

/** {@link rake} that answers a {@link Result} and never throws. */
export function safeRake(people: readonly WeightedPerson[], margins: Margins, options: RakingOptions = {}): Result<RakedWeights> {
  const { tolerance = 1e-10, rounds: most = 1000 } = options;
  const issues = [...optionFaults(tolerance, most), ...marginFaults(people, margins)];
  if (issues.length > 0) return { ok: false, issues };
  const weights = Float64Array.from(people, ({ weight }) => weight);
  const indexed = Object.entries(margins).map(([margin, totals]) => {
    const categories = Object.keys(totals);
    const placeOf = new Map(categories.map((category, place) => [category, place]));
    return {
      totals: categories.map((category) => totals[category] ?? 0),
      places: people.map(({ categories: of }) => placeOf.get(of[margin] ?? "") ?? 0),
    };
  });
  let rounds = 0;
  let distance = Math.max(...indexed.map((margin) => farthest(margin, weights)));
  while (distance > tolerance && rounds < most) {
    for (const margin of indexed) scaleTo(margin, weights);
    distance = Math.max(...indexed.map((margin) => farthest(margin, weights)));
    rounds++;
  }
  return distance <= tolerance
    ? { ok: true, value: { approximate: true, weights: [...weights], rounds, distance }, warnings: [] }
    : { ok: false, issues: [issue("rakingUnfinished", { rounds: String(rounds), distance: String(distance) })] };
}

interface IndexedMargin {
  readonly totals: readonly number[];
  /** For each person, the place of their category among the totals. */
  readonly places: readonly number[];
}

function current({ totals, places }: IndexedMargin, weights: Float64Array): Float64Array {
  const sums = new Float64Array(totals.length);
  places.forEach((place, person) => {
    sums[place] = (sums[place] ?? 0) + (weights[person] ?? 0);
  });
  return sums;
}

function farthest(margin: IndexedMargin, weights: Float64Array): number {
  const sums = current(margin, weights);
  return margin.totals.reduce((most, total, place) => Math.max(most, Math.abs((sums[place] ?? 0) - total) / total), 0);
}

function scaleTo(margin: IndexedMargin, weights: Float64Array): void {
  const sums = current(margin, weights);
  margin.places.forEach((place, person) => {
    weights[person] = ((weights[person] ?? 0) * (margin.totals[place] ?? 0)) / (sums[place] ?? 1);
  });
}

function optionFaults(tolerance: number, rounds: number): Issue[] {
  return [
    ...(tolerance > 0 ? [] : [issue("outOfRange", { bound: "> 0" }, { path: ["tolerance"] })]),
    ...(Number.isSafeInteger(rounds) && rounds >= 1 ? [] : [issue("outOfRange", { bound: "≥ 1" }, { path: ["rounds"] })]),
  ];
}

function marginFaults(people: readonly WeightedPerson[], margins: Margins): Issue[] {
  const weights = people.flatMap(({ weight }, index) =>
    weight > 0 && Number.isFinite(weight) ? [] : [issue("weightNotPositive", { received: String(weight) }, { path: [index, "weight"] })],
  );
  const named = Object.entries(margins);
  const categories = named.flatMap(([margin, totals]) => {
    const present = new Set(people.map(({ categories: of }) => of[margin] ?? ""));
    return [
      ...Object.entries(totals).flatMap(([category, total]) =>
        total > 0 && Number.isFinite(total) && present.has(category) ? [] : [issue("marginWithoutPeople", { margin, category })],
      ),
      ...[...present]
        .filter((category) => !Object.hasOwn(totals, category))
        .map((category) => issue("marginWithoutTotal", { margin, category })),
    ];
  });
  const sums = named.map(([margin, totals]) => ({ margin, sum: Object.values(totals).reduce((sum, total) => sum + total, 0) }));
  const [first, ...others] = sums;
  const disagreeing = others.filter(({ sum }) => first !== undefined && Math.abs(sum - first.sum) > 1e-12 * first.sum);
  return [
    ...(named.length === 0 ? [issue("tooFew", { least: "1" }, { path: ["margins"] })] : []),
    ...weights,
    ...categories,
    ...disagreeing.map(({ margin, sum }) =>
      issue("marginsDisagree", { margin, sum: String(sum), other: first?.margin ?? "", otherSum: String(first?.sum) }),
    ),
  ];
}
