import type { CriteriaNode } from "../../criteria/criteriaSet";
import type { Bilingual, Language } from "../../exact/formatNumber";
import { wordsIn } from "../../issue/fields";
import { totalCode } from "../../issue/issue";
import { besideWords, policyWords, stateWords } from "../../report/explainWords";
import { hasPoints, incompleteLeaves } from "../../score/nodeScore";
import type { NodeScore, Score } from "../../score/score";
import type { Look } from "../looks";
import { numberCell, textCell } from "../numberCell";
import type { SheetCell } from "../sheet";

/** How a node looks by its depth: the whole and areas stand out, leaves do not. */
export function looksOf(
  node: { readonly children?: readonly unknown[] | undefined },
  level: number,
): { readonly words: Look; readonly number: Look } {
  if (level < 2 && (node.children !== undefined || level === 0)) return { words: "area", number: "areaNumber" };
  return node.children === undefined ? { words: "text", number: "number" } : { words: "criterion", number: "criterionNumber" };
}

/** The code of a node as it is printed: the whole has none. */
export function printedCode(code: string): string {
  return code === totalCode ? "" : code;
}

/** The title of a node as it is printed. */
export function nodeTitle({ code, title }: CriteriaNode, language: Language): string {
  return code === totalCode ? totalWords[language] : wordsIn(title, language);
}

const totalWords: Bilingual = { vi: "Tổng điểm", en: "Total" };

/** The published points of a node; blank where it has none, which is not zero. */
export function pointsCell(node: NodeScore | undefined, language: Language, look: Look): SheetCell {
  return node === undefined || !hasPoints(node) ? { look } : numberCell(node.published, language, look);
}

/** The same where no other cell says why there are none. */
export function pointsOrWord(node: NodeScore | undefined, language: Language): SheetCell {
  if (node !== undefined && hasPoints(node)) return numberCell(node.published, language);
  return textCell(node === undefined ? "–" : shortWords[wordOf(node)][language], "word");
}

type Word = Exclude<keyof typeof stateWords, "scored">;

/** Why a node has no points: the state of a leaf; of a branch, that it is missing or that nothing of it is left. */
function wordOf(node: NodeScore): Word {
  if (node.children === undefined) return node.state === "scored" ? "missing" : node.state;
  return incompleteLeaves(node) > 0 ? "missing" : "notApplicable";
}

/** The states in as few letters as a narrow column has room for. */
export const shortWords: Readonly<Record<Word, Bilingual>> = {
  missing: { vi: "chưa có", en: "missing" },
  waiting: { vi: "chờ", en: "waiting" },
  notSelfScored: { vi: "không tự chấm", en: "not self-scored" },
  monitored: { vi: "theo dõi", en: "monitored" },
  nothingDue: { vi: "không phát sinh", en: "nothing due" },
  notApplicable: { vi: "không áp dụng", en: "not applicable" },
};

/** What has to be said of a node beside its points: its state, what the set says of that, or how many leaves are missing. */
export function nodeRemark(node: NodeScore, language: Language): string {
  const beside = node.beyondMax === undefined ? [] : [besideWords[node.beyondMax][language]];
  if (node.children !== undefined) {
    const pending = node.incomplete === 0 ? [] : [incompleteWords[language](node.incomplete)];
    return [...beside, ...pending].join("; ");
  }
  if (node.state === "scored") return beside.join("; ");
  const policy = node.policy === undefined ? [] : [policyWords[node.policy][language]];
  return [...beside, [stateWords[node.state][language], ...policy].join(": ")].join("; ");
}

const incompleteWords: Readonly<Record<Language, (leaves: number) => string>> = {
  vi: (leaves) => `chưa đầy đủ: còn ${leaves} tiêu chí chưa có số liệu`,
  en: (leaves) => `incomplete: ${leaves} leaves are missing`,
};

/** The codes of leaves without figures. */
export function pendingCodes({ missing, waiting }: Pick<Score, "missing" | "waiting">): readonly string[] {
  return [...missing, ...waiting];
}
