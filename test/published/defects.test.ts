import {
  checkTable,
  type DocumentWindow,
  documentsOutside,
  type FileNode,
  type Grading,
  type Issue,
  parseEvidence,
  safeParseCriteria,
} from "par-index";
import { describe, expect, test } from "vitest";
import { gradingOf } from "../kernels/gradingOf";
import { branch, fileOf, invented, leaf, reportOf, setOf } from "../kernels/smallSet";
import { inShort, published, publishedTables } from "./published";

/**
 * Defects met in the sources themselves, D01 to D10: what a check of ours finds in each, or why none can. Whoever transcribes
 * such a text is told before anything is scored.
 */
interface Defect {
  readonly id: string;
  readonly what: string;
  readonly source: string;
  readonly found: readonly (() => readonly Issue[])[];
  readonly finds: readonly string[];
}

const haiPhong = "Hải Phòng 212/2025/QĐ-UBND ngày 18/11/2025";

const defects: readonly Defect[] = [
  {
    id: "D01",
    what: "the DDCI item has a maximum of 2, and its best option gives 1",
    source: `${haiPhong}, Phụ lục 01, II.5.1b`,
    found: [() => inCriteria([leaf("II.5.1b", "2", options({ "bằng hoặc trên trung bình": "1", "dưới trung bình": "0" }))])],
    finds: ["cannotReachMax"],
  },
  {
    id: "D02",
    what: "note 7 pools the assigned targets up to 10 points, the table gives the block 20",
    source: `${haiPhong}, Phụ lục 01, II.5 và ghi chú 7`,
    found: [() => inCriteria([branch("II.5", "20", [leaf("II.5.1", "5"), leaf("II.5.2", "15")], rescaledTo("10"))])],
    finds: ["rescaledToOther?"],
  },
  {
    id: "D03",
    what: "“trên 90 điểm trở lên” is both above 90 and 90 or more",
    source: `${haiPhong}, Điều 6`,
    found: [
      () =>
        inCriteria([
          leaf("1", "2", {
            kind: "bands",
            reads: { measure: "percentage", of: { vi: "Điểm" } },
            better: "higher",
            bands: [
              { moreThan: "90", atLeast: "90", points: "2" },
              { lessThan: "90", points: "0" },
            ],
          }),
        ]),
      () => inCriteria([leaf("1", "100")], gradingOf({ excellent: { moreThan: "90", atLeast: "90" }, good: { atMost: "90" } })),
    ],
    finds: ["bandTwoBounds", "bandTwoBounds"],
  },
  {
    id: "D04",
    what: "the ninth indicator is printed .34, where the total needs 1.34",
    source: "Lai Châu, chất lượng giải quyết TTHC 2021, Sở Kế hoạch và Đầu tư",
    found: [() => checkTable(published("lai-chau-2021"))],
    finds: ["printedNotANumber Sở Kế hoạch và Đầu tư"],
  },
  {
    id: "D05",
    what: "five units are said to be left out of the ranking, and six are named",
    source: "Phú Thọ 42/QĐ-UBND ngày 07/01/2025, chuyển đổi số 2024",
    found: [() => checkTable(digital2024())],
    finds: ["countDiffers"],
  },
  {
    id: "D06",
    what: "sections I and II have 36.5 and 25 points on the form, 35 and 30 on the dashboard",
    source: "Phần mềm CLHĐ của Sở Nội vụ Phú Thọ, tháng 8/2025, dữ liệu mẫu",
    found: [
      () => inCriteria([branch("I", "35", [leaf("I.1", "36.5")]), branch("II", "30", [leaf("II.1", "25")])]),
      () =>
        checkTable({
          extent: "excerpt",
          rows: [
            { unit: "Phần I", value: "36.5", otherSources: { dashboard: "35" } },
            { unit: "Phần II", value: "25", otherSources: { dashboard: "30" } },
          ],
        }),
    ],
    finds: ["partsDoNotAddUp", "partsDoNotAddUp", "valueDiffers Phần I", "valueDiffers Phần II"],
  },
  {
    id: "D07",
    what: "results of the year 2024 are dated 17/2/2024, before the year was over",
    source: "Thanh Hóa 482/QĐ-UBND, chỉ số CCHC 2024",
    found: [() => issuedOutside("2024-02-17", { from: "2025-01-01", to: "2025-12-31" })],
    finds: ["documentOutsideWindow? A"],
  },
  {
    id: "D08",
    what: "a decision of 2020 is dated 24/4/2029",
    source: "Vĩnh Phúc 1007/QĐ-UBND, chỉ số CCHC 2019",
    found: [() => issuedOutside("2029-04-24", { from: "2020-01-01", to: "2020-12-31" })],
    finds: ["documentOutsideWindow? A"],
  },
  {
    id: "D09",
    what: "a component of 50 on a scale from 0 to 10",
    source: "Hà Tĩnh, DDCI 2021, Sở Tài chính",
    found: [
      () =>
        checkTable({
          extent: "excerpt",
          parts: { "minh bạch": { maxPoints: "10" } },
          rows: [{ unit: "Sở Tài chính", parts: { "minh bạch": "50" } }],
        }),
    ],
    finds: ["partAboveMax Sở Tài chính"],
  },
  {
    id: "D10",
    what: "the bands 90–100, 75–89, 50–74 leave holes between whole numbers",
    source: "Đắk Nông 1748/QĐ-UBND (2018)",
    found: [
      () =>
        inCriteria(
          [leaf("1", "100")],
          gradingOf({
            excellent: { atLeast: "90", atMost: "100" },
            good: { atLeast: "75", atMost: "89" },
            done: { atLeast: "50", atMost: "74" },
            failed: { lessThan: "50" },
          }),
        ),
    ],
    finds: ["gradeGap?", "gradeGap?"],
  },
];

