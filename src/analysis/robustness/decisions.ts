import type { CriteriaFile } from "../../criteria/criteriaFile";
import type { CriteriaSet } from "../../criteria/criteriaSet";
import { leftOutPolicies } from "../../criteria/policies";
import type { Evidence } from "../../evidence/evidence";
import { asChecked } from "../../evidence/readReport";
import type { Bilingual } from "../../exact/formatNumber";

/** A decision about computing that a set takes, and what may be taken instead. */
export interface Decision {
  readonly choice: "notApplicable" | "compare" | "tieBreakers" | "ties" | "stage" | "published";
  readonly title: Bilingual;
  /** The set's own first, then the others. */
  readonly values: readonly string[];
  /** What is done under each value, in words that follow an *if*. */
  readonly words: Readonly<Record<string, Bilingual>>;
  readonly taken: (criteria: CriteriaSet, value: string) => CriteriaSet;
}

type Policies = CriteriaFile["policies"];

interface Choice {
  readonly choice: Decision["choice"];
  readonly title: Bilingual;
  readonly words: Readonly<Record<string, Bilingual>>;
  /** The values that may be taken; none where the set refuses that anything be asked. */
  readonly values: (policies: Policies) => readonly string[];
  readonly own: (policies: Policies) => string;
  readonly taken: (policies: Policies, value: string) => Policies;
}

const choices: readonly Choice[] = [
  {
    choice: "notApplicable",
    title: { vi: "tiêu chí không áp dụng", en: "leaves that do not apply" },
    words: {
      fullPoints: { vi: "tiêu chí không áp dụng được trọn điểm tối đa", en: "leaves that do not apply earned their maximum" },
      zero: { vi: "tiêu chí không áp dụng được 0 điểm", en: "leaves that do not apply earned 0 points" },
      leaveOut: { vi: "tiêu chí không áp dụng không tính vào tổng điểm tối đa", en: "leaves that do not apply left the maximum" },
      splitEqually: {
        vi: "điểm của tiêu chí không áp dụng chia đều cho các tiêu chí cùng nhóm",
        en: "the points of leaves that do not apply were split over those beside them",
      },
    },
    values: ({ notApplicable }) => (notApplicable.policy === "refuse" ? [] : leftOutPolicies),
    own: ({ notApplicable }) => notApplicable.policy,
    taken: (policies, policy) => ({
      ...policies,
      notApplicable: { ...policies.notApplicable, policy: policy as Policies["notApplicable"]["policy"] },
    }),
  },
  {
    choice: "compare",
    title: { vi: "giá trị được so", en: "values compared" },
    words: {
      exact: { vi: "so giá trị chính xác", en: "exact values were compared" },
      published: { vi: "so giá trị công bố", en: "published values were compared" },
    },
    values: () => ["exact", "published"],
    own: ({ ranking }) => ranking.compare,
    taken: (policies, compare) => ({
      ...policies,
      ranking: { ...policies.ranking, compare: compare as Policies["ranking"]["compare"] },
    }),
  },
  {
    choice: "tieBreakers",
    title: { vi: "tiêu chí phụ khi bằng nhau", en: "criteria that part equal units" },
    words: {
      applied: { vi: "phân hạng các đơn vị bằng nhau bằng tiêu chí phụ", en: "further criteria parted equal units" },
      none: { vi: "không dùng tiêu chí phụ để phân hạng các đơn vị bằng nhau", en: "no further criteria parted equal units" },
    },
    values: ({ ranking: { tieBreakers = [] } }) => (tieBreakers.length === 0 ? [] : ["applied", "none"]),
    own: () => "applied",
    taken: (policies, value) => ({
      ...policies,
      ranking: { ...policies.ranking, tieBreakers: value === "none" ? undefined : policies.ranking.tieBreakers },
    }),
  },
  {
    choice: "ties",
    title: { vi: "hạng sau các đơn vị bằng nhau", en: "ranks after equal units" },
    words: {
      share: {
        vi: "các đơn vị bằng nhau đồng hạng, bỏ qua hạng kế tiếp (1, 2, 2, 4)",
        en: "equal units shared a rank and the next was skipped (1, 2, 2, 4)",
      },
      dense: {
        vi: "các đơn vị bằng nhau đồng hạng, không bỏ qua hạng nào (1, 2, 2, 3)",
        en: "equal units shared a rank and none was skipped (1, 2, 2, 3)",
      },
    },
    values: () => ["share", "dense"],
    own: ({ ranking }) => ranking.ties,
    taken: (policies, ties) => ({ ...policies, ranking: { ...policies.ranking, ties: ties as Policies["ranking"]["ties"] } }),
  },
  {
    choice: "stage",
    title: { vi: "làm tròn ở đâu", en: "where digits are dropped" },
    words: {
      leaf: { vi: "làm tròn từng tiêu chí rồi mới cộng", en: "every leaf was rounded before adding" },
      published: { vi: "chỉ làm tròn khi công bố", en: "only what is published was rounded" },
    },
    values: () => ["leaf", "published"],
    own: ({ rounding }) => rounding.stage,
    taken: (policies, stage) => ({ ...policies, rounding: { ...policies.rounding, stage: stage as Policies["rounding"]["stage"] } }),
  },
  {
    choice: "published",
    title: { vi: "giá trị công bố", en: "value published" },
    words: {
      points: { vi: "công bố điểm", en: "points were published" },
      index: { vi: "công bố chỉ số", en: "indices were published" },
    },
    values: () => ["points", "index"],
    own: ({ published }) => published.value,
    taken: (policies, value) => ({
      ...policies,
      published: { ...policies.published, value: value as Policies["published"]["value"] },
    }),
  },
];

/**
 * The decisions of a set that can be taken otherwise: what is done with leaves that do not apply, which values are compared, what
 * parts equal units, where digits are dropped, what is published. A set under another value is for trying how much hangs on it; only the set itself is the
 * instrument.
 */
export function decisionsOf({ file: { policies } }: CriteriaSet): readonly Decision[] {
  return choices
    .filter(({ values }) => values(policies).length > 0)
    .map(({ choice, title, words, values, own, taken }) => ({
      choice,
      title,
      words,
      values: [own(policies), ...values(policies).filter((value) => value !== own(policies))],
      taken: (criteria, value) => ({ ...criteria, file: { ...criteria.file, policies: taken(criteria.file.policies, value) } }),
    }));
}

/** Reports that were checked under a set, for the same set with other decisions: what may be reported does not hang on these. */
export function reportsUnder(decided: CriteriaSet, checked: readonly Evidence[]): readonly Evidence[] {
  return checked.map((report) => asChecked(decided, Object.freeze({ ...report })));
}
