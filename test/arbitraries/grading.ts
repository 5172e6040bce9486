import fc from "fast-check";
import type {
  Bounds,
  CriteriaDocument,
  CriterionDocument,
  EventDocument,
  GradeDocument,
  GradingDocument,
  Mode,
  QuotaDocument,
  ReportDocument,
  WrittenItem,
} from "../oracle/documents";
import { fileWith, reportOf } from "./criteria";
import { invented, policies } from "./policies";

/** A criteria file that grades, and what some units report under it. */
export interface GradedScenario {
  readonly file: CriteriaDocument & { readonly grading: GradingDocument };
  readonly reports: readonly ReportDocument[];
}

const groups = ["commune", "department"] as const;
const modes = fc.constantFrom<Mode[]>("halfUp", "halfEven", "halfDown", "up", "down");
const levels = fc.constantFrom("areas" as const, "criteria" as const, "leaves" as const);

/** A tree of 100 points with leaves at every depth, whose points are given. */
const leaf = (code: string, maxPoints: string): CriterionDocument => ({
  code,
  title: { vi: `Tiêu chí ${code}` },
  maxPoints,
  method: "appraised",
  rule: { kind: "given", by: { vi: "Hội đồng" } },
  provenance: { points: invented, rule: invented },
});
const branch = (code: string, maxPoints: string, children: readonly CriterionDocument[]): CriterionDocument => ({
  code,
  title: { vi: `Lĩnh vực ${code}` },
  maxPoints,
  provenance: { points: invented },
  children,
});
const tree = [branch("1", "60", [leaf("1.1", "30"), branch("1.2", "30", [leaf("1.2.1", "20"), leaf("1.2.2", "10")])]), leaf("2", "40")];
const maxima: Readonly<Record<string, number>> = { "1.1": 30, "1.2.1": 20, "1.2.2": 10, "2": 40 };

/** Grades with these ids, best first: their bands meet, or leave a hole at some of the thresholds between them. */
function scaleOf(ids: readonly string[]): fc.Arbitrary<readonly GradeDocument[]> {
  const thresholds = fc.uniqueArray(fc.integer({ min: 1, max: 24 }), { minLength: ids.length - 1, maxLength: ids.length - 1 });
  const seams = fc.array(fc.constantFrom("upper", "lower", "hole"), { minLength: ids.length, maxLength: ids.length });
  const conditions = fc.array(fc.array(conditionOf, { maxLength: 2 }), { minLength: ids.length, maxLength: ids.length });
  return fc.tuple(thresholds, seams, conditions).map(([at, seam, stated]) => {
    const falling = at.map((number) => number * 4).sort((a, b) => b - a);
    return ids.map((id, place): GradeDocument => {
      const [top, bottom] = [falling[place - 1], falling[place]];
      const above: Bounds =
        top === undefined
          ? {}
          : seam[place - 1] === "lower"
            ? { atMost: String(top) }
            : seam[place - 1] === "upper"
              ? { lessThan: String(top) }
              : { atMost: String(top - 1) };
      const below: Bounds =
        bottom === undefined ? {} : seam[place] === "lower" ? { moreThan: String(bottom) } : { atLeast: String(bottom) };
      const last = place === ids.length - 1;
      return { id, title: { vi: `Mức ${id}` }, ...above, ...below, ...(last ? {} : { conditions: stated[place] ?? [] }) };
    });
  });
}

const conditionOf: fc.Arbitrary<NonNullable<GradeDocument["conditions"]>[number]> = fc.oneof(
  levels.map((of) => ({ kind: "noZero" as const, of })),
  fc.record({ kind: fc.constant("eachAtLeast" as const), of: levels, percent: fc.constantFrom("10", "50", "66.67", "80", "100") }),
  fc.constantFrom("50", "90", "100").map((atLeast) => ({ kind: "fact" as const, fact: "onTime", atLeast })),
  fc.constantFrom("0", "1").map((atMost) => ({ kind: "fact" as const, fact: "disciplined", atMost })),
);

const facts = (nothingDue: "holds" | "fails" | "undecided"): NonNullable<GradingDocument["facts"]> => [
  {
    id: "onTime",
    title: { vi: "Nhiệm vụ đúng hạn" },
    reads: { measure: "share", done: { vi: "Đúng hạn" }, due: { vi: "Được giao" }, quantity: "count", unit: { vi: "nhiệm vụ" } },
    nothingDue,
    provenance: invented,
  },
  {
    id: "disciplined",
    title: { vi: "Bị kỷ luật" },
    reads: { measure: "count", of: { vi: "Số bị kỷ luật" }, unit: { vi: "ca" } },
    provenance: invented,
  },
];

/** Grades that both groups have, between the best and the lowest; `c` only the communes have. */
const scales = fc.tuple(scaleOf(["a", "b", "c", "z"]), scaleOf(["a", "b", "z"])).map(([commune, department]) => [
  { groups: ["commune"], grades: commune },
  { groups: ["department"], grades: department },
]);

const events = fc.subarray<EventDocument>([
  event("forced", { forces: "z" }),
  event("forcedToo", { forces: "z" }, ["commune"]),
  event("capped", { caps: "b" }),
  event("cappedLow", { caps: "c" }, ["commune"]),
  event("unrated", { notRated: true }),
]);