describe("every known defect of a source", () => {
  test("D01 to D10, each once", () => {
    expect(defects.map(({ id }) => id)).toEqual(Array.from({ length: 10 }, (_, index) => `D${String(index + 1).padStart(2, "0")}`));
  });

  test.each(defects)("$id $what ($source)", ({ found, finds }) => {
    expect(found.flatMap((check) => inShort(check()))).toEqual(finds);
  });
});

function inCriteria(children: readonly FileNode[], grading?: Grading): readonly Issue[] {
  const read = safeParseCriteria(fileOf(children, grading === undefined ? {} : { grading }));
  return read.ok ? read.warnings : read.issues;
}

function options(points: Readonly<Record<string, string>>): FileNode["rule"] {
  return {
    kind: "choice",
    options: Object.entries(points).map(([label, own], index) => ({ id: `option${index + 1}`, label: { vi: label }, points: own })),
  };
}

function rescaledTo(points: string): Partial<FileNode> {
  return { rescaleTo: { points, provenance: invented } };
}

/** A decision that a report names, against the days on which it can have been issued. */
function issuedOutside(issuedOn: string, window: DocumentWindow): readonly Issue[] {
  const criteria = setOf([leaf("1", "100")]);
  return documentsOutside(window, parseEvidence(criteria, reportOf("A", { "1": { points: "85", documents: [{ issuedOn }] } })));
}

/** The ranking of 2024, with the units that the text names as left out. */
function digital2024() {
  const [, , table] = publishedTables("phu-tho-departments");
  const named = [
    "Công an tỉnh",
    "Thanh tra tỉnh",
    "Ngân hàng Nhà nước tỉnh",
    "Cục Quản lý thị trường",
    "Bộ Chỉ huy Quân sự tỉnh",
    "Ban Dân tộc",
  ];
  const leftOut = named.map((unit) => ({ unit, ranked: false as const }));
  return { ...table, extent: "excerpt" as const, rows: [...(table?.rows ?? []), ...leftOut], counts: { notRanked: "5" } };
}
