/**
 * What is counted by, in this order: where (`province` … `commune`), of whom (`service`, `group`, `channel`), and how the sample
 * was drawn (`stratum`, `cluster`, `weight`). Text as it stands in the data, composed (NFC) and without blanks at its ends.
 */
export const tallyKeys = ["province", "district", "commune", "service", "group", "channel", "stratum", "cluster", "weight"] as const;
export type TallyKey = (typeof tallyKeys)[number];

/** For each key that is counted by, its value; keys that the data do not have are absent. */
export type TallyCell = Readonly<Partial<Record<TallyKey, string>>>;

/** How many people in a cell gave this answer to this question; what was left blank has the answer `""`. */
export interface AnswerCount {
  readonly cell: TallyCell;
  readonly question: string;
  /** Code of the answer in the question's scale. */
  readonly answer: string;
  readonly count: number;
}

/**
 * How many people in a cell answered so many questions of a part, and came to so much: what a mean of respondents, and the
 * precision of pooled answers, are made of. A part is a factor or block by its id, or `""` for all that factors hold.
 */
export interface RespondentCount {
  readonly cell: TallyCell;
  readonly part: string;
  /** Answers that count. */
  readonly answered: number;
  /** What they count for in percent, added up: exact text (two satisfied of three: `"200"`). */
  readonly worth: string;
  readonly count: number;
}

/**
 * The counts of a survey (bảng tổng hợp phiếu): whole numbers from which everything exact follows. Tallies of parts merge into
 * the tally of the whole, in whatever order, so that any engine may count.
 */
export interface Tally {
  readonly questionnaire: { readonly id: string; readonly revision: number };
  readonly keys: readonly TallyKey[];
  /** People counted. */
  readonly respondents: number;
  /** In the order of cells, then of the questionnaire; each cell, question and answer once. */
  readonly answers: readonly AnswerCount[];
  readonly parts: readonly RespondentCount[];
}
