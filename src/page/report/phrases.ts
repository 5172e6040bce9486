import type { Bilingual, Language } from "../../exact/formatNumber";
import { numbersIn, otherNumber, type PhraseBook, translate, withoutNumbers } from "./translate";

/** The phrase book of a page while the page is written. */
export interface Phrases {
  readonly book: PhraseBook;
  /** Notes a text; false where the page already holds the same text with other words for it, which a book cannot tell apart. */
  note(words: Bilingual): boolean;
}

/** An empty phrase book from a language to the other. Every text that was noted translates to exactly its own words. */
export function phrasesFrom(from: Language): Phrases {
  const to = otherLanguage(from);
  const whole = new Map<string, string>();
  const sentences = new Map<string, string>();
  const noted = new Map<string, string>();
  const book = { from, whole, sentences };
  const add = (text: string, other: string) => {
    const sentence = withoutNumbers(text);
    if (!sentences.has(sentence) && numbersAgree(text, other, from)) sentences.set(sentence, withoutNumbers(other));
    if (translate(text, book) !== other) whole.set(text, other);
  };
  return {
    book,
    note: (words) => {
      const [text, other] = [words[from], words[to]];
      const before = noted.get(text);
      if (before !== undefined) return before === other;
      noted.set(text, other);
      add(text, other);
      return true;
    },
  };
}

export function otherLanguage(language: Language): Language {
  return language === "vi" ? "en" : "vi";
}

/** True where both texts have the same numbers in the same order, so that one sentence serves for all of its kind. */
function numbersAgree(text: string, other: string, from: Language): boolean {
  const [numbers, others] = [numbersIn(text), numbersIn(other)];
  const plain = !text.includes("#") && !other.includes("#");
  return plain && numbers.length === others.length && numbers.every((number, index) => otherNumber(number, from) === others[index]);
}
