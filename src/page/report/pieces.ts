import { type CriteriaNode, treeOf } from "../../criteria/criteriaSet";
import { fromExactText } from "../../exact/decimal";
import { divide, hundred, isZero, multiply, type Ratio, subtract } from "../../exact/ratio";
import { round } from "../../exact/rounding";
import type { Words } from "../../issue/fields";
import { totalCode } from "../../issue/issue";
import { hasPoints } from "../../score/nodeScore";
import type { NodeScore } from "../../score/score";
import { joined, type Markup, plain, tag } from "./markup";
import { pageWords } from "./pageWords";
import type { ReportView, UnitView } from "./reportView";

/** A unit's name, which leads to its page. */
export function unitLink({ number, score }: UnitView): Markup {
  return tag("a", { href: `#${unitAnchor(number)}` }, plain(score.unit.name));
}

/** A criterion's code, which leads to it. */
export function codeLink(code: string): Markup {
  return tag("a", { href: `#${criterionAnchor(code)}` }, plain(code));
}

/** Where a unit's page is. Links there and to criteria hold names and codes, which no language changes. */
export function unitAnchor(number: number): string {
  return `u-${number}`;
}

export function criterionAnchor(code: string): string {
  return `c-${code}`;
}

/** What a group of units is called; all of them where groups are ranked together. */
export function groupName({ criteria }: ReportView, group: string | null): Words {
  return criteria.file.groups.find(({ id }) => id === group)?.title ?? { vi: "Tất cả các đơn vị", en: "All units" };
}

/** A node of the tree of a group. */
export function nodeIn({ criteria }: ReportView, group: string | null, code: string): CriteriaNode | undefined {
  return treeOf(criteria, group ?? undefined).nodes.get(code);
}

/** `3.1.2 Title`, the code leading to the criterion; the whole has no code. */
export function nodeName({ writing }: ReportView, node: CriteriaNode | undefined): Markup {
  if (node === undefined || node.code === totalCode) return writing.say(pageWords.total);
  return joined([codeLink(node.code), writing.say(node.title)], " ");
}

/** A heading with what stands below it; nothing where nothing does. */
export function titled(level: "h3" | "h4" | "h5", title: Markup, ...body: readonly Markup[]): Markup {
  return body.every(({ html }) => html === "") ? plain("") : joined([tag(level, {}, title), ...body]);
}

/** What a column holds: numbers, which stand right; what gives way on a narrow screen. */
export type CellKind = "n" | "w" | "n w" | "g";

export function headRow(...cells: readonly (readonly [heading: Markup, kind?: CellKind | undefined])[]): Markup {
  return tag("thead", {}, tag("tr", {}, ...cells.map(([heading, kind]) => tag("th", { class: kind }, heading))));
}

/** How much of a maximum was earned, in percent with one decimal: as wide as a bar is drawn, never shown as a number. */
export function percentOf(part: Ratio, whole: Ratio): string {
  return isZero(whole) ? "0" : round(multiply(hundred, divide(part, whole)), { places: 1, mode: "halfUp" });
}

/** A bar of so many percent, with a mark where the mean is. Numbers beside it say the same. */
export function bar(percent: string, mark?: string): Markup {
  const meanLine = mark === undefined ? "" : `<rect x=${mark}% />`;
  return { html: `<svg aria-hidden=true><rect width=${percent.replace("-", "")}% />${meanLine}</svg>` };
}

/** What a node comes to of its own counted maximum, in percent; `undefined` where it has no points. */
export function earnedPercent(node: NodeScore | undefined): string | undefined {
  if (node === undefined || !hasPoints(node)) return undefined;
  return percentOf(fromExactText(node.points), fromExactText(node.countedMax));
}

export function difference(after: string, before: string): Ratio {
  return subtract(fromExactText(after), fromExactText(before));
}
