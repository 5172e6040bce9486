import type { TopLevelSpec } from "vega-lite";
import type { Chart } from "./chart";

/**
 * A picture as SVG (ảnh vector), drawn without a browser by Vega; needs the packages `vega` and `vega-lite`. The same picture gives
 * the same text. Nothing is loaded from anywhere: a picture has its data with it.
 *
 * **Errors:** rejects with Vega's own error for what is no specification.
 *
 * @example
 * ```ts
 * import { parseReports, scoreAll } from "par-index";
 * import { chartSvg, rankingCharts } from "par-index/chart";
 * import { loadCriteria } from "par-index/node";
 *
 * const tiny = loadCriteria("example/tiny");
 * const [picture] = rankingCharts(tiny, scoreAll(tiny, parseReports(tiny, [
 *   { unit: { id: "a", name: "Xã A", group: "commune" }, period: "2021", round: "selfAssessed", items: { "1.2": { done: 960, due: 1000 } } },
 * ])), { by: "1.2" });
 * (await chartSvg(picture!)).includes("1. Xã A"); // => true
 * ```
 */
export async function chartSvg(chart: Chart): Promise<string> {
  const [vega, { compile }] = await Promise.all([import("vega"), import("vega-lite")]);
  // Else pictures would be numbered through, and the second differ from the first.
  resetNumbers(vega);
  const { spec } = compile(chart as unknown as TopLevelSpec);
  const view = new vega.View(vega.parse(spec), { renderer: "none", loader: noLoader });
  try {
    return await view.toSVG();
  } finally {
    view.finalize();
  }
}

const refuse = () => Promise.reject(new Error("a picture has its data with it; nothing is loaded"));

const noLoader = { load: refuse, sanitize: refuse, http: refuse, file: refuse, options: {} };

/** What Vega's types leave out. */
function resetNumbers(vega: object): void {
  (vega as { readonly resetSVGClipId?: () => void }).resetSVGClipId?.();
}
