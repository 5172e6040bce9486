import { fromExactText } from "../../exact/decimal";
import { formatNumber } from "../../exact/formatNumber";
import { compare, zero } from "../../exact/ratio";
import { formatIssue } from "../../issue/formatIssue";
import { totalCode } from "../../issue/issue";
import type { RankedGroup } from "../../rank/rank";
import { formatRefusal } from "../../report/formatYears";
import { settledBy, ungradedWords } from "../../report/gradeWords";
import { noticeWords } from "../../report/noticeWords";
import { placeRemark } from "../../report/placeRemark";
import { excessByUnit } from "./excessByUnit";
import { inBoth, joined, lineBreak, type Markup, tag } from "./markup";
import { pageWords } from "./pageWords";
import { groupName, nodeIn, nodeName, unitLink } from "./pieces";
import { groupLosses } from "./pointsLost";
import type { ReportView, UnitView } from "./reportView";

/** As many as can be read at a glance. */
const fewUnits = 3;
const fewLeaves = 5;

/** What somebody with two minutes asks: who leads, who fell, where points are lost, what is not sure. */
export function overviewSection(view: ReportView): Markup {
  const { writing, ranking } = view;
  return tag(
    "section",
    { id: "overview" },
    tag("h2", {}, writing.say(pageWords.overview)),
    ...ranking.groups.map((group) =>
      tag(
        "section",
        { class: "brief" },
        tag("h3", {}, writing.say(groupName(view, group.group))),
        tag("div", { class: "cards" }, leadsCard(view, group), movesCard(view, group), lostCard(view, group)),
      ),
    ),
    unsureCard(view),
  );
}

function card(view: ReportView, title: keyof typeof pageWords, ...body: readonly Markup[]): Markup {
  return tag("div", { class: "card" }, tag("h4", {}, view.writing.say(pageWords[title])), ...body);
}

function unitsOf(view: ReportView, { places }: RankedGroup): readonly UnitView[] {
  return places.flatMap(({ unit }) => view.units.filter(({ score }) => score.unit.id === unit.id));
}

function leadsCard(view: ReportView, group: RankedGroup): Markup {
  const ranked = unitsOf(view, group).filter(({ place }) => place?.rank !== null);
  if (ranked.length === 0) return card(view, "leads", tag("p", {}, view.writing.say(pageWords.nobodyRanked)));
  const first = ranked.slice(0, fewUnits);
  const last = ranked.slice(fewUnits).slice(-fewUnits);
  const list = (units: readonly UnitView[]) => tag("ul", {}, ...units.map((unit) => tag("li", {}, placeLine(view, unit))));
  const end = last.length === 0 ? [] : [tag("h4", {}, view.writing.say(pageWords.lags)), list(last)];
  return card(view, "leads", list(first), ...end);
}

/** `1 · Sở A — 85,74` */
function placeLine({ writing }: ReportView, unit: UnitView): Markup {
  const { rank, published } = unit.place ?? {};
  return joined(
    [
      tag("b", { class: "place" }, writing.number(String(rank ?? ""))),
      unitLink(unit),
      tag("span", { class: "n" }, published == null ? undefined : writing.number(published)),
    ],
    " ",
  );
}

/** Who fell and who rose since the earlier year, by the whole; why nobody is compared, where that is so. */
function movesCard(view: ReportView, group: RankedGroup): Markup {
  const { writing, earlier } = view;
  if (earlier === undefined) return excessCard(view, group);
  const units = unitsOf(view, group);
  const moved = units
    .flatMap((unit) => {
      const change = unit.years.get(totalCode)?.published ?? null;
      return change === null ? [] : [{ unit, change, exact: fromExactText(change) }];
    })
    .sort((a, b) => compare(a.exact, b.exact));
  if (moved.length === 0) return card(view, "fell", refusalOf(view, units));
  const list = (some: typeof moved) =>
    tag("ul", {}, ...some.map(({ unit, change }) => tag("li", {}, joined([unitLink(unit), movedWords(view, unit, change)], " "))));
  const fallen = moved.filter(({ exact }) => compare(exact, zero) < 0).slice(0, fewUnits);
  const risen = moved
    .filter(({ exact }) => compare(exact, zero) > 0)
    .slice(-fewUnits)
    .reverse();
  return card(
    view,
    "fell",
    fallen.length === 0 ? tag("p", {}, writing.say(pageWords.nobodyFell)) : list(fallen),
    ...(risen.length === 0 ? [] : [tag("h4", {}, writing.say(pageWords.rose)), list(risen)]),
  );
}

/** Without an earlier year: who scored itself furthest above what counts, where the set holds rounds. */
function excessCard(view: ReportView, group: RankedGroup): Markup {
  const { writing } = view;
  const excesses = excessByUnit(view);
  const highest = unitsOf(view, group)
    .flatMap((unit) => {
      const excess = excesses.get(unit.score.unit.id);
      return excess === undefined ? [] : [{ unit, excess, exact: fromExactText(excess) }];
    })
    .filter(({ exact }) => compare(exact, zero) > 0)
    .sort((a, b) => compare(b.exact, a.exact))
    .slice(0, fewUnits);
  if (highest.length === 0) return card(view, "fell", tag("p", {}, writing.say(pageWords.noEarlier)));
  const lines = highest.map(({ unit, excess }) =>
    tag("li", {}, joined([unitLink(unit), tag("span", { class: "n" }, writing.change(excess))], " ")),
  );
  return card(view, "excess", tag("ul", {}, ...lines), tag("p", { class: "soft" }, writing.say(pageWords.noEarlier)));
}

