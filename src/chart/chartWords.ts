import type { CriteriaSet } from "../criteria/criteriaSet";
import type { Bilingual } from "../exact/formatNumber";
import { wordsIn } from "../issue/fields";
import { totalCode } from "../issue/issue";
import { nodeBy } from "../rank/standing";

/** What is ranked: the total, or a criterion by its code and title. */
export function whatTitle(criteria: CriteriaSet, by: string): Bilingual {
  if (by === totalCode) return { vi: "tổng điểm", en: "the total" };
  const { title } = nodeBy(criteria, by);
  return { vi: `${by} ${title.vi}`, en: `${by} ${wordsIn(title, "en")}` };
}

/** What a published value is called. */
export function valueTitle({ file }: CriteriaSet): Bilingual {
  return file.policies.published.value === "points" ? { vi: "Điểm", en: "Points" } : { vi: "Chỉ số (%)", en: "Index (%)" };
}
