import type { CriteriaFile } from "../criteria/criteriaFile";
import type { Bilingual, Language } from "../exact/formatNumber";
import { wordsIn } from "../issue/fields";
import { noticeWords } from "../report/noticeWords";

/**
 * A picture as a Vega-Lite specification (biểu đồ): plain data, which notebooks and web pages draw by themselves. Every row has
 * the numbers that are plotted beside their exact or published text; what is plotted is for looking at and enters no score.
 */
export interface Chart {
  readonly $schema: string;
  readonly title: { readonly text: string; readonly subtitle: readonly string[] };
  /** What the picture shows, in one sentence, for whoever does not see it. */
  readonly description: string;
  readonly data: { readonly values: readonly ChartRow[] };
  readonly [key: string]: unknown;
}

/** One row behind a picture. */
export type ChartRow = Readonly<Record<string, string | number | null>>;

/** In which language a picture speaks; Vietnamese unless given. */
export interface ChartOptions {
  readonly lang?: Language | undefined;
}

/** What a picture is of, before it is framed. */
interface Content {
  readonly title: Bilingual;
  readonly subtitle: Bilingual;
  readonly description: Bilingual;
  readonly rows: readonly ChartRow[];
  readonly view: Readonly<Record<string, unknown>>;
}

const schema = "https://vega.github.io/schema/vega-lite/v6.json";

/**
 * Colours that people with any sort of colour vision tell apart (Okabe and Ito, *Color Universal Design*, 2008), chosen so that they
 * differ in lightness, too: in print without colour the accent is darker than what it stands out from.
 */
export const colours = { ink: "#222222", quiet: "#8a8a8a", line: "#c9c9c9", accent: "#0072B2", up: "#56B4E9", down: "#D55E00" } as const;

/** A specification in the one style of all pictures, which says whose set it is of and how sure that is. */
export function chart(file: Pick<CriteriaFile, "title" | "notice" | "status">, lang: Language, content: Content): Chart {
  const notice = noticeWords(file);
  return {
    $schema: schema,
    title: {
      text: content.title[lang],
      subtitle: [content.subtitle[lang], wordsIn(file.title, lang), ...(notice === undefined ? [] : [wordsIn(notice, lang)])].flatMap(
        inLines,
      ),
    },
    description: content.description[lang],
    data: { values: content.rows },
    ...content.view,
    config: configOf(lang),
  };
}

/** A picture is as wide as its longest line, so lines end where a reader's would. */
const lineLength = 84;

function inLines(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < lineLength) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function configOf(lang: Language) {
  const [decimal, thousands] = lang === "vi" ? [",", "."] : [".", ","];
  return {
    background: "white",
    font: "'Segoe UI', 'Noto Sans', 'Liberation Sans', Arial, sans-serif",
    locale: { number: { decimal, thousands, grouping: [3], currency: ["", ""] } },
    title: {
      anchor: "start",
      fontSize: 16,
      subtitleFontSize: 12,
      subtitleColor: colours.ink,
      subtitlePadding: 4,
      offset: 16,
      frame: "group",
    },
    axis: {
      labelFontSize: 12,
      titleFontSize: 12,
      titleFontWeight: "normal",
      grid: false,
      domainColor: colours.line,
      tickColor: colours.line,
      labelLimit: 480,
    },
    legend: { labelFontSize: 12, titleFontSize: 12, titleFontWeight: "normal", orient: "top", labelLimit: 320 },
    view: { stroke: null },
  };
}

/** The number at which something published is drawn. */
export function drawnAt(published: string): number {
  return Number(published);
}