/** `−2,10 (hạng 3 → 7)` */
export function movedWords({ writing }: ReportView, { place, placeBefore }: UnitView, change: string): Markup {
  const [before, after] = [placeBefore?.rank ?? null, place?.rank ?? null];
  const moved =
    before === null || after === null
      ? undefined
      : tag("small", {}, writing.say({ vi: `hạng ${before} → ${after}`, en: `rank ${before} → ${after}` }));
  return joined([tag("span", { class: "n" }, writing.change(change)), ...(moved === undefined ? [] : [moved])], " ");
}

function refusalOf({ writing }: ReportView, units: readonly UnitView[]): Markup {
  const [first] = units.flatMap(({ years }) => years.get(totalCode)?.refused ?? []);
  return joined([
    tag("p", {}, writing.say(pageWords.notComparable)),
    ...(first === undefined ? [] : [tag("p", { class: "soft" }, writing.say(inBoth((language) => formatRefusal(first, language))))]),
  ]);
}

function lostCard(view: ReportView, group: RankedGroup): Markup {
  const { criteria, writing } = view;
  const scores = unitsOf(view, group).map(({ score }) => score);
  const losses = groupLosses(criteria, scores).slice(0, fewLeaves);
  if (losses.length === 0) return card(view, "lost", tag("p", {}, writing.say(pageWords.nothingLost)));
  return card(
    view,
    "lost",
    tag(
      "ol",
      {},
      ...losses.map(({ code, mean, units, of }) =>
        tag(
          "li",
          {},
          nodeName(view, nodeIn(view, scores[0]?.unit.group ?? null, code) ?? criteria.nodes.get(code)),
          lineBreak,
          tag("small", {}, writing.say(inBoth((language) => lossWords[language](formatNumber(mean, language), units, of)))),
        ),
      ),
    ),
  );
}

const lossWords = {
  vi: (mean: string, units: number, of: number) => `bình quân mất ${mean} điểm; ${units}/${of} đơn vị mất điểm`,
  en: (mean: string, units: number, of: number) => `${mean} points lost on average; ${units}/${of} units lose some`,
} as const;

/** Everything that may still change, or was never certain. */
function unsureCard(view: ReportView): Markup {
  const lines = [...statusLines(view), ...missingLines(view), ...undecidedLines(view), ...issueLines(view)];
  return tag(
    "section",
    { class: "unsure", id: "unsure" },
    tag("h3", {}, view.writing.say(pageWords.unsure)),
    lines.length === 0 ? tag("p", {}, view.writing.say(pageWords.allSure)) : tag("ul", {}, ...lines.map((line) => tag("li", {}, line))),
  );
}

function statusLines({ criteria, earlier, register, writing }: ReportView): readonly Markup[] {
  const notices = [criteria.file, ...(earlier === undefined ? [] : [earlier.criteria.file]), ...(register === undefined ? [] : [register])];
  const words = notices.flatMap((file) => noticeWords(file) ?? []);
  const uncertain = criteria.leaves.filter(({ node }) => unread.has(node.provenance.points.confidence)).length;
  const counted = {
    vi: `${uncertain} trong ${criteria.leaves.length} tiêu chí có điểm tối đa chưa đọc được từ văn bản gốc`,
    en: `The maxima of ${uncertain} of ${criteria.leaves.length} leaves were not read in the instrument's own text`,
  };
  const distinct = words.filter(({ vi }, index) => words.findIndex((other) => other.vi === vi) === index);
  return [...distinct, ...(uncertain === 0 ? [] : [counted])].map((line) => writing.say(line));
}

const unread: ReadonlySet<string> = new Set(["memory", "inferred", "observed", "secondary"]);

function missingLines({ units, writing }: ReportView): readonly Markup[] {
  return units
    .filter(({ score }) => score.missing.length + score.waiting.length > 0)
    .map((unit) => {
      const open = unit.score.missing.length + unit.score.waiting.length;
      const words = { vi: `còn ${open} tiêu chí chưa có số liệu`, en: `${open} leaves have no figures yet` };
      return joined([unitLink(unit), tag("span", {}, writing.say(words))], " ");
    });
}

/** Places and grades that wait for figures or for a body's decision. */
function undecidedLines({ criteria, units, gradeOf, writing }: ReportView): readonly Markup[] {
  return units.flatMap((unit) => {
    const reason = gradeOf?.(unit.score)?.reason;
    const settled = reason === undefined ? undefined : settledBy[reason];
    const place = unit.place?.reason === "undecided" ? [placeRemark(criteria, unit.place)] : [];
    const grade =
      reason === undefined || settled === undefined
        ? []
        : [inBoth((language) => `${ungradedWords[reason][language]}; ${settled[language]}`)];
    return [...place, ...grade].map((words) => joined([unitLink(unit), tag("span", {}, writing.say(words))], " "));
  });
}

function issueLines({ issues, writing }: ReportView): readonly Markup[] {
  return issues.map((found) => writing.say(inBoth((language) => formatIssue(found, language))));
}
