import { type CriteriaSet, type Leaf, treeOf } from "../criteria/criteriaSet";
import { documentsOutside } from "../evidence/documentsOutside";
import type { Evidence, SupportingDocument } from "../evidence/evidence";
import { checkedReports } from "../evidence/parseEvidence";
import { isUnitsRound } from "../evidence/roundsHeld";
import { fromExactText } from "../exact/decimal";
import { compare, zero } from "../exact/ratio";
import type { Words } from "../issue/fields";
import { at, type Issue, warning } from "../issue/issue";
import { attempt, type Result } from "../issue/result";
import { leafScores } from "../score/nodeScore";
import { scoreAll } from "../score/scoreAll";

/** What is wanting of the documents behind one leaf. */
export interface DocumentGap extends Pick<Evidence, "unit" | "period" | "round"> {
  readonly code: string;
  readonly title: Words;
  /**
   * Points claimed without any document (`noDocument`), a required document that is not there (`requiredMissing`), one issued
   * outside the days that count (`outsideWindow`), one whose file stands under another number elsewhere (`otherNumber`).
   */
  readonly gap: "noDocument" | "requiredMissing" | "outsideWindow" | "otherNumber";
  /** The same as a warning, with its place; `formatIssue` says it in words. */
  readonly found: Issue;
}

/**
 * The leaves whose points lack supporting documents (thống kê tiêu chí chưa có tài liệu kiểm chứng), unit by unit in the order of
 * the reports. What a unit claims is what earns it points in its self-assessment; documents that it sent with its explanation
 * count. A required document is there when one says that it `proves` it; where a leaf requires only one, one that says nothing is taken
 * for it. Days are judged where the set states a window for the period.
 *
 * **Errors:** as `scoreAll`.
 *
 * @example
 * ```ts
 * import { documentGaps, formatIssue, parseReports } from "par-index";
 * import { loadCriteria } from "par-index/node";
 *
 * const tiny = loadCriteria("example/tiny");
 * const reports = parseReports(tiny, [{
 *   unit: { id: "a", name: "Xã A", group: "commune" }, period: "2021", round: "selfAssessed",
 *   items: { "1.1": { option: "onTime", documents: [{ number: "12/KH-UBND" }] }, "1.2": { done: 955, due: 1000 } },
 * }]);
 * documentGaps(tiny, reports).map(({ code, gap }) => [code, gap]); // => [["1.2", "noDocument"]]
 * ```
 */
export function documentGaps(criteria: CriteriaSet, reports: readonly Evidence[]): readonly DocumentGap[] {
  const all = checkedReports(criteria, reports);
  const claims = claimsOf(criteria, all);
  const numbers = otherNumbers(all);
  return all.flatMap((report) => {
    const gaps = [...(claims.get(report) ?? []), ...windowFaults(criteria, report), ...(numbers.get(report) ?? [])];
    return treeOf(criteria, report.unit.group).leaves.flatMap((leaf) =>
      gaps.filter(({ found }) => found.location.code === leaf.code).map(({ gap, found }) => gapAt(report, leaf, gap, found)),
    );
  });
}

/** {@link documentGaps} that answers a {@link Result} and never throws. */
export function safeDocumentGaps(criteria: CriteriaSet, reports: readonly Evidence[]): Result<readonly DocumentGap[]> {
  return attempt(() => documentGaps(criteria, reports));
}

type Found = Pick<DocumentGap, "gap" | "found">;

function gapAt({ unit, period, round }: Evidence, { code, title }: Leaf, gap: DocumentGap["gap"], found: Issue): DocumentGap {
  return { unit, period, round, code, title, gap, found: at({ unit: unit.id, title: title.vi }, found) };
}

/** What the self-assessments claim without proof. */
function claimsOf(criteria: CriteriaSet, reports: readonly Evidence[]): ReadonlyMap<Evidence, readonly Found[]> {
  const claiming = reports.filter(({ round }) => round === "selfAssessed");
  const sent = documentsSent(criteria, reports);
  return new Map(
    scoreAll(criteria, claiming).map((score, index) => {
      const report = claiming[index] as Evidence;
      const { leaves } = treeOf(criteria, report.unit.group);
      const points = new Map(leafScores(score.root).map((leaf) => [leaf.code, leaf.state === "scored" ? leaf.points : "0"]));
      const found = leaves.flatMap((leaf) => claimFaults(leaf, points.get(leaf.code) ?? "0", sent(report, leaf.code)));
      return [report, found];
    }),
  );
}

/** The documents that a unit itself sent for a leaf in all its rounds. */
function documentsSent(criteria: CriteriaSet, reports: readonly Evidence[]) {
  const keyOf = ({ unit, period }: Evidence) => JSON.stringify([unit.id, period]);
  const own = new Map<string, Evidence[]>();
  for (const report of reports.filter(({ round }) => isUnitsRound(criteria, round))) {
    own.set(keyOf(report), [...(own.get(keyOf(report)) ?? []), report]);
  }
  return (report: Evidence, code: string): readonly SupportingDocument[] =>
    (own.get(keyOf(report)) ?? []).flatMap(({ items }) => items[code]?.documents ?? []);
}

function claimFaults({ code, node }: Leaf, points: string, sent: readonly SupportingDocument[]): readonly Found[] {
  if (compare(fromExactText(points), zero) <= 0) return [];
  const path = ["items", code];
  const { documents: required = [] } = node;
  const isThere = (id: string) => sent.some(({ proves }) => proves === id || (proves === undefined && required.length === 1));
  const missing = required.filter(({ id }) => !isThere(id));
  if (required.length === 0 && sent.length === 0) {
    return [{ gap: "noDocument", found: warning("pointsWithoutDocument", { points }, { code, path }) }];
  }
  return missing.map(({ id, title }) => ({
    gap: "requiredMissing",
    found: warning("requiredDocumentMissing", { document: id, title }, { code, path }),
  }));
}

function windowFaults({ file }: CriteriaSet, report: Evidence): readonly Found[] {
  const window = file.policies.documents?.windows.find(({ period }) => period === report.period);
  if (window === undefined) return [];
  const { from, to } = window;
  return documentsOutside({ from, to }, report).map((found) => ({ gap: "outsideWindow", found }));
}

/** Documents whose file was named before, in any report, under another number; by the report that names it again. */
function otherNumbers(reports: readonly Evidence[]): ReadonlyMap<Evidence, readonly Found[]> {
  const first = new Map<string, { readonly number: string; readonly unit: string; readonly code: string }>();
  return new Map(
    reports.map((report) => {
      const found: Found[] = [];
      for (const { code, index, number, sha256 } of numbered(report)) {
        const known = first.get(sha256);
        if (known === undefined) first.set(sha256, { number, unit: report.unit.id, code });
        else if (plain(known.number) !== plain(number)) {
          const { number: other, unit, code: at } = known;
          const place = { code, path: ["items", code, "documents", index, "number"] };
          found.push({ gap: "otherNumber", found: warning("fileUnderOtherNumber", { number, other, unit, code: at }, place) });
        }
      }
      return [report, found];
    }),
  );
}

function numbered({ items }: Evidence) {
  return Object.entries(items).flatMap(([code, { documents = [] }]) =>
    documents.flatMap(({ number, sha256 }, index) =>
      number === undefined || sha256 === undefined ? [] : [{ code, index, number, sha256 }],
    ),
  );
}

/** A number as numbers are compared, whatever their case and blanks. */
function plain(number: string): string {
  return number.toLowerCase().replace(/\s+/g, "");
}
