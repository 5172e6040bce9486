import type { Bilingual } from "../../exact/formatNumber";
import type { SheetRow } from "../sheet";
import type { ResultView } from "./resultView";

/** The names of the sheets of results. */
export const sheetTitles = {
  summary: { vi: "Tổng hợp", en: "Summary" },
  ranking: { vi: "Xếp hạng", en: "Ranking" },
  areas: { vi: "Theo lĩnh vực", en: "By area" },
  criteria: { vi: "Theo tiêu chí", en: "By criterion" },
  matrix: { vi: "Ma trận đơn vị × tiêu chí", en: "Units × criteria" },
  leftOut: { vi: "Tiêu chí không đánh giá", en: "Criteria not rated" },
  gap: { vi: "Tự chấm và kết quả", en: "Self-scores and results" },
  rounds: { vi: "Chênh lệch giữa các vòng", en: "Differences between rounds" },
  details: { vi: "Chi tiết các đơn vị", en: "Units in detail" },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** The headings of columns. */
export const headings = {
  number: { vi: "STT", en: "No." },
  unit: { vi: "Đơn vị", en: "Unit" },
  group: { vi: "Nhóm", en: "Group" },
  when: { vi: "Kỳ, vòng", en: "Period, round" },
  code: { vi: "Mã", en: "Code" },
  criterion: { vi: "Tiêu chí, tiêu chí thành phần", en: "Criterion" },
  maxPoints: { vi: "Điểm tối đa", en: "Maximum" },
  countedMax: { vi: "Tổng điểm tối đa được tính", en: "Maximum that counts" },
  points: { vi: "Điểm đạt được", en: "Points" },
  publishedPoints: { vi: "Điểm công bố", en: "Published points" },
  publishedIndex: { vi: "Chỉ số công bố (%)", en: "Published index (%)" },
  rank: { vi: "Hạng", en: "Rank" },
  grade: { vi: "Xếp loại", en: "Grade" },
  missing: { vi: "Tiêu chí chưa có số liệu", en: "Leaves without figures" },
  remark: { vi: "Ghi chú", en: "Remark" },
  working: { vi: "Cách tính", en: "How it came" },
  units: { vi: "Số đơn vị có kết quả", en: "Units with a result" },
  without: { vi: "Số đơn vị không tính", en: "Units left out" },
  mean: { vi: "Trung bình", en: "Mean" },
  highest: { vi: "Cao nhất", en: "Highest" },
  highestUnits: { vi: "Đơn vị cao nhất", en: "Highest units" },
  lowest: { vi: "Thấp nhất", en: "Lowest" },
  lowestUnits: { vi: "Đơn vị thấp nhất", en: "Lowest units" },
  reason: { vi: "Lý do", en: "Reason" },
  policy: { vi: "Cách tính điểm tối đa", en: "What becomes of its maximum" },
  selfScored: { vi: "Điểm tự chấm", en: "Self-scored" },
  counted: { vi: "Điểm được tính", en: "Counted" },
  leaves: { vi: "Số tiêu chí so sánh", en: "Leaves compared" },
  excess: { vi: "Chênh lệch (tự chấm trừ được tính)", en: "Difference (self-scored less counted)" },
  step: { vi: "Vòng", en: "Round" },
  before: { vi: "Điểm trước", en: "Before" },
  after: { vi: "Điểm sau", en: "After" },
  difference: { vi: "Chênh lệch", en: "Difference" },
  appraiser: { vi: "Cơ quan thẩm định", en: "Appraiser" },
  documents: { vi: "Tài liệu", en: "Documents" },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** A heading row. */
export function headingRow({ say }: ResultView, columns: readonly (Bilingual | string)[]): SheetRow {
  return { cells: columns.map((column) => ({ value: typeof column === "string" ? column : say(column), look: "heading" })) };
}
