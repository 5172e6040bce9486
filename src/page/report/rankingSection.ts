import { totalCode } from "../../issue/issue";
import type { Place, RankedGroup } from "../../rank/rank";
import { summarize } from "../../rank/summarize";
import { ungradedWords } from "../../report/gradeWords";
import { placeRemark } from "../../report/placeRemark";
import { excessByUnit } from "./excessByUnit";
import { joined, lineBreak, type Markup, plain, tag } from "./markup";
import { pageWords } from "./pageWords";
import { bar, type CellKind, earnedPercent, groupName, headRow, unitLink } from "./pieces";
import type { ReportView, UnitView } from "./reportView";

type Cell = (unit: UnitView) => Markup;

interface RankColumn {
  readonly heading: Markup;
  readonly kind?: CellKind | undefined;
  readonly cell: Cell;
}

/** Every unit with its place, ties and what is undecided as such, what it changed since the earlier year, and its grade. */
export function rankingSection(view: ReportView): Markup {
  const { criteria, writing, ranking, groups } = view;
  const columns = columnsOf(view);
  const means = summarize(
    criteria,
    groups.flatMap(({ members }) => members),
  );
  return tag(
    "section",
    { id: "ranking" },
    tag("h2", {}, writing.say(pageWords.ranking)),
    ...ranking.groups.map((group, index) => {
      const mean = means[index]?.mean?.published;
      return tag(
        "table",
        { class: view.earlier === undefined ? "sortable ranked" : "sortable ranked years" },
        tag("caption", {}, writing.say(groupName(view, group.group))),
        headRow(...columns.map(({ heading, kind }) => [heading, kind] as const)),
        tag("tbody", {}, ...unitsOf(view, group).map((unit) => rowOf(columns, unit))),
        ...(mean === undefined ? [] : [meanRow(view, columns, mean)]),
      );
    }),
  );
}

function unitsOf({ units }: ReportView, { places }: RankedGroup): readonly UnitView[] {
  return places.flatMap(({ unit }) => units.filter(({ score }) => score.unit.id === unit.id));
}

function rowOf(columns: readonly RankColumn[], unit: UnitView): Markup {
  return tag("tr", {}, ...columns.map(({ kind, cell }, index) => tag(index === 1 ? "th" : "td", { class: kind }, cell(unit))));
}

function meanRow({ writing }: ReportView, columns: readonly RankColumn[], mean: string): Markup {
  const [before, after] = [2, columns.length - 3];
  return tag(
    "tfoot",
    {},
    tag(
      "tr",
      {},
      tag("th", { colspan: before }, writing.say(pageWords.mean)),
      tag("td", { class: "n" }, writing.number(mean)),
      ...(after === 0 ? [] : [tag("td", { colspan: after })]),
    ),
  );
}

function columnsOf(view: ReportView): readonly RankColumn[] {
  const { criteria, writing, ranking, gradeOf } = view;
  const { published } = criteria.file.policies;
  const groupOf = (id: string) => criteria.file.groups.find((group) => group.id === id)?.title ?? { vi: id };
  return [
    {
      heading: writing.say(pageWords.rank),
      kind: "n",
      cell: ({ place }) => (place?.rank == null ? plain("–") : writing.number(String(place.rank))),
    },
    { heading: writing.say(pageWords.unit), cell: (unit) => nameCell(view, unit) },
    {
      heading: writing.say(published.value === "index" ? pageWords.index : pageWords.points),
      kind: "n",
      cell: ({ place }) => placeValue(view, place),
    },
    ...yearColumns(view),
    ...(gradeOf === undefined
      ? []
      : [{ heading: writing.say(pageWords.grade), kind: "g" as const, cell: (unit: UnitView) => gradeWordsOf(view, unit) }]),
    ...gapColumns(view),
    ...(ranking.within === "all"
      ? [
          {
            heading: writing.say(pageWords.group),
            kind: "w" as const,
            cell: ({ score }: UnitView) => writing.say(groupOf(score.unit.group)),
          },
        ]
      : []),
  ];
}

/** The name with a bar of what was earned, and below it what has to be said of the place. */
function nameCell({ criteria, writing }: ReportView, unit: UnitView): Markup {
  const remark = unit.place === undefined ? { vi: "", en: "" } : placeRemark(criteria, unit.place);
  const percent = earnedPercent(unit.score.root);
  return joined([
    unitLink(unit),
    ...(remark.vi === "" ? [] : [lineBreak, tag("small", {}, writing.say(remark))]),
    ...(percent === undefined ? [] : [bar(percent)]),
  ]);
}

/** The published value of a unit that has one to be ranked by. */
export function placeValue({ writing }: ReportView, place: Place | undefined): Markup {
  return place === undefined || place.published === null || place.reason === "missing" ? plain("–") : writing.number(place.published);
}

/** The grade of a unit, or why it has none. */
export function gradeWordsOf({ gradeOf, writing }: ReportView, { score }: UnitView): Markup {
  const { title, reason } = gradeOf?.(score) ?? {};
  if (title !== undefined) return writing.say(title);
  return reason === undefined ? plain("–") : tag("small", {}, writing.say(ungradedWords[reason]));
}

function yearColumns(view: ReportView): readonly RankColumn[] {
  const { earlier, writing } = view;
  if (earlier === undefined) return [];
  const since = { vi: `So với ${earlier.period}`, en: `Since ${earlier.period}` };
  const before = { vi: `Hạng ${earlier.period}`, en: `Rank ${earlier.period}` };
  return [
    {
      heading: writing.say(since),
      kind: "n",
      cell: ({ years }) => {
        const change = years.get(totalCode)?.published ?? null;
        return change === null ? plain("–") : writing.change(change);
      },
    },
    {
      heading: writing.say(before),
      kind: "n w",
      cell: ({ placeBefore }) => (placeBefore?.rank == null ? plain("–") : writing.number(String(placeBefore.rank))),
    },
  ];
}

/** How far a unit scored itself above what counts, where a set holds rounds. */
function gapColumns(view: ReportView): readonly RankColumn[] {
  const { criteria, writing } = view;
  if (criteria.file.policies.rounds === undefined) return [];
  const gaps = excessByUnit(view);
  return [
    {
      heading: writing.say(pageWords.excess),
      kind: "n w",
      cell: ({ score }) => {
        const gap = gaps.get(score.unit.id);
        return gap === undefined ? plain("–") : writing.change(gap);
      },
    },
  ];
}
