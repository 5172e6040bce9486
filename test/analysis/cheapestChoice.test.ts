import fc from "fast-check";
import { add, compare, fromExactText, type Ratio, ratio } from "par-index";
import { expect, test } from "vitest";
import { type Choice, cheapestChoice, meets, type Need, type Option } from "../../src/analysis/cheapestChoice";

const amounts = fc.oneof(
  fc.integer({ min: 0, max: 12 }).map((whole) => ratio(whole)),
  fc.tuple(fc.integer({ min: 0, max: 40 }), fc.constantFrom(3, 7, 8, 10, 1017)).map(([part, whole]) => ratio(part, whole)),
);
const options: fc.Arbitrary<Option> = fc.record({ cost: amounts, gains: fc.tuple(amounts, amounts) });
const groupLists = fc.array(fc.array(options, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 5 });
const needLists: fc.Arbitrary<readonly Need[]> = fc.tuple(
  fc.record({ amount: amounts, strict: fc.boolean() }),
  fc.record({ amount: amounts, strict: fc.boolean() }),
);

/** Every choice of at most one of each group. */
function allChoices(groups: readonly (readonly Option[])[]): readonly Choice[] {
  return groups.reduce<readonly Choice[]>(
    (choices, group) => choices.flatMap((choice) => [undefined, ...group.keys()].map((index) => [...choice, index])),
    [[]],
  );
}

function costOf(groups: readonly (readonly Option[])[], choice: Choice): Ratio {
  return choice.reduce(
    (total, index, place) => add(total, (index === undefined ? undefined : groups[place]?.[index]?.cost) ?? ratio(0)),
    ratio(0),
  );
}

test("of all choices that meet the needs none is cheaper, and where there is none, none is answered", async () => {
  const law = fc.asyncProperty(groupLists, needLists, async (groups, needs) => {
    const fitting = allChoices(groups).filter((choice) => meets(groups, needs, choice));
    const chosen = await cheapestChoice(groups, needs);
    if (chosen === undefined) {
      expect(fitting).toEqual([]);
      return;
    }
    expect(meets(groups, needs, chosen)).toBe(true);
    for (const other of fitting) expect(compare(costOf(groups, chosen), costOf(groups, other))).toBeLessThanOrEqual(0);
  });
  await fc.assert(law, { numRuns: 60 });
});

test("a sum that falls short by less than a binary number can tell is refused", async () => {
  const hair = fromExactText(`1/${10n ** 24n}`);
  const groups = [[{ cost: ratio(1), gains: [ratio(1)] }], [{ cost: ratio(5), gains: [ratio(1)] }], [{ cost: ratio(2), gains: [hair] }]];
  expect(await cheapestChoice(groups, [{ amount: ratio(1), strict: false }])).toEqual([0, undefined, undefined]);
  expect(await cheapestChoice(groups, [{ amount: add(ratio(1), hair), strict: false }])).toEqual([0, undefined, 0]);
  expect(await cheapestChoice(groups, [{ amount: ratio(1), strict: true }])).toEqual([0, undefined, 0]);
});
