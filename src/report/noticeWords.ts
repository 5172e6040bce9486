import type { CriteriaFile } from "../criteria/criteriaFile";
import { type Words, wordsIn } from "../issue/fields";

/** What readers must be told of a set, or a register, that is not the official text; `undefined` where there is nothing to tell. */
export function noticeWords({ notice, status }: Pick<CriteriaFile, "notice" | "status">): Words | undefined {
  const mark = marks[status];
  return notice === undefined ? undefined : { vi: `⚠ ${mark.vi}${notice.vi}`, en: `⚠ ${mark.en}${wordsIn(notice, "en")}` };
}

const marks = {
  official: { vi: "", en: "" },
  reconstruction: { vi: "PHỤC DỰNG: ", en: "RECONSTRUCTION: " },
  example: { vi: "VÍ DỤ: ", en: "EXAMPLE: " },
} as const;
