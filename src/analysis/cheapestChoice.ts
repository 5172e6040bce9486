import { compare, divide, greatestCommonDivisor, larger, multiply, type Ratio, ratio, subtract, sum, zero } from "../exact/ratio";
import { round } from "../exact/rounding";

/** One of several things of which at most one is chosen: its cost, and what it adds to each need. */
export interface Option {
  readonly cost: Ratio;
  readonly gains: readonly Ratio[];
}

/** What the gains chosen must add up to: at least so much, or more than that. */
export interface Need {
  readonly amount: Ratio;
  readonly strict: boolean;
}

/** For each group the place of the option that is chosen in it; nothing where none is. */
export type Choice = readonly (number | undefined)[];

/** Combinations that a solver may hand back and the exact sums refuse, before it is given up. */
const mostRefusals = 50;

/**
 * The cheapest choice of at most one option from each group that meets every need; nothing where there is none. A small integer
 * programme, which HiGHS solves. Its numbers are binary ones and never decide: what it chooses is added up exactly, and a
 * combination that falls short by a hair is forbidden and the rest solved again.
 */
export async function cheapestChoice(groups: readonly (readonly Option[])[], needs: readonly Need[]): Promise<Choice | undefined> {
  const nothing = groups.map(() => undefined);
  if (groups.every((group) => group.length === 0)) return meets(groups, needs, nothing) ? nothing : undefined;
  const { default: load } = await import("highs");
  const solver = await load();
  const refused: Choice[] = [];
  while (refused.length < mostRefusals) {
    const { Status: status, Columns: columns } = solver.solve(programme(groups, needs, refused), exactOptions);
    if (status !== "Optimal") return undefined;
    const choice = groups.map((group, place) => {
      const chosen = group.findIndex((_, index) => isChosen(columns[nameOf(place, index)]?.Primal));
      return chosen < 0 ? undefined : chosen;
    });
    if (meets(groups, needs, choice)) return choice;
    refused.push(choice);
  }
  return undefined;
}

const exactOptions = { mip_rel_gap: 0, mip_abs_gap: 0, output_flag: false } as const;

function isChosen(primal: number | undefined): boolean {
  return primal !== undefined && primal > 0.5;
}

/** True when what is chosen meets every need, added up exactly. */
export function meets(groups: readonly (readonly Option[])[], needs: readonly Need[], choice: Choice): boolean {
  const chosen = choice.flatMap((index, place) => (index === undefined ? [] : (groups[place]?.[index] ?? [])));
  return needs.every(({ amount, strict }, need) => {
    const order = compare(sum(chosen.map(({ gains }) => gains[need] ?? zero)), amount);
    return strict ? order > 0 : order >= 0;
  });
}

/** The programme in the LP format that solvers read. */
function programme(groups: readonly (readonly Option[])[], needs: readonly Need[], refused: readonly Choice[]): string {
  const options = groups.flatMap((group, place) => group.map((option, index) => ({ name: nameOf(place, index), ...option })));
  const names = options.map(({ name }) => name);
  const costs = wholeNumbers(options.map(({ cost }) => cost)).numbers;
  const rows = needs.map((need, index) =>
    needRow(
      need,
      names,
      options.map(({ gains }) => gains[index] ?? zero),
      groups.length,
    ),
  );
  const once = groups.flatMap((group, place) =>
    group.length < 2 ? [] : [`${added(group.map((_, index) => `1 ${nameOf(place, index)}`))} <= 1`],
  );
  const constraints = [...rows, ...once, ...refused.map((choice) => otherThan(groups, choice))];
  return [
    "Minimize",
    ` cost: ${weighted(costs, names)}`,
    "Subject To",
    ...constraints.map((row, index) => ` r${index}: ${row}`),
    "Binary",
    ...names.map((name) => ` ${name}`),
    "End",
  ].join("\n");
}

/** Where numbers had to be shortened the need is lowered by what that may cost, so that nothing that meets it is lost. */
function needRow({ amount, strict }: Need, names: readonly string[], gains: readonly Ratio[], groups: number): string {
  const { numbers, exact } = wholeNumbers([amount, ...gains]);
  const [bound = 0n, ...whole] = numbers;
  const least = exact ? bound + (strict ? 1n : 0n) : bound - BigInt(groups) - 1n;
  return `${weighted(whole, names)} >= ${least}`;
}

/** Some option is chosen that is not in the choice, or one in it is not. */
function otherThan(groups: readonly (readonly Option[])[], choice: Choice): string {
  const signed = groups.flatMap((group, place) =>
    group.map((_, index) => `${choice[place] === index ? "-1" : "1"} ${nameOf(place, index)}`),
  );
  return `${added(signed)} >= ${1 - choice.filter((index) => index !== undefined).length}`;
}

function weighted(numbers: readonly bigint[], names: readonly string[]): string {
  return added(names.map((name, index) => `${numbers[index] ?? 0n} ${name}`));
}

/** A sum in the LP format, a term on each line: `3 x0_0 - 2 x0_1`. */
function added(listed: readonly string[]): string {
  return listed.join("\n + ").replaceAll("+ -", "- ");
}

function nameOf(place: number, index: number): string {
  return `x${place}_${index}`;
}

/** Whole numbers up to this add up exactly as binary ones, with room to spare. */
const largest = ratio(10n ** 9n);

/** Numbers in proportion to the ratios: whole ones where these are small enough for a solver, so that nothing is lost; else the nearest. */
function wholeNumbers(ratios: readonly Ratio[]): { readonly numbers: readonly bigint[]; readonly exact: boolean } {
  const common = ratios.reduce((multiple, { denominator }) => (multiple * denominator) / greatestCommonDivisor(multiple, denominator), 1n);
  const whole = ratios.map((value) => multiply(value, ratio(common)));
  const most = whole.map((value) => larger(value, subtract(zero, value))).reduce(larger, ratio(1));
  const exact = compare(most, largest) <= 0;
  const scaled = exact ? whole : whole.map((value) => divide(multiply(value, largest), most));
  return { numbers: scaled.map((value) => BigInt(round(value, { places: 0, mode: "halfUp" }))), exact };
}
