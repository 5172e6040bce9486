import { type CriteriaNode, treeOf } from "../../criteria/criteriaSet";
import { fromDecimal } from "../../exact/decimal";
import { compare, type Ratio } from "../../exact/ratio";
import { wordsIn } from "../../issue/fields";
import { publishedValue } from "../../rank/standing";
import { type Summary, summarize } from "../../rank/summarize";
import { hasPoints, incompleteLeaves, nodeScore } from "../../score/nodeScore";
import type { Score } from "../../score/score";
import { type Markup, plain, tag } from "./markup";
import { pageWords } from "./pageWords";
import { groupName, headRow, unitLink } from "./pieces";
import type { ReportView, UnitView } from "./reportView";

/** Units by areas: what the set publishes of every area, points or index, and what lies below the group's mean. */
export function areasSection(view: ReportView): Markup {
  const { criteria, writing, groups } = view;
  return tag(
    "section",
    { id: "areas" },
    tag("h2", {}, writing.say(pageWords.areas)),
    ...groups.map((group, index) => {
      const areas = treeOf(criteria, group.group ?? undefined).root.children ?? [];
      const means = new Map(
        areas.map(({ code }) => [code, summarize(criteria, group.members, { by: code, within: "group" })[0]?.mean ?? null]),
      );
      return tag(
        "div",
        { class: "scroll", tabindex: 0, role: "region", "aria-labelledby": `areas-${index}` },
        tag(
          "table",
          { class: "sortable areas" },
          tag("caption", { id: `areas-${index}` }, writing.say(groupName(view, group.group))),
          headRow([writing.say(pageWords.unit)], ...areas.map((area) => [areaHeading(view, area), "n"] as const)),
          tag("tbody", {}, ...unitsOf(view, group.members).map((unit) => areaRow(view, unit, areas, means))),
          tag("tfoot", {}, meanRow(view, areas, means)),
        ),
      );
    }),
    tag("p", { class: "soft" }, writing.say(pageWords.belowMean)),
  );
}

type Mean = Summary["mean"];

/** In the order of the ranking. */
function unitsOf({ units }: ReportView, members: readonly Score[]): readonly UnitView[] {
  return units.filter(({ score }) => members.includes(score));
}

function areaHeading({ writing }: ReportView, { code, title }: CriteriaNode): Markup {
  return tag(
    "span",
    {},
    tag("b", { translate: "no" }, plain(code)),
    plain(" "),
    tag("small", {}, writing.say({ vi: title.vi, en: wordsIn(title, "en") })),
  );
}

function areaRow(view: ReportView, unit: UnitView, areas: readonly CriteriaNode[], means: ReadonlyMap<string, Mean>): Markup {
  return tag(
    "tr",
    {},
    tag("th", {}, unitLink(unit)),
    ...areas.map(({ code }) => areaCell(view, unit.score, code, means.get(code) ?? null)),
  );
}

function areaCell({ criteria, writing }: ReportView, score: Score, code: string, mean: Mean): Markup {
  const value = areaValue({ criteria }, score, code);
  if (value === null) return tag("td", { class: "n" }, plain("–"));
  const isBelow = mean !== null && compare(fromDecimal(value.published), fromDecimal(mean.published)) < 0;
  return tag("td", { class: isBelow ? "n low" : "n" }, writing.number(value.published));
}

/** What the set publishes of an area; `null` where leaves are missing, or nothing counts. */
export function areaValue(
  { criteria }: Pick<ReportView, "criteria">,
  score: Score,
  code: string,
): { readonly exact: Ratio; readonly published: string } | null {
  const node = nodeScore(score, code);
  return node === undefined || !hasPoints(node) || incompleteLeaves(node) > 0 ? null : publishedValue(criteria, node);
}

function meanRow({ writing }: ReportView, areas: readonly CriteriaNode[], means: ReadonlyMap<string, Mean>): Markup {
  const cells = areas.map(({ code }) => {
    const mean = means.get(code) ?? null;
    return tag("td", { class: "n" }, mean === null ? plain("–") : writing.number(mean.published));
  });
  return tag("tr", {}, tag("th", {}, writing.say(pageWords.mean)), ...cells);
}
