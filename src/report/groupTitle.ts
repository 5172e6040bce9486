import type { CriteriaSet } from "../criteria/criteriaSet";
import type { Round } from "../evidence/evidence";
import type { Bilingual } from "../exact/formatNumber";
import { wordsIn } from "../issue/fields";
import type { ScoreGroup } from "../rank/groupScores";
import { roundTitle } from "./explain";

/** The units that are compared, and of when: `Sở, ban, ngành · kỳ 2021 · thẩm định`. */
export function groupTitle(criteria: CriteriaSet, { group, period, round }: ScoreGroup): Bilingual {
  const title = criteria.file.groups.find(({ id }) => id === group)?.title ?? { vi: "Tất cả các đơn vị", en: "All units" };
  const when = whenLine(criteria, period, round);
  return { vi: `${title.vi} · ${when.vi}`, en: `${wordsIn(title, "en")} · ${when.en}` };
}

/** The period and round of a report in words. */
export function whenLine(criteria: CriteriaSet, period: string, round: Round): Bilingual {
  return { vi: `kỳ ${period} · ${roundTitle(criteria, round, "vi")}`, en: `period ${period} · ${roundTitle(criteria, round, "en")}` };
}
