import fc from "fast-check";
import {
  type Evidence,
  formatIssue,
  parseCriteria,
  parseEvidence,
  parseReports,
  parseUnits,
  safeParseCriteria,
  safeParseEvidence,
  safeParseReports,
  safeParseUnits,
  safeSheetState,
  sheetState,
} from "par-index";
import { describe, expect, test } from "vitest";
import { everyField, everyFieldText, reportWith } from "./everyField";
import { expectTwinToThrow, issuesOf } from "./issues";
import { anything, mutated } from "./mutations";
import { registerText } from "./register";

const criteriaFile: unknown = JSON.parse(everyFieldText);
const reports = {
  reports: [
    reportWith({
      "1.1": { option: "yes", documents: [{ number: "12/KH-UBND", issuedOn: "15/1/2021" }], note: "x" },
      "1.2": { done: 5, due: 9 },
      "1.3": { dueOn: "2021-01-15", doneOn: "15/1/2021" },
      "1.4": { press: true, constructor: false, toString: true },
      "2.1": { actual: "95,5", plan: 100 },
      "2.2": { percent: "82,5" },
      "2.3": { points: "0.5" },
      "2.4": { onlineDone: 1, onlineDue: 2, syncedDone: 1, syncedDue: 2 },
      "3": { notApplicable: true, reason: "x" },
    }),
  ],
  expected: [{ unit: "xa-a", code: "1.1", published: "1.00" }],
};

/** A text with some characters cut out and others put in. */
function damaged(text: string): fc.Arbitrary<string> {
  return fc
    .tuple(fc.nat(text.length), fc.nat(4), fc.oneof(fc.string({ maxLength: 3 }), fc.constantFrom('"', "{", "]", ",", "\\", "0", "1e9")))
    .map(([at, length, put]) => text.slice(0, at) + put + text.slice(at + length));
}

const readers = [
  {
    reader: "parseCriteria",
    safe: (value: unknown) => safeParseCriteria(value),
    throwing: (value: unknown) => parseCriteria(value),
    valid: criteriaFile,
  },
  {
    reader: "parseEvidence",
    safe: (value: unknown) => safeParseEvidence(everyField, value),
    throwing: (value: unknown) => parseEvidence(everyField, value),
    valid: reports.reports[0],
  },
  {
    reader: "parseReports",
    safe: (value: unknown) => safeParseReports(everyField, value),
    throwing: (value: unknown) => parseReports(everyField, value),
    valid: reports,
  },
  {
    reader: "parseUnits",
    safe: (value: unknown) => safeParseUnits(value),
    throwing: (value: unknown) => parseUnits(value),
    valid: JSON.parse(registerText),
  },
  {
    reader: "sheetState",
    safe: (value: unknown) => safeSheetState(value),
    throwing: (value: unknown) => sheetState(value),
    valid: [
      { to: "submitted", on: "2025-12-12", by: "unit" },
      { to: "underAppraisal", on: "15/12/2025", by: "appraiser" },
      { to: "returned", on: "2025-12-15", by: "appraiser", reason: "Thiếu tài liệu kiểm chứng" },
    ],
  },
];

/** Names of things of JavaScript; input that holds such text itself is no test of the messages. */
const insides = /undefined|\[object|NaN/;

describe.each(readers)("$reader", ({ safe, throwing, valid }) => {
  /** It answers a value or at least one issue, each with words; its twin throws the very same. */
  function holds(value: unknown): void {
    const outcome = safe(value);
    if (!outcome.ok && outcome.issues.length === 0) throw new Error("refused without an issue");
    for (const issue of issuesOf(outcome)) {
      for (const language of ["vi", "en"] as const) {
        const message = formatIssue(issue, language);
        if (message === "" || (insides.test(message) && !insides.test(fc.stringify(value)))) throw new Error(message);
      }
    }
    expectTwinToThrow(() => throwing(value), outcome);
  }

  test("given a valid file, holds", () => {
    if (!safe(valid).ok)
      throw new Error(
        issuesOf(safe(valid))
          .map((issue) => formatIssue(issue, "en"))
          .join("\n"),
      );
  });

  test("given anything, answers a value or issues in words", () => {
    fc.assert(fc.property(anything, holds), { numRuns: 1000 });
  });

  test("given a valid file with one value replaced, answers a value or issues in words", () => {
    fc.assert(fc.property(mutated(valid), holds), { numRuns: 1500 });
  });

  test("given any text, answers a value or issues in words", () => {
    fc.assert(fc.property(fc.oneof(fc.json(), fc.string()), holds), { numRuns: 500 });
  });

  test("given a damaged file, answers a value or issues in words", () => {
    fc.assert(fc.property(damaged(JSON.stringify(valid, null, 1)), holds), { numRuns: 500 });
  });
});

/** The codes that each report of an input fills in. */
function filledIn(value: unknown): readonly (readonly string[])[] {
  const { reports: listed = [value] } = value as { readonly reports?: readonly unknown[] };
  return Object.values(Array.isArray(value) ? value : listed).map((report) => {
    const { items } = report as { readonly items: Readonly<Record<string, unknown>> };
    return Object.keys(items).filter((code) => items[code] !== null);
  });
}

const accepting: readonly {
  readonly reader: string;
  readonly read: (value: unknown) => readonly Evidence[] | undefined;
  readonly valid: unknown;
}[] = [
  {
    reader: "parseEvidence",
    read: (value) => {
      const outcome = safeParseEvidence(everyField, value);
      return outcome.ok ? [outcome.value] : undefined;
    },
    valid: reports.reports[0],
  },
  {
    reader: "parseReports",
    read: (value) => {
      const outcome = safeParseReports(everyField, value);
      return outcome.ok ? outcome.value.reports : undefined;
    },
    valid: reports,
  },
];

test.each(accepting)("$reader drops no report and no item of what it accepts", ({ read, valid }) => {
  const holds = (value: unknown) => {
    const kept = read(value)?.map(({ items }) => Object.keys(items).sort());
    if (kept !== undefined) expect(kept).toEqual(filledIn(value).map((codes) => [...codes].sort()));
  };
  holds(valid);
  fc.assert(fc.property(mutated(valid), holds), { numRuns: 1000 });
});
