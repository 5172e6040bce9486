import type { Chart } from "../chart/chart";
import { chartSvg } from "../chart/chartSvg";
import { plain, tag } from "../page/report/markup";
import { type Display, displayOf } from "./display";

/** What notebooks know by this type is Vega-Lite 5. What the pictures of `par-index/chart` use is the same in 5 and 6. */
const vegaLite = { mediaType: "application/vnd.vegalite.v5+json", $schema: "https://vega.github.io/schema/vega-lite/v5.json" } as const;

/**
 * A picture as a notebook shows it (biểu đồ): the specification where Vega-Lite is known, so that it answers the mouse, and everywhere else
 * an image with the picture's description, which is seen without a kernel, too. Needs the packages `vega` and `vega-lite`.
 *
 * **Errors:** as `chartSvg`.
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
 * Object.keys((await chartDisplay(picture!)).mime); // => ["application/vnd.vegalite.v5+json", "text/html", "text/plain"]
 * ```
 */
export async function chartDisplay(chart: Chart): Promise<Display> {
  const { title, description } = chart;
  return displayOf({
    [vegaLite.mediaType]: { ...chart, $schema: vegaLite.$schema },
    "text/html": tag("p", {}, image(await chartSvg(chart), `${title.text}. ${description}`)).html,
    "text/plain": [title.text, ...title.subtitle, description].join("\n"),
  });
}

/** An image that holds its picture: drawings that stand in a page by themselves are taken apart where pages are cleaned. */
function image(svg: string, alt: string) {
  const bytes = [...new TextEncoder().encode(svg)];
  const binary = bytes.map((byte) => String.fromCharCode(byte)).join("");
  return tag("img", { src: `data:image/svg+xml;base64,${btoa(binary)}`, alt, style: "max-width:100%" }, plain(""));
}
