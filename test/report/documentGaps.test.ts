import fc from "fast-check";
import { documentGaps, formatIssue, parseReports, type SupportingDocument, safeDocumentGaps, scoreAll } from "par-index";
import { describe, expect, test } from "vitest";
import { scenariosWith } from "../arbitraries/criteria";
import { expectToBeSaidWell } from "../badInput/issues";
import { documented } from "../evidence/documented";
import { criteriaOf, nodesOf } from "../laws/scored";

const [a, b] = ["a", "b"].map((id) => id.repeat(64)) as [string, string];

/** What is told of a self-assessment with these items, and of further reports of the round. */
function gapsOf(items: object, ...further: readonly object[]) {
  const heading = { unit: { id: "xa-a", name: "Xã A", group: "commune" }, period: "2021", round: "selfAssessed" };
  return documentGaps(documented, parseReports(documented, [{ ...heading, items }, ...further.map((one) => ({ ...heading, ...one }))]));
}

function toldOf(items: object, ...further: readonly object[]): readonly string[] {
  return gapsOf(items, ...further).map(({ code, gap }) => `${code}: ${gap}`);
}

const planWith = (...documents: readonly SupportingDocument[]) => ({ "1.1": { option: "onTime", documents } });

describe("a leaf that requires one document", () => {
  test.each<[string, object, readonly string[]]>([
    ["has it, as one says", planWith({ proves: "plan" }), []],
    ["has it, since there is only one it could be", planWith({ number: "12/KH-UBND" }), []],
    ["has none", { "1.1": { option: "onTime" } }, ["1.1: requiredMissing"]],
    ["has an empty list", planWith(), ["1.1: requiredMissing"]],
    ["earns nothing, and needs no proof", { "1.1": { option: "none" } }, []],
    ["does not apply", { "1.1": { notApplicable: true, reason: "Xã mới lập" } }, []],
    ["is missing", { "1.1": { note: "chờ" } }, []],
  ])("%s", (_, items, told) => {
    expect(toldOf(items)).toEqual(told);
  });
});

describe("a leaf that requires two", () => {
  const dossiers = (...documents: readonly SupportingDocument[]) => ({ "1.2": { done: 955, due: 1000, documents } });
  test.each<[string, object, readonly string[]]>([
    ["lacks both when no document says which it is", dossiers({ number: "1/BC" }, { number: "2/BC" }), ["report", "extract"]],
    ["lacks the one that no document proves", dossiers({ proves: "extract" }), ["report"]],
    ["has both", dossiers({ proves: "extract" }, { proves: "report" }), []],
  ])("%s", (_, items, lacking) => {
    expect(gapsOf(items).map(({ found }) => "document" in found.payload && found.payload.document)).toEqual(lacking);
  });
});

test("a leaf that requires none still claims points without any document", () => {
  expect(toldOf({ "2": { percent: "82,5" } })).toEqual(["2: noDocument"]);
  expect(toldOf({ "2": { percent: "82,5", documents: [{ title: "Kết quả khảo sát" }] } })).toEqual([]);
});

test("documents that come with the explanation count, those of the appraiser do not", () => {
  const claim = { "1.1": { option: "onTime" } };
  const accepted = { "1.1": { accepted: true, documents: [{ proves: "plan" }] } };
  expect(toldOf(claim, { round: "explained", items: accepted })).toEqual([]);
  expect(toldOf(claim, { round: "appraised", items: accepted })).toEqual(["1.1: requiredMissing"]);
});

test("documents issued outside the window that the set states for the period are told, on its days they are not", () => {
  const days = ["2020-11-30", "2020-12-01", "2021-11-30", "2021-12-01"];
  const gaps = gapsOf(planWith(...days.map((issuedOn) => ({ issuedOn }))));
  expect(gaps.map(({ gap, found }) => [gap, found.location.path?.[3]])).toEqual([
    ["outsideWindow", 0],
    ["outsideWindow", 3],
  ]);
});

describe("one file under two numbers", () => {
  test.each<[string, SupportingDocument, SupportingDocument, readonly string[]]>([
    ["is told at the second", { number: "1/BC", sha256: a }, { number: "2/BC", sha256: a }, ["1.1: otherNumber"]],
    [
      "is told however the digits are written",
      { number: "1/BC", sha256: a },
      { number: "2/BC", sha256: a.toUpperCase() },
      ["1.1: otherNumber"],
    ],
    ["is none where the number is only written differently", { number: "1/BC-UBND", sha256: a }, { number: "1 /bc-ubnd", sha256: a }, []],
    ["is none where the files differ", { number: "1/BC", sha256: a }, { number: "2/BC", sha256: b }, []],
    ["is none where a number is not known", { number: "1/BC", sha256: a }, { sha256: a }, []],
  ])("%s", (_, one, other, told) => {
    expect(toldOf(planWith({ ...one, proves: "plan" }, other))).toEqual(told);
  });

  test("is told across units, naming where it stood first", () => {
    const items = planWith({ number: "2/BC", sha256: a });
    const [gap, ...others] = gapsOf(planWith({ number: "1/BC", sha256: a }), {
      unit: { id: "xa-b", name: "Xã B", group: "commune" },
      items,
    });
    expect(others).toEqual([]);
    expect(gap?.unit.id).toBe("xa-b");
    expect(gap && formatIssue(gap.found, "vi")).toBe(
      "xa-b · 1.1 Kế hoạch cải cách hành chính · documents.0.number: tài liệu số “2/BC” có cùng mã băm tệp với tài liệu số “1/BC” (xa-a, tiêu chí 1.1). Một tệp không thể là hai văn bản: kiểm tra số hiệu và tệp.",
    );
  });
});

test("every gap is a warning that says what to do", () => {
  const gaps = gapsOf({ ...planWith({ issuedOn: "2019-05-20" }), "1.2": { done: 955, due: 1000 }, "2": { percent: "82,5" } });
  expect(gaps.map(({ gap }) => gap)).toEqual(["outsideWindow", "requiredMissing", "requiredMissing", "noDocument"]);
  for (const { found } of gaps) {
    expect(found.severity).toBe("warning");
    expectToBeSaidWell(found);
  }
});

test("reports of anything else answer issues, and do not throw", () => {
  const outcome = safeDocumentGaps(documented, [{ period: 1 }] as never);
  expect(outcome.ok).toBe(false);
});

test("whatever is reported, a leaf is told exactly when it earns points and nothing is behind it", () => {
  fc.assert(
    fc.property(scenariosWith({ units: 3 }), (scenario) => {
      const criteria = criteriaOf(scenario);
      const reports = parseReports(criteria, scenario.reports).filter(({ round }) => round === "selfAssessed");
      const told = documentGaps(criteria, reports).map(({ unit, code, gap }) => [unit.id, code, gap]);
      const earning = scoreAll(criteria, reports).flatMap((score) =>
        nodesOf(score).flatMap((node) => {
          const documents = reports.find(({ unit }) => unit.id === score.unit.id)?.items[node.code]?.documents ?? [];
          const isEarning = node.children === undefined && node.state === "scored" && node.points !== "0" && !node.points.startsWith("-");
          return isEarning && documents.length === 0 ? [[score.unit.id, node.code, "noDocument"]] : [];
        }),
      );
      expect(told).toEqual(earning);
    }),
    { numRuns: 150 },
  );
});
