import { parseReports } from "par-index";
import { reach } from "par-index/analysis";
import { expect, test } from "vitest";
import { reportOf } from "../arbitraries/criteria";
import { setOf } from "../laws/leaf";
import type { Rule } from "../oracle/documents";
import examples from "./reach.examples.json";

test.each(examples.map((example) => ({ name: example.title.vi, ...example })))("$name", ({ rule, maxPoints, figures, reaches }) => {
  const criteria = setOf({ rule: rule as unknown as Rule, maxPoints });
  const found = reach(criteria, parseReports(criteria, [{ ...reportOf({ id: "a" }), items: { "1": figures } }]), { unit: "a" });
  expect(found.map(({ figure, aim, to, earns, sentence }) => ({ figure, aim, to, earns, sentence: sentence.vi }))).toEqual(reaches);
});
