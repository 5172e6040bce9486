import { resultsDigest } from "../../audit/resultsDigest";
import { type CriteriaSet, treeOf } from "../../criteria/criteriaSet";
import type { Evidence } from "../../evidence/evidence";
import { formatNumber } from "../../exact/formatNumber";
import { issue } from "../../issue/issue";
import { ParError } from "../../issue/parError";
import { roundTitle } from "../../report/explain";
import { explanationsAsked } from "../../report/explanationsAsked";
import { noticeWords } from "../../report/noticeWords";
import { hasPoints, incompleteLeaves } from "../../score/nodeScore";
import type { Score } from "../../score/score";
import { type RoundScores, scoreRounds } from "../../score/scoreRounds";
import { nodeTitle } from "../results/nodeCells";
import { type Block, blankLine, type Line, type Paper, type Table } from "./paper";
import { pointsTable } from "./pointsTable";

/** Whose minutes, and of which period. */
export interface MinutesOptions {
  /** Id of the unit. */
  readonly unit: string;
  readonly period: string;
  /** What `scoreRounds` made of the same reports, so that the minutes of many units are of one scoring. */
  readonly scores?: RoundScores | undefined;
}

/** The minutes of a unit's appraisal as data. */
export function minutesPaper(
  criteria: CriteriaSet,
  reports: readonly Evidence[],
  { unit, period, scores = scoreRounds(criteria, reports) }: MinutesOptions,
): Paper {
  const score = scores.counted.find((one) => one.unit.id === unit && one.period === period);
  if (score === undefined) {
    throw new ParError([issue("unknownUnit", { unit, units: [...new Set(scores.counted.map((one) => one.unit.id))] })]);
  }
  const { id, revision, title } = criteria.file;
  const notice = noticeWords(criteria.file);
  return {
    title: `Biên bản thẩm định: ${score.unit.name}, kỳ ${period}`,
    footer: `${id}, bản ${revision} · mã băm kết quả ${resultsDigest(criteria, scores)}`,
    blocks: [
      letterhead(criteria),
      { text: "" },
      { text: "BIÊN BẢN", look: "title" },
      { text: "Thẩm định kết quả tự đánh giá", look: "centredBold" },
      { text: `${score.unit.name}, kỳ ${period}`, look: "centredBold" },
      ...(notice === undefined ? [] : [{ text: notice.vi, look: "notice" } as const]),
      { text: "" },
      blankLine("Thời gian bắt đầu:"),
      blankLine("Địa điểm:"),
      heading("I. Thành phần"),
      ...present("1. Cơ quan thẩm định:"),
      ...present(`2. Đơn vị được thẩm định (${score.unit.name}):`),
      ...present("3. Thư ký:", 1),
      heading("II. Kết quả thẩm định"),
      { text: `Theo ${title.vi}, kỳ ${period}, kết quả từng tiêu chí như sau:` },
      pointsTable(criteria, scores, score),
      heading("III. Yêu cầu giải trình"),
      ...asked(criteria, reports, score),
      heading("IV. Kết luận"),
      ...conclusion(criteria, scores, score),
      blankLine("Ý kiến của đơn vị được thẩm định:"),
      blankLine(),
      blankLine("Kết luận của cơ quan thẩm định:"),
      blankLine(),
      {
        text: "Biên bản được lập thành …… bản có giá trị như nhau, mỗi bên giữ …… bản. Kết thúc hồi …… giờ …… phút, ngày …… tháng …… năm ………",
      },
      { text: "" },
      signatures(),
      { text: "" },
      { text: "Nơi nhận:", look: "italic" },
      { text: `- ${score.unit.name};`, look: "body" },
      { text: "- ……………………………;" },
      { text: "- Lưu: VT, ……" },
    ],
  };
}

function heading(text: string): Line {
  return { text, look: "bold" };
}

/** Agency on the left, the name of the state and its motto on the right. The number is written by hand. */
function letterhead({ file: { appraisers = [] } }: CriteriaSet): Table {
  const [only, ...others] = appraisers;
  const agency = only !== undefined && others.length === 0 ? only.title.vi.toUpperCase() : "………………………………";
  return {
    bare: true,
    widths: [65, 100],
    rows: [
      {
        cells: [
          {
            align: "center",
            lines: [{ text: agency, look: "underlined" }, { text: "" }, { text: "Số: ……/BB-……", look: "centred" }],
          },
          {
            align: "center",
            lines: [
              { text: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", look: "cellBold" },
              { text: "Độc lập - Tự do - Hạnh phúc", look: "underlined" },
            ],
          },
        ],
      },
    ],
  };
}

function present(who: string, lines = 2): readonly Line[] {
  return [{ text: who }, ...Array.from({ length: lines }, () => blankLine())];
}

function asked(criteria: CriteriaSet, reports: readonly Evidence[], { unit, period }: Score): readonly Line[] {
  const { nodes } = treeOf(criteria, unit.group);
  const asks = explanationsAsked(criteria, reports, unit.id, period);
  if (asks.length === 0) return [{ text: "Không có." }];
  return asks.map(({ code, round, appraiser, asks: text }) => {
    const node = nodes.get(code);
    const agency = criteria.file.appraisers?.find(({ id }) => id === appraiser)?.title.vi;
    const who = [roundTitle(criteria, round, "vi"), ...(agency === undefined ? [] : [agency])].join(", ");
    return { text: `- ${code} ${node === undefined ? "" : nodeTitle(node, "vi")} (${who}): ${text}` };
  });
}

/** What the appraisal comes to, in the figures that are published. */
function conclusion(criteria: CriteriaSet, { rounds }: RoundScores, score: Score): readonly Line[] {
  const { root, countedMax, published, unit, period } = score;
  const own = rounds.find((one) => one.round === "selfAssessed" && one.unit.id === unit.id && one.period === period);
  const complete = incompleteLeaves(root) === 0 && published !== null;
  const number = (value: string) => formatNumber(value, "vi");
  return [
    ...(own !== undefined && hasPoints(own.root) ? [{ text: `Điểm tự đánh giá: ${number(own.root.published)}.` }] : []),
    ...(hasPoints(root) ? [{ text: `Điểm được tính: ${number(root.published)}.` }] : []),
    { text: `Tổng điểm tối đa được tính: ${number(countedMax)}.` },
    complete
      ? {
          text:
            criteria.file.policies.published.value === "index"
              ? `Chỉ số công bố: ${number(published)} %.`
              : `Điểm công bố: ${number(published)}.`,
          look: "bold",
        }
      : { text: `Chưa đủ số liệu để công bố: còn ${incompleteLeaves(root)} tiêu chí chưa có số liệu.`, look: "bold" },
  ];
}

function signatures(): Block {
  const signed = (who: string) => ({
    align: "center" as const,
    lines: [
      { text: who, look: "centredBold" as const },
      { text: "(Ký, ghi rõ họ tên)", look: "centredItalic" as const },
      ...Array.from({ length: 4 }, () => ({ text: "" })),
    ],
  });
  return {
    bare: true,
    widths: [50, 55, 60],
    rows: [{ cells: [signed("THƯ KÝ"), signed("ĐẠI DIỆN ĐƠN VỊ ĐƯỢC THẨM ĐỊNH"), signed("ĐẠI DIỆN CƠ QUAN THẨM ĐỊNH")] }],
  };
}
