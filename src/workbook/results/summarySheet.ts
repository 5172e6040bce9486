import { scaleOf } from "../../criteria/grading";
import { wordsIn } from "../../issue/fields";
import { settledBy, ungradedWords } from "../../report/gradeWords";
import { whenLine } from "../../report/groupTitle";
import { placeRemark } from "../../report/placeRemark";
import { hasPoints, incompleteLeaves } from "../../score/nodeScore";
import type { Score } from "../../score/score";
import { countCell, numberCell, textCell } from "../numberCell";
import type { SheetCell, SheetContent } from "../sheet";
import { headingRow, headings } from "./headings";
import { pendingCodes } from "./nodeCells";
import { resultSheet } from "./resultSheet";
import type { ResultView } from "./resultView";

/** A line for each unit: what it comes to, its place and its grade. */
export function summarySheet(view: ResultView, name: string): SheetContent {
  const { criteria, shown, say, gradeOf } = view;
  const columns = columnsOf(view);
  return resultSheet(view, {
    name,
    title: say({ vi: "TỔNG HỢP KẾT QUẢ", en: "SUMMARY OF RESULTS" }),
    lines: oneWhen(view),
    widths: columns.map(({ width }) => width),
    tables: [
      {
        heading: headingRow(
          view,
          columns.map(({ heading }) => heading),
        ),
        rows: shown.map((score, index) => ({ cells: columns.map(({ cell }) => cell(score, index)) })),
      },
    ],
    remarks: [
      ...(gradeOf === undefined ? [] : openGrades(view)),
      ...(criteria.file.policies.published.value === "index"
        ? [
            say({
              vi: "Chỉ số: điểm đạt được trên tổng điểm tối đa được tính.",
              en: "Index: points as a percentage of the maximum that counts.",
            }),
          ]
        : []),
      ...identity(view),
    ],
    kept: 2,
  });
}

interface SummaryColumn {
  readonly heading: { readonly vi: string; readonly en: string };
  readonly width: number;
  readonly cell: (score: Score, index: number) => SheetCell;
}

function columnsOf(view: ResultView): readonly SummaryColumn[] {
  const { criteria, language, shown, placeOf, gradeOf } = view;
  const { file } = criteria;
  const isIndex = file.policies.published.value === "index";
  const groupOf = (id: string) => wordsIn(file.groups.find((group) => group.id === id)?.title ?? { vi: id }, language);
  const differ = oneWhen(view).length === 0;
  const grouped = new Set(shown.map(({ unit }) => unit.group)).size > 1;
  return [
    { heading: headings.number, width: 6, cell: (_, index) => countCell(index + 1) },
    { heading: headings.unit, width: 30, cell: ({ unit }) => textCell(unit.name) },
    ...(grouped ? [{ heading: headings.group, width: 26, cell: ({ unit }: Score) => textCell(groupOf(unit.group)) }] : []),
    ...(differ
      ? [{ heading: headings.when, width: 18, cell: ({ period, round }: Score) => textCell(whenLine(criteria, period, round)[language]) }]
      : []),
    {
      heading: headings.points,
      width: 11,
      cell: ({ root }) => (hasPoints(root) ? numberCell(root.published, language) : { look: "number" }),
    },
    { heading: headings.countedMax, width: 12, cell: ({ countedMax }) => numberCell(countedMax, language) },
    {
      heading: isIndex ? headings.publishedIndex : headings.publishedPoints,
      width: 11,
      cell: ({ root, published }) =>
        published === null || incompleteLeaves(root) > 0 ? { look: "number" } : numberCell(published, language, "criterionNumber"),
    },
    {
      heading: headings.rank,
      width: 8,
      cell: (score) => {
        const rank = placeOf(score)?.rank ?? null;
        return rank === null ? { look: "ordinal" } : countCell(rank);
      },
    },
    ...(gradeOf === undefined
      ? []
      : [
          {
            heading: headings.grade,
            width: 34,
            cell: (score: Score) => {
              const graded = gradeOf(score);
              return textCell(graded?.title === undefined ? "" : wordsIn(graded.title, language));
            },
          },
        ]),
    { heading: headings.missing, width: 20, cell: (score) => textCell(pendingCodes(score).join(", ")) },
    { heading: headings.remark, width: 30, cell: (score) => textCell(remarkOf(view, score)) },
  ];
}

/** Why a unit has no place, shares one, or has no grade. */
function remarkOf({ criteria, language, placeOf, gradeOf }: ResultView, score: Score): string {
  const place = placeOf(score);
  const reason = gradeOf?.(score)?.reason;
  const remarks = [
    place === undefined ? "" : placeRemark(criteria, place)[language],
    reason === undefined || (reason === "notRated" && score.unit.notRated !== undefined) ? "" : ungradedWords[reason][language],
  ];
  return remarks.filter((remark) => remark !== "").join("; ");
}

/** Grades that are not decided, what they may be, and who settles them. */
function openGrades({ criteria, language, shown, gradeOf }: ResultView): readonly string[] {
  const { grading } = criteria.file;
  if (grading === undefined) return [];
  return shown.flatMap((score) => {
    const { reason, possible = [] } = gradeOf?.(score) ?? {};
    const by = reason === undefined ? undefined : settledBy[reason];
    if (by === undefined) return [];
    const { grades } = scaleOf(grading, score.unit.group);
    const may = possible.flatMap((id) => grades.filter((grade) => grade.id === id).map(({ title }) => wordsIn(title, language)));
    return [`${score.unit.name}: ${may.length === 0 ? "" : `${may.join(", ")}; `}${by[language]}`];
  });
}

/** What these results are, so that anyone can find or make them again. */
function identity({ criteria, edition, digest, say }: ResultView): readonly string[] {
  const { id, revision } = criteria.file;
  const readings = Object.entries(criteria.readings).map(([code, reading]) => `${code}=${reading}`);
  return [
    say({
      vi: `Bộ tiêu chí: ${id}, bản ${revision}, mã băm ${edition}`,
      en: `Criteria set: ${id}, revision ${revision}, digest ${edition}`,
    }),
    ...(readings.length === 0
      ? []
      : [say({ vi: `Cách hiểu áp dụng: ${readings.join(", ")}`, en: `Readings applied: ${readings.join(", ")}` })]),
    say({ vi: `Mã băm kết quả: ${digest}`, en: `Digest of the results: ${digest}` }),
    say({
      vi: "Có hồ sơ niêm phong của kỳ đánh giá thì tính lại được mã này: par-index replay TỆP-HỒ-SƠ",
      en: "From the sealed record of the round this digest is made again by: par-index replay FILE",
    }),
  ];
}

/** The period and round of all that is shown, where it is one. */
export function oneWhen({ criteria, shown, language }: ResultView): readonly string[] {
  const all = new Set(shown.map(({ period, round }) => whenLine(criteria, period, round)[language]));
  return all.size === 1 ? [...all] : [];
}
