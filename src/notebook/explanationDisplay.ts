import { fold } from "../criteria/tree";
import { joined, type Markup, plain, tag } from "../page/report/markup";
import { type Explanation, formatExplanation } from "../report/explain";
import { type Display, displayOf } from "./display";

/**
 * An explanation as prose (diễn giải): what a node came to, the steps that led there, the basis of its rule, and its parts below it;
 * of points, by `explain`, or of a grade, by `explainGrade`. It speaks the language that it was made in.
 *
 * @example
 * ```ts
 * import { explain, parseEvidence, scoreUnit } from "par-index";
 * import { loadCriteria } from "par-index/node";
 * import { explanationDisplay } from "par-index/notebook";
 *
 * const tiny = loadCriteria("example/tiny");
 * const score = scoreUnit(tiny, parseEvidence(tiny, {
 *   unit: { id: "a", name: "Xã A", group: "commune" }, period: "2021", round: "selfAssessed", items: { "1.2": { done: 955, due: 1000 } },
 * }));
 * const { mime } = explanationDisplay(explain(tiny, score, "1.2", "vi"));
 * mime["text/plain"].split("\n")[3]; // => "  4 × 955 ÷ 1.000 = 3,82"
 * ```
 */
export function explanationDisplay(explanation: Explanation): Display {
  const html = fold<Explanation, Markup>(explanation, ({ heading, steps, basis }, parts) =>
    joined([
      tag("p", {}, tag("strong", {}, plain(heading))),
      list(steps.map(plain)),
      ...basis.map((line) => tag("p", {}, tag("small", {}, plain(line)))),
      list(parts),
    ]),
  );
  return displayOf({ "text/html": tag("div", {}, html).html, "text/plain": formatExplanation(explanation) });
}

function list(items: readonly Markup[]): Markup {
  return items.length === 0 ? plain("") : tag("ul", {}, ...items.map((item) => tag("li", {}, item)));
}
