import { element } from "../../element";
import { foldText } from "./foldText";

/** Something on the page that can be found: its name, and where it is. */
interface Findable {
  readonly name: string;
  readonly folded: string;
  readonly address: string;
}

/** As many as fit under the field of a phone. */
const mostShown = 12;

/** What a search finds, units before criteria. The page is read anew, since it may have changed its language. */
export function findOnPage(wanted: string): { readonly count: number; readonly links: readonly HTMLElement[] } {
  const words = foldText(wanted)
    .split(" ")
    .filter((word) => word !== "");
  if (words.length === 0) return { count: 0, links: [] };
  const found = findables().filter(({ folded }) => words.every((word) => folded.includes(word)));
  const links = found
    .slice(0, mostShown)
    .map(({ name, address }) => element("li", {}, element("a", { href: `#${address}`, translate: "no" }, name)));
  return { count: found.length, links };
}

function findables(): readonly Findable[] {
  const named = [...document.querySelectorAll<HTMLElement>(".unit > h3, #criteria > section > :is(h3, h4)")];
  return named.flatMap((heading) => {
    const address = heading.parentElement?.id ?? "";
    const parts = [...heading.querySelectorAll(".code, .title")].map(({ textContent }) => textContent);
    const name = parts.length === 0 ? (heading.textContent ?? "") : parts.join(" ");
    return [{ name, address, folded: foldText(name) }];
  });
}
