import { applyQuota, type Classification, type CriteriaSet, classify, countGrades } from "par-index";
import { describe, expect, test } from "vitest";
import { fromDecimal } from "../../src/exact/decimal";
import { compare } from "../../src/exact/ratio";
import { published } from "./published";
import { scoresOf, setOf } from "./publishedSet";
import rating from "./rating-phu-tho-2021.json";

/** Published values through the engine: the grades that it gives must be as many as were published. */

const provenance = { confidence: "invented" };

interface Rated {
  readonly group: string;
  readonly unit: string;
  readonly value: string;
}

/** A set of one leaf whose points are given, with these grades and quotas. */
function gradedSet({ groups, grades, quotas = [], places = 2 }: GradedSet): CriteriaSet {
  const grading = {
    compare: "exact",
    scales: [{ groups, grades }],
    unrecorded: "didNotHappen",
    incomplete: "ungraded",
    quotas,
    provenance,
  };
  return setOf(["100"], { groups, places, grading });
}

interface GradedSet {
  readonly groups: readonly string[];
  readonly grades: readonly object[];
  readonly quotas?: readonly object[];
  readonly places?: number;
}

function graded(criteria: CriteriaSet, units: readonly Rated[]) {
  const scores = scoresOf(
    criteria,
    units.map(({ value, ...unit }) => ({ ...unit, points: [value] })),
  );
  return applyQuota(criteria, classify(criteria, scores));
}

describe("Thừa Thiên Huế 2021", () => {
  const { rows, groups = [] } = published("thua-thien-hue-2021");
  const grades = groups.map(({ name, atLeast }, index) => ({
    id: `grade${index + 1}`,
    title: { vi: name },
    ...(index === groups.length - 1 ? {} : { atLeast }),
    ...(index === 0 ? {} : { lessThan: groups[index - 1]?.atLeast }),
  }));
  const criteria = gradedSet({ groups: ["department"], grades, places: 3 });

  test("21 departments, as many in each class as printed: 1, 14, 6", () => {
    const units = rows.map(({ unit, value = "" }) => ({ group: "department", unit, value: value ?? "" }));
    const [counts] = countGrades(criteria, graded(criteria, units).classifications);
    expect(counts?.graded).toBe(21);
    expect(counts?.grades.map(({ title, units }) => [title.vi, String(units)])).toEqual(groups.map(({ name, units }) => [name, units]));
  });

  test("136 communes in four classes: shares rounded apart add up to 100.01, as printed", () => {
    // The number of communes, of classes and the sum are printed; how many are in each class was not read, and is invented here.
    const inEach = [20, 80, 18, 18];
    const four = ["90", "80", "70"].map((atLeast, index) => ({
      id: `grade${index + 1}`,
      title: { vi: "Mức" },
      atLeast,
      ...(index === 0 ? {} : { lessThan: String(100 - index * 10) }),
    }));
    const communes = gradedSet({ groups: ["commune"], grades: [...four, { id: "grade4", title: { vi: "Mức" }, lessThan: "70" }] });
    const units = inEach.flatMap((number, place) =>
      Array.from({ length: number }, (_, index) => ({ group: "commune", unit: `${place}-${index}`, value: String(95 - 10 * place) })),
    );
    const [counts] = countGrades(communes, graded(communes, units).classifications);
    expect(counts?.graded).toBe(136);
    expect(counts?.grades.map(({ units: number }) => number)).toEqual(inEach);
    expect(counts?.grades.map(({ share }) => share?.published)).toEqual(["14.71", "58.82", "13.24", "13.24"]);
    expect(counts?.publishedTotal).toBe("100.01");
  });
});

describe("Phú Thọ 2021: 45 units, 9 excellent, 35 good, 1 done", () => {
  /** Only "from 90 on" is near what was published (the lowest excellent value is 90.04); the rest of the scale is invented. */
  const grades = [
    { id: "excellent", title: { vi: "Hoàn thành xuất sắc" }, atLeast: "90" },
    { id: "good", title: { vi: "Hoàn thành tốt" }, atLeast: "70", lessThan: "90" },
    { id: "done", title: { vi: "Hoàn thành" }, lessThan: "70" },
  ];
  const share = (rounding: string) => [
    { id: "excellentShare", grade: "excellent", share: { percent: "20", of: "rated", rounding }, effect: "grade", provenance },
  ];
  const groups = rating.groups.map(({ id }) => id);
  const withQuota = gradedSet({ groups, grades, quotas: share("halfUp") });
  const withoutQuota = gradedSet({ groups, grades });

  /** Stand-ins for the 36 units whose values are not known; which unit was rated "done" is not known either. */
  const standIns = (valueIn: (group: string) => string): readonly Rated[] =>
    rating.groups.flatMap(({ id, units }) =>
      Array.from({ length: units - rating.excellent.filter(({ group }) => group === id).length }, (_, index) => ({
        group: id,
        unit: `chưa rõ, ${id} ${index + 1}`,
        value: id === "department" && index === 0 ? "60" : valueIn(id),
      })),
    );
  const below90 = [...rating.excellent, ...standIns(() => "80")];

  const countsOf = (classifications: readonly Classification[]) => ({
    excellent: classifications.filter(({ grade }) => grade === "excellent").length,
    good: classifications.filter(({ grade }) => grade === "good").length,
    done: classifications.filter(({ grade }) => grade === "done").length,
  });

  test("what was published is 45 units, and none of the excellent below 90.04", () => {
    expect(below90).toHaveLength(45);
    const lowest = rating.excellent.map(({ value }) => value).reduce((a, b) => (compare(fromDecimal(a), fromDecimal(b)) <= 0 ? a : b));
    expect(lowest).toBe("90.04");
  });

  test.each([
    ["from 90 on, and at most 20 % of each group to the nearest whole", withQuota],
    ["from 90 on, without a quota", withoutQuota],
  ])("fits %s", (_, criteria) => {
    const { classifications } = graded(criteria, below90);
    expect(countsOf(classifications)).toEqual(rating.counts);
    expect(classifications.filter(({ grade }) => grade === "excellent").map(({ unit }) => unit.id)).toEqual(
      rating.excellent.map(({ unit }) => unit),
    );
  });

  test("under the quota 4, 3, 1 and 1 may be excellent, which is just as many as were", () => {
    const { quotas } = graded(withQuota, below90);
    expect(quotas.map(({ group, allowed, kept }) => [group, allowed.most, kept.length])).toEqual([
      ["department", 4, 4],
      ["district", 3, 3],
      ["service", 1, 1],
      ["central", 1, 1],
    ]);
  });

  test("cut off instead of rounded the share would leave out a district that was rated excellent", () => {
    const { classifications } = graded(gradedSet({ groups, grades, quotas: share("down") }), below90);
    const lost = rating.excellent.filter(({ unit }) => classifications.find((one) => one.unit.id === unit)?.grade !== "excellent");
    expect(lost.map(({ unit }) => unit)).toEqual(["Huyện Lâm Thao"]);
  });

  test("were other units at 90 too, only the quota would fit; that they were not cannot be told from what was read", () => {
    const at90 = [...rating.excellent, ...standIns(() => "90.00")];
    expect(countsOf(graded(withQuota, at90).classifications)).toEqual(rating.counts);
    expect(countsOf(graded(withoutQuota, at90).classifications)).toEqual({ excellent: 44, good: 0, done: 1 });
  });
});
