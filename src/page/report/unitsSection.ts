import { type CriteriaNode, treeOf } from "../../criteria/criteriaSet";
import { exactText, fromExactText } from "../../exact/decimal";
import { formatNumber } from "../../exact/formatNumber";
import { compare, isZero, type Ratio, subtract, sum, zero } from "../../exact/ratio";
import { round } from "../../exact/rounding";
import { wordsIn } from "../../issue/fields";
import { totalCode } from "../../issue/issue";
import { summarize } from "../../rank/summarize";
import type { NodeRounds, RoundChange } from "../../report/compareRounds";
import type { YearChange } from "../../report/compareYears";
import { roundTitle } from "../../report/explain";
import { explainGrade } from "../../report/explainGrade";
import { formatRefusal } from "../../report/formatYears";
import { placeRemark } from "../../report/placeRemark";
import { nodeScore } from "../../score/nodeScore";
import { inBoth, joined, lineBreak, type Markup, plain, tag } from "./markup";
import { movedWords } from "./overview";
import { pageWords } from "./pageWords";
import { bar, earnedPercent, headRow, nodeIn, nodeName, percentOf, titled, unitAnchor } from "./pieces";
import { pointsLost } from "./pointsLost";
import { gradeWordsOf, placeValue } from "./rankingSection";
import type { ReportView, UnitView } from "./reportView";

/** What a page of a unit tells in full; all else is one click away. */
const fewLines = 5;
const fewChanges = 3;

/** A page for each unit: where it stands, its areas, where it lost points, and what rounds and years changed. */
export function unitsSection(view: ReportView): Markup {
  const { writing, units } = view;
  const means = areaMeans(view);
  return tag(
    "section",
    { id: "units" },
    tag("h2", {}, writing.say(pageWords.units)),
    tag("p", { class: "soft" }, writing.say(pageWords.barMark)),
    ...units.map((unit) => unitPage(view, unit, means)),
  );
}

function unitPage(view: ReportView, unit: UnitView, means: AreaMeans): Markup {
  const { writing } = view;
  return tag(
    "section",
    { class: "unit", id: unitAnchor(unit.number) },
    tag("h3", { translate: "no", tabindex: -1 }, plain(unit.score.unit.name)),
    standing(view, unit),
    areaTable(view, unit, means),
    titled("h4", writing.say(pageWords.mostLost), lostList(view, unit)),
    titled("h4", writing.say(pageWords.roundsDiffer), roundsList(view, unit)),
    titled("h4", writing.say(pageWords.yearsDiffer), yearsList(view, unit)),
    titled("h4", writing.say(pageWords.why), gradeSteps(view, unit)),
    tag("h4", {}, writing.say(pageWords.everyLeaf)),
    tag("div", { class: "every" }, tag("p", {}, tag("a", { href: "#criteria" }, writing.say(pageWords.seeCriteria)))),
  );
}

/** Value, rank among how many, grade, change since the earlier year. */
function standing(view: ReportView, unit: UnitView): Markup {
  const { criteria, writing, ranking, gradeOf } = view;
  const of = ranking.groups.find(({ places }) => places.some((place) => place.unit.id === unit.score.unit.id))?.places.length ?? 0;
  const { place } = unit;
  const remark = place === undefined ? { vi: "", en: "" } : placeRemark(criteria, place);
  const rank = place?.rank == null ? [] : [{ vi: `Hạng ${place.rank}/${of}`, en: `Rank ${place.rank}/${of}` }];
  const change = unit.years.get(totalCode)?.published ?? null;
  return tag(
    "p",
    { class: "standing" },
    tag("b", { class: "value" }, placeValue(view, place)),
    ...[...rank, ...(remark.vi === "" ? [] : [remark])].map((words) => tag("span", {}, writing.say(words))),
    ...(gradeOf === undefined ? [] : [tag("span", {}, gradeWordsOf(view, unit))]),
    ...(change === null ? [] : [tag("span", {}, movedWords(view, unit, change))]),
  );
}

/** The mean points of each area by group and code. */
type AreaMeans = ReadonlyMap<string, ReadonlyMap<string, Ratio>>;

function areaMeans({ criteria, groups }: ReportView): AreaMeans {
  return new Map(
    groups.map(({ group, members }) => {
      const areas = treeOf(criteria, group ?? undefined).root.children ?? [];
      const means = areas.flatMap(({ code }) => {
        const mean = summarize(criteria, members, { by: code, within: "group" })[0]?.mean;
        return mean == null ? [] : [[code, fromExactText(mean.exact)] as const];
      });
      return [group ?? "", new Map(means)];
    }),
  );
}

function areaTable(view: ReportView, unit: UnitView, means: AreaMeans): Markup {
  const { criteria, writing } = view;
  const { root } = treeOf(criteria, unit.score.unit.group);
  const own = means.get(unit.score.unit.group) ?? new Map<string, Ratio>();
  const isCompared = unit.years.size > 0;
  return tag(
    "table",
    { class: "profile" },
    headRow(
      [writing.say(pageWords.area)],
      [writing.say(pageWords.points), "n"],
      [writing.say(pageWords.maximum), "n"],
      [writing.say(pageWords.profile), "w"],
      ...(isCompared && view.earlier !== undefined
        ? [[writing.say({ vi: `So với ${view.earlier.period}`, en: `Since ${view.earlier.period}` }), "n"] as const]
        : []),
    ),
    tag("tbody", {}, ...(root.children ?? []).map((area) => areaRow(view, unit, area, own.get(area.code), isCompared))),
  );
}

