import { readFileSync } from "node:fs";
import { PostgreSQL, SparkSQL, TrinoSQL } from "dt-sql-parser";
import { describe, expect, test } from "vitest";
import { parseQuestionnaire } from "../../src/survey/parseQuestionnaire";
import { tallySql } from "../../src/survey/tallySql";

const file = new URL("../../criteria/example/satisfaction/survey.json", import.meta.url);
const survey = parseQuestionnaire(readFileSync(file, "utf8"));
const engines = [
  ["spark", () => new SparkSQL()],
  ["trino", () => new TrinoSQL()],
  ["postgresql", () => new PostgreSQL()],
] as const;

describe.each(engines)("the query for %s", (dialect, parser) => {
  test("is what a parser of that dialect accepts", () => {
    const query = tallySql(survey, dialect, { table: ["khảo sát", "phiếu"], by: ["province", "cluster", "weight"] });
    expect(parser().validate(query)).toEqual([]);
  });

  test("broken, is what that parser refuses", () => {
    const query = tallySql(survey, dialect, { table: "answers" });
    expect(parser().validate(query.replace("GROUP BY", "GROUP"))).not.toEqual([]);
    expect(parser().validate(query.replace("COUNT(*) AS people", "COUNT( AS people"))).not.toEqual([]);
  });
});
