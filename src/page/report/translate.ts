import type { Language } from "../../exact/formatNumber";

/**
 * A page in one language with the words for the other (song ngữ): whole texts, and sentences with a `#` for each number, so that
 * sixty units' sentences need one entry. What writes the page and what switches it use this same code.
 */
export interface PhraseBook {
  readonly from: Language;
  readonly whole: ReadonlyMap<string, string>;
  readonly sentences: ReadonlyMap<string, string>;
}

/** A text of the page in the other language; `undefined` for one that the book does not have. */
export function translate(text: string, { from, whole, sentences }: PhraseBook): string | undefined {
  const sentence = whole.get(text) ?? sentences.get(withoutNumbers(text));
  if (sentence === undefined || whole.has(text)) return sentence;
  const numbers = numbersIn(text);
  let next = 0;
  return sentence.replace(/#/g, () => otherNumber(numbers[next++] ?? "", from));
}

const numberPattern = /\d+(?:[.,]\d+)*/g;

export function numbersIn(text: string): readonly string[] {
  return text.match(numberPattern) ?? [];
}

export function withoutNumbers(text: string): string {
  return text.replace(numberPattern, "#");
}

/** How the languages write numbers, groups of three apart or not; a code such as 3.1.2 is none. */
const written: Readonly<Record<Language, RegExp>> = {
  vi: /^(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?$/,
  en: /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/,
};

/** `1.234,5` as `1,234.5` and the other way round; what is no number in the language stays. */
export function otherNumber(number: string, from: Language): string {
  return written[from].test(number) ? number.replace(/[.,]/g, (sign) => (sign === "." ? "," : ".")) : number;
}
