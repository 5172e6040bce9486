import type { Chart } from "../chart/chart";
import { chartSvg } from "../chart/chartSvg";
import { type Display, displayOf } from "./display";

/** What notebooks know by this type is Vega-Lite 5. What the pictures of `par-index/chart` use is the same in 5 and 6. */
const vegaLite = { mediaType: "application/vnd.vegalite.v5+json", $schema: "https://vega.github.io/schema/vega-lite/v5.json" } as const;

/**
 * A picture as a notebook shows it (biểu đồ): the specification where Vega-Lite is known, so that it answers the mouse, and the same as
 * SVG everywhere else, in what is stored and read without a kernel, too. Needs the packages `vega` and `vega-lite`.
 *
 * **Errors:** as {@link chartSvg}.
 *
 * @example
 * ```ts
 * import { parseReports, scoreAll } from "par-index";
 * import { rankingCharts } from "par-index/chart";
 * import { loadCriteria } from "par-index/node";
 * import { chartDisplay } from "par-index/notebook";
 *
 * const tiny = loadCriteria("example/tiny");
 * const [picture] = rankingCharts(tiny, scoreAll(tiny, parseReports(tiny, [
 *   { unit: { id: "a", name: "Xã A", group: "commune" }, period: "2021", round: "selfAssessed", items: { "1.2": { done: 960, due: 1000 } } },
 * ])), { by: "1.2" });
 * Object.keys((await chartDisplay(picture!)).mime); // => ["application/vnd.vegalite.v5+json", "image/svg+xml", "text/plain"]
 * ```
 */
export async function chartDisplay(chart: Chart): Promise<Display> {
  const { title, description } = chart;
  return displayOf({
    [vegaLite.mediaType]: { ...chart, $schema: vegaLite.$schema },
    "image/svg+xml": await chartSvg(chart),
    "text/plain": [title.text, ...title.subtitle, description].join("\n"),
  });
}
