import type { Bilingual } from "../exact/formatNumber";
import type { PartRule } from "./combine";

/** The rules that make an index, in words that stand beside every result. */
export const combinationWords: Readonly<Record<PartRule, Bilingual>> = {
  answers: { vi: "tỷ lệ trên số câu trả lời hợp lệ", en: "share of the answers that count" },
  pooled: { vi: "gộp mọi câu trả lời hợp lệ", en: "all answers that count, pooled" },
  meanOfQuestions: { vi: "trung bình của các câu hỏi", en: "mean of the questions" },
  meanOfFactors: { vi: "trung bình của các yếu tố", en: "mean of the factors" },
  meanOfBlocks: { vi: "trung bình của các nhóm yếu tố", en: "mean of the blocks" },
  meanOfRespondents: { vi: "trung bình tỷ lệ của từng người trả lời", en: "mean of each respondent's own share" },
  generalQuestion: { vi: "câu hỏi chung", en: "the general question" },
};
