import type { Chart } from "../chart/chart";
import type { Bilingual } from "../exact/formatNumber";
import { UsageError } from "./context";
import { save } from "./record";

/** A picture that was saved. */
export interface SavedChart {
  readonly file: string;
  readonly title: string;
  readonly subtitle: readonly string[];
}

/** Refuses a name that does not say whether a picture is drawn or specified. */
export function requirePictureFile(out: string): void {
  if (/\.(svg|json)$/.test(out)) return;
  throw new UsageError({
    vi: `--out ${out}: tên tệp phải kết thúc bằng .svg (ảnh) hoặc .json (đặc tả Vega-Lite).`,
    en: `--out ${out}: the name must end in .svg (a picture) or .json (a Vega-Lite specification).`,
  });
}

/** Saves each picture, drawn or as its specification: `a.svg` of one; `a-1.svg`, `a-2.svg` of several. */
export async function saveCharts(charts: readonly Chart[], out: string): Promise<readonly SavedChart[]> {
  const saved: SavedChart[] = [];
  for (const [place, chart] of charts.entries()) {
    const file = charts.length === 1 ? out : out.replace(/(?=\.\w+$)/, `-${place + 1}`);
    save(file, file.endsWith(".svg") ? await drawn(chart) : `${JSON.stringify(chart, null, 2)}\n`);
    saved.push({ file, title: chart.title.text, subtitle: chart.title.subtitle });
  }
  return saved;
}

export function savedLine({ file, title }: SavedChart): Bilingual {
  return { vi: `Đã lưu “${title}”: ${file}`, en: `Saved “${title}”: ${file}` };
}

/** Vega draws, where it is installed. */
async function drawn(chart: Chart): Promise<string> {
  const { chartSvg } = await import("../chart");
  try {
    return await chartSvg(chart);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ERR_MODULE_NOT_FOUND")) throw error;
    throw new UsageError({
      vi: "Cần cài hai gói vega và vega-lite để vẽ ảnh (npm install vega vega-lite), hoặc lưu đặc tả: --out TỆP.json.",
      en: "Drawing needs the packages vega and vega-lite (npm install vega vega-lite); or save the specification: --out FILE.json.",
    });
  }
}
