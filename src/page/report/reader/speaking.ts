import type { Language } from "../../../exact/formatNumber";
import { type PhraseBook, translate } from "../translate";

/** Switches the page's own texts between its two languages, and says which one is shown. */
export interface Speaking {
  readonly language: Language;
  speak(language: Language): void;
}

export function speakingPage(): Speaking {
  const book = readBook();
  const originals = new Map<Text, string>();
  let shown = book.from;
  return {
    get language() {
      return shown;
    },
    speak: (language) => {
      if (language === shown) return;
      shown = language;
      document.documentElement.lang = language;
      if (language === book.from) for (const [node, text] of originals) node.data = text;
      else for (const node of spokenTexts()) turn(node, book, originals);
      for (const part of document.querySelectorAll<HTMLElement>("[data-other]")) swap(part);
    },
  };
}

function readBook(): PhraseBook {
  const { from, whole, sentences } = JSON.parse(document.getElementById("book")?.textContent ?? "{}");
  return { from, whole: new Map(whole), sentences: new Map(sentences) };
}

/** The texts that are in the page's language: not names, codes, nor what holds its other words itself. */
function spokenTexts(): readonly Text[] {
  const silent = "[translate=no],[data-other],[href^='#u-'],[href^='#c-'],script,style";
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
    if (node instanceof Element) return node.matches(silent) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
    return NodeFilter.FILTER_ACCEPT;
  });
  const found: Text[] = [];
  while (walker.nextNode()) found.push(walker.currentNode as Text);
  return found;
}

function turn(node: Text, book: PhraseBook, originals: Map<Text, string>): void {
  const text = originals.get(node) ?? node.data;
  const words = text.trim();
  const other = translate(words, book);
  if (other === undefined || other === words) return;
  originals.set(node, text);
  node.data = text.replace(words, () => other);
}

function swap(part: HTMLElement): void {
  const text = part.textContent ?? "";
  part.textContent = part.dataset.other ?? "";
  part.dataset.other = text;
}