function areaRow(view: ReportView, unit: UnitView, area: CriteriaNode, mean: Ratio | undefined, isCompared: boolean): Markup {
  const { criteria, writing } = view;
  const node = nodeScore(unit.score, area.code);
  const percent = earnedPercent(node);
  const isIndex = criteria.file.policies.published.value === "index";
  const mark = mean === undefined ? undefined : isIndex ? round(mean, { places: 1, mode: "halfUp" }) : percentOf(mean, area.maxPoints);
  const change = unit.years.get(area.code)?.published ?? null;
  return tag(
    "tr",
    {},
    tag("th", {}, nodeName(view, area)),
    tag("td", { class: "n" }, node === undefined || percent === undefined ? plain("–") : writing.number(node.published)),
    tag("td", { class: "n" }, writing.number(node?.countedMax ?? area.node.maxPoints)),
    tag("td", { class: "w" }, percent === undefined ? undefined : bar(percent, mark)),
    ...(isCompared ? [tag("td", { class: "n" }, change === null ? plain("–") : writing.change(change))] : []),
  );
}

function lostList(view: ReportView, { score }: UnitView): Markup {
  const { criteria, writing } = view;
  const losses = pointsLost(criteria, score).slice(0, fewLines);
  if (losses.length === 0) return tag("p", {}, writing.say(pageWords.nothingLost));
  return tag(
    "ol",
    { class: "lost" },
    ...losses.map(({ leaf, published }) => {
      const words = inBoth((language) => {
        const [less, most] = [formatNumber(published, language), formatNumber(leaf.countedMax, language)];
        return { vi: `mất ${less} trong ${most} điểm`, en: `${less} of ${most} points lost` }[language];
      });
      return tag("li", {}, nodeName(view, nodeIn(view, score.unit.group, leaf.code)), plain(" "), tag("b", {}, writing.say(words)));
    }),
  );
}

/** The leaves that rounds changed most, with who changed them and why. */
function roundsList(view: ReportView, { score, rounds }: UnitView): Markup {
  const changed = [...rounds.values()]
    .filter(({ children }) => children.length === 0)
    .map((node) => ({ node, moved: movedBy(node) }))
    .filter(({ moved }) => !isZero(moved))
    .sort((a, b) => compare(b.moved, a.moved))
    .slice(0, fewChanges);
  if (changed.length === 0) return plain("");
  return tag(
    "ul",
    {},
    ...changed.map(({ node: { code, changes } }) =>
      tag(
        "li",
        {},
        nodeName(view, nodeIn(view, score.unit.group, code)),
        ...changes.flatMap((change) => [lineBreak, tag("small", {}, view.writing.say(roundWords(view, change)))]),
      ),
    ),
  );
}

/** How far a node moved in the end; what was blank before has not moved. */
function movedBy({ changes }: NodeRounds): Ratio {
  const moved = sum(changes.map(({ difference }) => fromExactText(difference ?? "0")));
  return compare(moved, zero) < 0 ? subtract(zero, moved) : moved;
}

/** `tự đánh giá → thẩm định: 1,00 → 0,50, Sở Tài chính; lý do` */
function roundWords({ criteria }: ReportView, { from, to, before, after, appraiser, reason }: RoundChange) {
  const agency = criteria.file.appraisers?.find(({ id }) => id === appraiser)?.title;
  return inBoth((language) => {
    const shown = (points: string | null) => (points === null ? "–" : formatNumber(points, language));
    const head = `${roundTitle(criteria, from, language)} → ${roundTitle(criteria, to, language)}: ${shown(before)} → ${shown(after)}`;
    return [head, ...(agency === undefined ? [] : [wordsIn(agency, language)]), ...(reason === undefined ? [] : [reason])].join("; ");
  });
}

/** The leaves that changed most since the earlier year; why the whole is not compared, where it is not. */
function yearsList(view: ReportView, { score, years }: UnitView): Markup {
  const { writing } = view;
  const [total] = years.get(totalCode)?.refused ?? [];
  const changed = [...years.values()]
    .filter(({ children, difference }) => children.length === 0 && difference !== null && compare(fromExactText(difference), zero) !== 0)
    .sort((a, b) => compare(sizeOf(b), sizeOf(a)))
    .slice(0, fewChanges);
  const refusal =
    total === undefined
      ? []
      : [
          tag(
            "p",
            { class: "soft" },
            writing.say(inBoth((language) => `${pageWords.notComparable[language]}: ${formatRefusal(total, language)}`)),
          ),
        ];
  return joined([
    ...refusal,
    ...(changed.length === 0 ? [] : [tag("ul", {}, ...changed.map((change) => yearLine(view, score.unit.group, change)))]),
  ]);
}

function sizeOf({ difference }: YearChange): Ratio {
  return fromExactText((difference ?? "0").replace("-", ""));
}

function yearLine(view: ReportView, group: string, { code, before, after, published }: YearChange): Markup {
  const { writing } = view;
  const points = inBoth((language) => [before, after].map((one) => formatNumber(one ?? "–", language)).join(" → "));
  return tag(
    "li",
    {},
    nodeName(view, nodeIn(view, group, code)),
    plain(" "),
    tag("b", { class: "n" }, writing.change(published ?? exactText(zero))),
    plain(" "),
    tag("small", {}, writing.say(points)),
  );
}

function gradeSteps({ criteria, gradeOf, writing }: ReportView, { score }: UnitView): Markup {
  const graded = gradeOf?.(score);
  if (graded === undefined) return plain("");
  const [vi, en] = [explainGrade(criteria, graded, "vi").steps, explainGrade(criteria, graded, "en").steps];
  return tag("ul", {}, ...vi.map((line, index) => tag("li", {}, writing.say({ vi: line, en: en[index] ?? line }))));
}
