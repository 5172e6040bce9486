import type { CriteriaSet } from "../../criteria/criteriaSet";
import { isUnitsRound } from "../../evidence/roundsHeld";
import type { Bilingual } from "../../exact/formatNumber";
import { cellWords } from "../cellWords";
import type { SheetContent } from "../sheet";
import type { FormScope } from "./formRows";

/** How a form is filled in, in Vietnamese and English. */
export function guideSheet(criteria: CriteriaSet, { round }: FormScope): SheetContent {
  const isFirst = round === "selfAssessed";
  const lines: readonly Bilingual[] = [
    ...everyForm,
    ...(isFirst ? [] : laterForm),
    ...(isUnitsRound(criteria, round) ? [] : reviewersForm),
  ];
  return {
    name: "Hướng dẫn",
    widths: [5, 70, 70],
    rows: [
      { cells: [{ value: "HƯỚNG DẪN GHI PHIẾU · HOW TO FILL IN THE FORM", look: "title", across: 3 }] },
      ...lines.map(({ vi, en }, index) => ({
        cells: [{ value: index + 1, look: "number" } as const, { value: vi, look: "text" } as const, { value: en, look: "text" } as const],
      })),
    ],
    locked: true,
    orientation: "landscape",
  };
}

const everyForm: readonly Bilingual[] = [
  {
    vi: "Chỉ ghi vào các ô nền vàng; các ô khác đã khóa. Di chuyển đến ô nào sẽ thấy cách ghi ô đó.",
    en: "Fill in the yellow cells only; the others are locked. Choosing a cell shows how it is filled in.",
  },
  {
    vi: "Chưa có số liệu thì để trống. Để trống là chưa có, không phải 0; chỉ ghi 0 khi đúng là 0.",
    en: "Leave what is not known blank. Blank is missing and not 0; write 0 only for what is 0.",
  },
  {
    vi: `Tiêu chí không áp dụng: chọn hoặc ghi “${cellWords.notApplicable}” ở ô số liệu đầu tiên của tiêu chí, để trống các ô khác, và ghi lý do.`,
    en: `A criterion that does not apply: choose or write "${cellWords.notApplicable}" in the first cell of its figures, leave the others blank, and state the reason.`,
  },
  {
    vi: "Điểm in nghiêng là điểm tạm tính theo số liệu trong phiếu, chỉ để tham khảo và không được đọc lại; điểm chính thức do cơ quan tổng hợp tính. Tiêu chí so sánh giữa các đơn vị chưa có điểm tạm tính.",
    en: "Points in italics are worked out from the figures as a hint and are never read back; the office that collects the forms computes the points. Criteria that compare units show none.",
  },
  {
    vi: "Ghi tài liệu kiểm chứng ở trang “Tài liệu”, mỗi tài liệu một dòng, chọn mã tiêu chí ở đầu dòng.",
    en: 'List supporting documents on the sheet "Tài liệu", one in each row, and choose the code of the criterion at its beginning.',
  },
  {
    vi: "Không thêm, xóa, đổi tên dòng và cột; nếu có, khi kiểm tra phần mềm sẽ báo đúng ô.",
    en: "Do not add, delete or rename rows and columns; where that was done, the check names the cell.",
  },
];

const laterForm: readonly Bilingual[] = [
  {
    vi: `Ô “Giữ nguyên”: chọn “${cellWords.accepted}” khi chấp nhận số liệu của vòng trước; khi đó không ghi số liệu mới.`,
    en: `Column "Giữ nguyên": choose "${cellWords.accepted}" to accept what stands from the round before; write no new figures then.`,
  },
  {
    vi: "Sửa số liệu thì ghi đủ mọi số liệu của tiêu chí và ghi lý do. Tiêu chí để trống thì số liệu vòng trước vẫn giữ.",
    en: "To change a figure, write all figures of the criterion, and the reason. Where nothing is written, what stands is kept.",
  },
];

const reviewersForm: readonly Bilingual[] = [
  {
    vi: "Ô “Điểm chấm”: chỉ ghi khi cho điểm trực tiếp thay cho số liệu, kèm lý do.",
    en: 'Column "Điểm chấm": only to give points in place of figures, with the reason.',
  },
];