function event(id: string, effect: EventDocument["effect"], of?: readonly string[]): EventDocument {
  return { id, title: { vi: `Sự kiện ${id}` }, effect, ...(of === undefined ? {} : { groups: of }), provenance: invented };
}

const share = fc.record({
  percent: fc.constantFrom("10", "20", "33.33", "50", "100"),
  of: fc.constantFrom("rated" as const, { grades: ["b"] }, { grades: ["a", "b"] }),
  rounding: modes,
});
const limit = fc.oneof(
  share.map((stated) => ({ share: stated })),
  fc.integer({ min: 0, max: 3 }).map((count) => ({ count })),
);

function quotaOn(id: string, grades: readonly string[], effect: QuotaDocument["effect"]): fc.Arbitrary<QuotaDocument> {
  return fc.tuple(fc.constantFrom(...grades), limit).map(([grade, stated]) => ({ id, grade, effect, provenance: invented, ...stated }));
}

const quotas = fc.tuple(
  fc.option(quotaOn("first", ["a"], "grade"), { nil: undefined }),
  fc.option(quotaOn("second", ["a", "b"], "grade"), { nil: undefined }),
  fc.option(quotaOn("third", ["a", "b", "z"], "commend"), { nil: undefined }),
);

const gradings: fc.Arbitrary<GradingDocument> = fc.record({
  compare: fc.constantFrom("exact" as const, "published" as const),
  scales,
  facts: fc.constantFrom("holds" as const, "fails" as const, "undecided" as const).map(facts),
  events,
  unrecorded: fc.constantFrom("didNotHappen" as const, "didNotHappen" as const, "undecided" as const),
  incomplete: fc.constantFrom("graded" as const, "ungraded" as const),
  quotas: quotas.map((drawn) => drawn.filter((quota) => quota !== undefined)),
  provenance: fc.constant(invented),
});

const notApplicable = { notApplicable: true, reason: "Không thuộc nhiệm vụ" };

/** Points that are often nothing, all, or round, so that values meet thresholds and each other. */
function itemOf(code: string): fc.Arbitrary<WrittenItem> {
  const most = maxima[code] ?? 0;
  return fc.oneof(
    {
      weight: 8,
      arbitrary: fc.constantFrom("0", String(most), String(most), String(most / 2), String(most - 1)).map((points) => ({ points })),
    },
    { weight: 4, arbitrary: fc.integer({ min: 0, max: most * 100 }).map((hundredths) => ({ points: String(hundredths / 100) })) },
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constant(notApplicable) },
  );
}

const factRecords = fc.record(
  {
    onTime: fc.constantFrom({ done: 0, due: 0 }, { done: 1, due: 2 }, { done: 9, due: 10 }, { done: 10, due: 10 }),
    disciplined: fc.constantFrom({ count: 0 }, { count: 1 }, { count: 2 }),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<NonNullable<ReportDocument["facts"]>>;

function eventRecords(listed: readonly EventDocument[], group: string): fc.Arbitrary<NonNullable<ReportDocument["events"]>> {
  const record = fc.oneof(
    { weight: 5, arbitrary: fc.constant({ happened: false }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom({ happened: true }, { happened: true, countedIn: "2020" }, { happened: true, countedIn: "2021" }),
    },
  );
  const own = listed.filter(({ groups: of }) => of === undefined || of.includes(group));
  const recorded = fc.record(Object.fromEntries(own.map(({ id }) => [id, record])), { requiredKeys: [] });
  return recorded as fc.Arbitrary<NonNullable<ReportDocument["events"]>>;
}

type Sheet = ReportDocument["items"];
const sheets: fc.Arbitrary<Sheet> = fc.record(Object.fromEntries(Object.keys(maxima).map((code) => [code, itemOf(code)])));
const nothingApplies: Sheet = Object.fromEntries(Object.keys(maxima).map((code) => [code, notApplicable]));

/** Units that share a few sheets of points, so that many of them are equal. */
function reportsUnder(grading: GradingDocument, units: number): fc.Arbitrary<readonly ReportDocument[]> {
  return fc.array(sheets, { minLength: 1, maxLength: 3 }).chain((shared) => {
    const sheet = fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...shared) },
      { weight: 2, arbitrary: sheets },
      { weight: 1, arbitrary: fc.constant(nothingApplies) },
    );
    const report = fc
      .constantFrom(...groups)
      .chain((group) =>
        fc.record({ group: fc.constant(group), items: sheet, facts: factRecords, events: eventRecords(grading.events ?? [], group) }),
      );
    return fc
      .array(report, { minLength: units, maxLength: units, size: "max" })
      .map((drawn) => drawn.map(({ group, ...said }, index) => ({ ...reportOf({ id: `unit-${index + 1}`, group }), ...said })));
  });
}

/** Files that grade in every way, with the reports of so many units. */
export function gradedScenarios({ units }: { units: number }): fc.Arbitrary<GradedScenario> {
  const decided = policies.map((drawn) => ({ ...drawn, notApplicable: { policy: "leaveOut" as const, provenance: invented } }));
  return fc
    .tuple(gradings, decided)
    .chain(([grading, stated]) =>
      reportsUnder(grading, units).map((reports) => ({ file: { ...fileWith(tree), policies: stated, grading }, reports })),
    );
}
