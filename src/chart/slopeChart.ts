import type { CriteriaSet } from "../criteria/criteriaSet";
import { fromDecimal } from "../exact/decimal";
import { formatNumber, type Language } from "../exact/formatNumber";
import { compare } from "../exact/ratio";
import { attempt, type Result } from "../issue/result";
import { type RankOptions, rank } from "../rank/rank";
import type { Score } from "../score/score";
import { type Chart, type ChartOptions, type ChartRow, chart, colours } from "./chart";
import { valueTitle, whatTitle } from "./chartWords";

/** One side of a picture of change: what it is called, and the scores of the set that they were made by. */
export interface ChartSide {
  readonly title: string;
  readonly criteria: CriteriaSet;
  readonly scores: readonly Score[];
}

/**
 * Who went up and who went down (biểu đồ thay đổi thứ tự): a line for each unit that has a value on both sides, from its place among
 * these before to its place now, with its rank and what is published; those whose value fell dashed. Two years, two rounds; the sets may differ, and the subtitle is that of the later. Whether two
 * years may be compared at all, `compareYears` says.
 *
 * **Errors:** as `rank`.
 *
 * @example
 * ```ts
 * import { parseReports, scoreAll } from "par-index";
 * import { slopeChart } from "par-index/chart";
 * import { loadCriteria } from "par-index/node";
 *
 * const tiny = loadCriteria("example/tiny");
 * const scored = (round: string, done: number) => scoreAll(tiny, parseReports(tiny, [
 *   { unit: { id: "a", name: "Xã A", group: "commune" }, period: "2021", round, items: { "1.2": { done, due: 1000 } } },
 * ]));
 * const side = (title: string, round: string, done: number) => ({ title, criteria: tiny, scores: scored(round, done) });
 * const { data } = slopeChart(side("Tự chấm", "selfAssessed", 1000), side("Thẩm định", "appraised", 970), { by: "1.2" });
 * data.values.map(({ side, label }) => [side, label]); // => [["Tự chấm", "1. 100,00"], ["Thẩm định", "1. Xã A  97,00"]]
 * ```
 */
export function slopeChart(before: ChartSide, after: ChartSide, options: ChartOptions & RankOptions = {}): Chart {
  const { lang = "vi", by } = options;
  const both = onBothSides(before, after, by);
  const rows = both.flatMap((unit) => rowsOf(unit, [before.title, after.title], lang));
  const what = whatTitle(after.criteria, by ?? "total");
  return chart(after.criteria.file, lang, {
    title: {
      vi: `Thay đổi của ${what.vi}: ${before.title} → ${after.title}`,
      en: `Change of ${what.en}: ${before.title} → ${after.title}`,
    },
    subtitle: {
      vi: `${both.length} đơn vị có giá trị ở cả hai bên; nét đứt: giảm`,
      en: `${both.length} units with a value on both sides; dashed: down`,
    },
    description: {
      vi: `Mỗi đơn vị một đường, từ ${before.title} đến ${after.title}.`,
      en: `A line for each unit from ${before.title} to ${after.title}.`,
    },
    rows,
    view: view(after, both.length, lang),
  });
}

/** {@link slopeChart} that answers a {@link Result} and never throws. */
export function safeSlopeChart(before: ChartSide, after: ChartSide, options: ChartOptions & RankOptions = {}): Result<Chart> {
  return attempt(() => slopeChart(before, after, options));
}

interface Value {
  readonly rank: number | null;
  /** The ranks between which it stands, where that is not decided. */
  readonly between: readonly [number, number] | undefined;
  readonly order: number;
  readonly published: string;
}

interface Both {
  readonly name: string;
  readonly was: Value;
  readonly now: Value;
}

/** The units that have a value on both sides, each with its place among them. */
function onBothSides(before: ChartSide, after: ChartSide, by: string | undefined): readonly Both[] {
  const [earlier, later] = [placesOf(before, by), placesOf(after, by)];
  const earlierBoth = earlier.filter(({ unit }) => later.some((other) => other.unit.id === unit.id));
  const laterBoth = later.filter(({ unit }) => earlier.some((other) => other.unit.id === unit.id));
  const order = new Map(earlierBoth.map((place, at) => [place.unit.id, { ...place, at }]));
  return laterBoth.flatMap(({ unit, ...now }, at) => {
    const was = order.get(unit.id);
    return was === undefined ? [] : [{ name: unit.name, was: { ...was, order: was.at }, now: { ...now, order: at } }];
  });
}

function placesOf({ criteria, scores }: ChartSide, by: string | undefined) {
  const { groups } = rank(criteria, scores, { ...(by === undefined ? {} : { by }), within: "all" });
  return groups.flatMap(({ places }) =>
    places.flatMap(({ unit, rank, between, published }) => (published === null ? [] : [{ unit, rank, between, published }])),
  );
}

function changeOf(was: string, now: string): "up" | "down" | "same" {
  const order = compare(fromDecimal(now), fromDecimal(was));
  return order > 0 ? "up" : order < 0 ? "down" : "same";
}

/** Both sides of a unit; `order` is its place from above, ties next to each other. */
function rowsOf({ name, was, now }: Both, sides: readonly [string, string], lang: Language): readonly ChartRow[] {
  const change = changeOf(was.published, now.published);
  return [was, now].map(({ rank, between, order, published }, side) => {
    const place = `${rank ?? between?.join("–") ?? "–"}. ${side === 0 ? "" : `${name}  `}${formatNumber(published, lang)}`;
    return {
      unit: name,
      side: sides[side] ?? "",
      sideOrder: side,
      order,
      rank,
      published: formatNumber(published, lang),
      label: place,
      change,
    };
  });
}

function view({ criteria }: ChartSide, units: number, lang: Language) {
  const words = (vi: string, en: string) => (lang === "vi" ? vi : en);
  const changes = ["up", "same", "down"];
  const label = (side: number, align: string, dx: number) => ({
    transform: [{ filter: `datum.sideOrder === ${side}` }],
    mark: { type: "text", align, dx, fontSize: 12, color: colours.ink },
    encoding: { text: { field: "label" } },
  });
  return {
    width: 240,
    height: 20 * units,
    encoding: {
      x: {
        field: "side",
        type: "nominal",
        sort: { field: "sideOrder" },
        scale: { type: "point", padding: 0.1 },
        axis: { title: null, labelAngle: 0, orient: "top", ticks: false, domain: false },
      },
      y: { field: "order", type: "quantitative", scale: { reverse: true, zero: false, nice: false, padding: 8 }, axis: null },
      tooltip: [
        { field: "unit", title: words("Đơn vị", "Unit") },
        { field: "side", title: words("Bên", "Side") },
        { field: "rank", title: words("Hạng", "Rank") },
        { field: "published", title: valueTitle(criteria)[lang] },
      ],
    },
    layer: [
      {
        mark: { type: "line", point: { filled: true, size: 40 }, strokeWidth: 1.5 },
        encoding: {
          detail: { field: "unit" },
          color: {
            field: "change",
            type: "nominal",
            scale: { domain: changes, range: [colours.accent, colours.quiet, colours.down] },
            legend: null,
          },
          strokeDash: {
            field: "change",
            type: "nominal",
            scale: {
              domain: changes,
              range: [
                [1, 0],
                [1, 0],
                [5, 3],
              ],
            },
            legend: null,
          },
        },
      },
      label(0, "right", -8),
      label(1, "left", 8),
    ],
  };
}
