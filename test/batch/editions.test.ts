import { type Evidence, parseReports, rank, resolveRounds, scoreAll } from "par-index";
import { columnsOf, compileBatch, publishedColumn, publishedText, rankColumn, scoreColumns } from "par-index/batch";
import { loadCriteria } from "par-index/node";
import { describe, expect, test } from "vitest";
import type { CriteriaSet } from "../../src/criteria/criteriaSet";
import type { PublishedTable } from "../../src/report/publishedTable";
import { filesNamed, isDraft, readText } from "../editions/editionFiles";
import { fixtureNames, publishedTables } from "../published/published";
import { byValue, setOf } from "../published/publishedSet";
import { nodesOf, publishedOf } from "./scenes";

/** Both engines on these reports: every digit of every node, and every rank. */
function expectSame(criteria: CriteriaSet, reports: readonly Evidence[]): void {
  const batch = compileBatch(criteria);
  const columns = columnsOf(batch, reports);
  const scores = scoreColumns(batch, columns);
  const exact = scoreAll(criteria, columns.reports);
  const codes = new Set(exact.flatMap((score) => nodesOf(score).map(({ code }) => code)));
  const published = new Map([...codes].map((code) => [code, publishedColumn(scores, code)]));
  exact.forEach((score, row) => {
    for (const node of nodesOf(score)) {
      const text = publishedText(batch, published.get(node.code)?.[row] ?? 0);
      expect([score.unit.id, node.code, text]).toEqual([score.unit.id, node.code, publishedOf(criteria, node)]);
    }
  });
  const places = rank(criteria, exact).groups.flatMap((group) => group.places.map((place) => ({ ...group, ...place })));
  const rankOf = ({ unit, period, round }: (typeof exact)[number]) =>
    places.find((place) => place.unit.id === unit.id && place.period === period && place.round === round)?.rank ?? 0;
  expect([...rankColumn(scores)]).toEqual(exact.map(rankOf));
}

const complete = filesNamed("criteria.json").filter((file) => !isDraft(file));
const withExamples = complete.filter((file) => filesNamed("examples.json").includes(file.replace("criteria.json", "examples.json")));

describe.each(withExamples)("%s", (file) => {
  test("has the same digits and ranks in columns", () => {
    const criteria = loadCriteria(file.replace("/criteria.json", ""));
    const reports = parseReports(criteria, readText(file.replace("criteria.json", "examples.json")));
    const isInRounds = criteria.file.policies.rounds !== undefined;
    expectSame(criteria, isInRounds ? Object.values(resolveRounds(criteria, reports)).flat() : reports);
  });
});

test("every published table has the same digits and ranks in columns", () => {
  const tables = fixtureNames().flatMap(publishedTables).filter(isPlain);
  expect(tables.length).toBeGreaterThan(10);
  for (const table of tables) {
    const criteria = setOf(["1000"], { places: 4 });
    const reports = byValue(table).map(({ unit, points }) => ({
      unit: { id: unit, name: unit },
      period: "printed",
      round: "appraised",
      items: { c1: { points: points[0] } },
    }));
    expectSame(criteria, parseReports(criteria, reports));
  }
});

/** True of a table whose values the engine can take as points: each unit once, none below zero. */
function isPlain(table: PublishedTable): boolean {
  const units = byValue(table);
  const values = units.map(({ points: [value] }) => value ?? "");
  return (
    units.length > 0 &&
    new Set(units.map(({ unit }) => unit)).size === units.length &&
    values.every((value) => /^\d{1,3}(\.\d+)?$/.test(value))
  );
}
