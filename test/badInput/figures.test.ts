import { parseEvidence, safeParseEvidence } from "par-index";
import { describe, expect, test } from "vitest";
import { everyField, reportWith } from "./everyField";
import vectors from "./figures.json";
import { expectToBeSaidWell, expectTwinToThrow, issuesOf, told } from "./issues";
import { expectToPointAtIts } from "./places";

interface Vector {
  readonly why: string;
  readonly code: string;
  readonly figures: object;
  /** What is found; or, when nothing is, what the figures become. */
  readonly found?: readonly string[];
  readonly becomes?: object;
}

describe.each(vectors as readonly Vector[])("$code $why", ({ code, figures, found = [], becomes }) => {
  const report = reportWith({ [code]: figures });
  const text = JSON.stringify(report, null, 2);

  test.each([
    ["as a value", report],
    ["as text", text],
  ])("%s", (_, input) => {
    const outcome = safeParseEvidence(everyField, input);
    expect(issuesOf(outcome).map(told)).toEqual(found);
    if (outcome.ok) expect(outcome.value.items[code]).toStrictEqual(becomes);
    for (const issue of issuesOf(outcome)) {
      expectToBeSaidWell(issue);
      expect(issue.location).toMatchObject({ unit: "xa-a", code });
    }
    expectTwinToThrow(() => parseEvidence(everyField, input), outcome);
  });

  test("what was read is read again as it is", () => {
    const outcome = safeParseEvidence(everyField, report);
    if (outcome.ok) expect(parseEvidence(everyField, JSON.parse(JSON.stringify(outcome.value)))).toStrictEqual(outcome.value);
  });

  test("the text is pointed at where it is wrong", () => {
    for (const issue of issuesOf(safeParseEvidence(everyField, text))) expectToPointAtIts(issue, text);
  });
});
