import type { Bilingual, Language } from "../../exact/formatNumber";
import { formatNumber } from "../../exact/formatNumber";
import { type Words, wordsIn } from "../../issue/fields";
import { signedNumber } from "../../report/yearWords";
import { otherLanguage, type Phrases, phrasesFrom } from "./phrases";

/** Text that is markup: what it holds of data was escaped. Only this file makes it. */
export interface Markup {
  readonly html: string;
}

type Attributes = Readonly<Record<string, string | number | true | undefined>>;

/** An element. Children are markup already, so that nothing that a file holds can become a tag. */
export function tag(name: string, attributes: Attributes, ...children: readonly (Markup | undefined)[]): Markup {
  const inside = children.map((child) => child?.html ?? "").join("");
  return { html: `<${name}${written(attributes)}>${inside}${endless.has(name) ? "" : `</${name}>`}` };
}

/** These are empty, or end where the next one begins, which spares a tenth of the page. */
const endless = new Set(["td", "th", "tr", "li", "dt", "dd", "thead", "tbody", "meta", "img"]);

export function joined(parts: readonly Markup[], between = ""): Markup {
  return { html: parts.map(({ html }) => html).join(between) };
}

export const lineBreak: Markup = { html: "<br>" };

/** Text that is the same in every language, such as a name or a code. Put it where `translate="no"` holds. */
export function plain(text: string): Markup {
  return { html: escaped(text) };
}

/** A style or script of our own, as it stands. */
export function verbatim(source: string): Markup {
  return { html: source };
}

/** How the page's texts are written: in its language, each noted for the other. A text stands alone between tags, blanks aside. */
export interface Writing {
  readonly language: Language;
  readonly phrases: Phrases;
  say(words: Words): Markup;
  /** A number for people, from exact text. */
  number(exact: string): Markup;
  /** A difference with its sign. */
  change(exact: string): Markup;
}

export function writingIn(language: Language): Writing {
  const phrases = phrasesFrom(language);
  const say = (words: Words): Markup => {
    const both = { vi: words.vi, en: wordsIn(words, "en") };
    const text = escaped(both[language]);
    return { html: phrases.note(both) ? text : `<span data-other="${escaped(both[otherLanguage(language)])}">${text}</span>` };
  };
  return {
    language,
    phrases,
    say,
    number: (exact) => say(inBoth((one) => formatNumber(exact, one))),
    change: (exact) => say(inBoth((one) => signedNumber(exact, one).replace("-", "−"))),
  };
}

export function inBoth(words: (language: Language) => string): Bilingual {
  return { vi: words("vi"), en: words("en") };
}

function written(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => (value === undefined ? "" : value === true ? ` ${name}` : ` ${name}=${quoted(String(value))}`))
    .join("");
}

function quoted(value: string): string {
  return /^[\w.#-]+$/.test(value) ? value : `"${escaped(value)}"`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
