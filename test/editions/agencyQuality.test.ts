import { applyQuota, type Classification, classify, countGrades, parseReports, rank, scoreRounds } from "par-index";
import { loadCriteria } from "par-index/node";
import { expect, test } from "vitest";
import { readText } from "./editionFiles";

/** The invented round of 45 units, graded as a province would grade it. What is expected here was concluded by hand from the totals. */
const criteria = loadCriteria("example/agency-quality");
const { counted } = scoreRounds(criteria, parseReports(criteria, readText("example/agency-quality/examples.json")));
const { classifications, quotas } = applyQuota(criteria, classify(criteria, counted));
const of = (unit: string) => classifications.find((one) => one.unit.id === unit) as Classification;

test("20 departments, 13 districts, 7 public service units and 5 central agencies come to a score", () => {
  const groups = counted.map(({ unit }) => unit.group);
  const sizes = ["department", "district", "publicService", "central"].map((id) => groups.filter((group) => group === id).length);
  expect(sizes).toEqual([20, 13, 7, 5]);
});

test("of 19 departments rated four are excellent: 20 % is 3.8, and the best four of those that may be", () => {
  const excellent = classifications.filter(({ unit, grade }) => unit.group === "department" && grade === "excellent");
  expect(excellent.map(({ unit, value }) => [unit.id, value?.published]).sort()).toEqual([
    ["so-b", "94.38"],
    ["so-d", "97.38"],
    ["so-h", "95.84"],
    ["so-k", "94.21"],
  ]);
  expect(quotas.find(({ group }) => group === "department")?.allowed).toEqual({ least: 4, most: 4 });
});

test("the highest department is held at the second grade, since a deputy was reprimanded", () => {
  expect([of("so-o").value?.published, of("so-o").grade]).toEqual(["97.51", "good"]);
});

test("a department at work for less than six months is not rated", () => {
  expect([of("so-t").grade, of("so-t").reason]).toEqual([null, "notRated"]);
});

test("corruption forces the lowest grade", () => {
  expect([of("huyen-k").value?.published, of("huyen-k").grade]).toEqual(["76.59", "notDone"]);
});

test("a district with a leaf that nobody reported has no grade, and keeps open who is last within the quota", () => {
  expect([of("huyen-l").grade, of("huyen-l").reason]).toEqual([null, "missing"]);
  expect(["huyen-h", "huyen-b", "huyen-i"].map((unit) => of(unit).grade ?? of(unit).reason)).toEqual([
    "excellent",
    // Were L excellent too, B would be third of 13 units, of which 20 % are three; without it, second of 12, of which they are two.
    "excellent",
    "quotaOpen",
  ]);
});

test("two public service units with equal points at the edge of the quota are left to the competent body", () => {
  expect(["don-vi-a", "don-vi-b"].map((unit) => [of(unit).value?.published, of(unit).grade, of(unit).reason])).toEqual([
    ["94.45", null, "quotaTie"],
    ["94.45", null, "quotaTie"],
  ]);
});

test("one of five central agencies is excellent", () => {
  const [central] = countGrades(criteria, classifications).filter(({ group }) => group === "central");
  expect(central?.grades.map(({ grade, units }) => [grade, units])).toEqual([
    ["excellent", 1],
    ["good", 3],
    ["done", 1],
    ["notDone", 0],
  ]);
});

test("each group is ranked by itself; equal points stay undecided where the first two areas do not part them either", () => {
  const { groups } = rank(criteria, counted);
  expect(groups.map(({ group, places }) => [group, places.length])).toEqual([
    ["department", 20],
    ["district", 13],
    ["publicService", 7],
    ["central", 5],
  ]);
  const place = (unit: string) => groups.flatMap(({ places }) => places).find((one) => one.unit.id === unit);
  expect([place("so-o")?.rank, place("so-d")?.rank]).toEqual([1, 2]);
  expect([place("huyen-l")?.reason, place("so-t")?.reason]).toEqual(["missing", "notRated"]);
  expect([place("don-vi-a")?.reason, place("don-vi-a")?.tiedWith, place("don-vi-d")?.rank]).toEqual(["undecided", ["don-vi-b"], 3]);
});
