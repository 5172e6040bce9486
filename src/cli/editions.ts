import { wordsIn } from "../issue/fields";
import { editions } from "../node/catalogue";
import type { CommonOptions } from "./context";
import type { Output } from "./output";

const status = {
  official: { vi: "chính thức", en: "official" },
  reconstruction: { vi: "phục dựng", en: "reconstruction" },
  example: { vi: "ví dụ", en: "example" },
} as const;
const holds = {
  criteria: { vi: "chấm điểm được", en: "can be scored" },
  draft: { vi: "đang soạn, còn để trống", en: "draft, points open" },
  structure: { vi: "chỉ có cấu trúc", en: "structure only" },
  units: { vi: "danh mục đơn vị", en: "register of units" },
  questionnaire: { vi: "phiếu khảo sát", en: "questionnaire" },
  plan: { vi: "kế hoạch năm", en: "plan of a year" },
} as const;

/** `par-index editions`: what comes with the package, and how official it is. */
export function editionsCommand({ lang, format }: CommonOptions): Output {
  const entries = editions();
  return {
    command: "editions",
    sections: [
      {
        columns: [
          { key: "alias", heading: { vi: "Tên gọn", en: "Short name" } },
          { key: "id", heading: { vi: "Phiên bản", en: "Edition" } },
          { key: "title", heading: { vi: "Tên", en: "Title" }, wide: true },
          { key: "periods", heading: { vi: "Năm", en: "Periods" } },
          { key: "status", heading: { vi: "Tình trạng", en: "Status" } },
          { key: "holds", heading: { vi: "Nội dung", en: "Holds" } },
          { key: "digest", heading: { vi: "Mã băm", en: "Digest" } },
        ],
        rows: entries.map((entry) => ({
          alias: entry.alias ?? "",
          id: entry.id,
          title: wordsIn(entry.title, lang),
          periods: entry.periods.join(", "),
          status: status[entry.status][lang],
          holds: holds[entry.holds][lang],
          digest: format === "csv" ? entry.digest : shortened(entry.digest),
        })),
      },
    ],
    after: [
      { vi: "Tiếp theo: par-index form TÊN-PHIÊN-BẢN để xem mẫu báo cáo.", en: "Next: par-index form EDITION shows what to report." },
    ],
    data: entries,
  };
}

/** The first digits of a digest, in groups that can be read out: enough to tell editions apart, not to prove anything. */
function shortened(digest: string): string {
  return [0, 4, 8].map((start) => digest.slice(start, start + 4)).join(" ");
}
