import type { CriteriaSet } from "../criteria/criteriaSet";
import type { Evidence, Expected } from "../evidence/evidence";
import { fromDecimal, isDecimal } from "../exact/decimal";
import { compare } from "../exact/ratio";
import { type Issue, issue, totalCode } from "../issue/issue";
import { attempt, type Result } from "../issue/result";
import { hasPoints, incompleteLeaves, nodeScore } from "../score/nodeScore";
import type { Score } from "../score/score";
import { scoreRounds } from "../score/scoreRounds";

/**
 * What reports are known to come to (kết quả đã công bố) and, scored now, do not: an empty list when every figure is met.
 * The figures are those that a file of reports states beside them, as `safeParseReports` answers them.
 *
 * **Exactness:** published digits are compared as numbers, so that `"12"` meets `"12.00"`.
 *
 * @example
 * ```ts
 * import { checkExpected, parseReports } from "par-index";
 * import { loadCriteria } from "par-index/node";
 *
 * const tiny = loadCriteria("example/tiny");
 * const reports = parseReports(tiny, [{
 *   unit: { id: "a", name: "Xã A", group: "commune" }, period: "2021", round: "selfAssessed", items: { "1.2": { done: 955, due: 1000 } },
 * }]);
 * checkExpected(tiny, reports, [{ unit: "a", code: "1.2", published: "3.82" }]); // => []
 * ```
 */
export function checkExpected(criteria: CriteriaSet, reports: readonly Evidence[], expected: readonly Expected[]): readonly Issue[] {
  const { rounds, counted } = scoreRounds(criteria, reports);
  const scores = [...new Set([...rounds, ...counted])];
  return expected.flatMap((stated) => {
    const meant = scores.filter((score) => isMeant(stated, score));
    const node = criteria.nodes.get(stated.code);
    if (meant.length === 0)
      return [
        issue("unknownUnit", {
          unit: nameOfReport(stated.unit, stated),
          units: reports.map((report) => nameOfReport(report.unit.id, report)),
        }),
      ];
    if (node === undefined) return [issue("unknownCode", { code: stated.code }, { unit: stated.unit })];
    return meant
      .map((score) => publishedAt(score, stated.code))
      .filter((computed) => computed === undefined || !isSameNumber(computed, stated.published))
      .map((computed) =>
        issue(
          "expectedDiffers",
          { expected: stated.published, computed: computed ?? "–" },
          { unit: stated.unit, code: stated.code, title: node.title.vi },
        ),
      );
  });
}

/** {@link checkExpected} that answers a {@link Result} and never throws. */
export function safeCheckExpected(
  criteria: CriteriaSet,
  reports: readonly Evidence[],
  expected: readonly Expected[],
): Result<readonly Issue[]> {
  return attempt(() => checkExpected(criteria, reports, expected));
}

function nameOfReport(
  unit: string,
  { period, round }: { readonly period?: string | undefined; readonly round?: string | undefined },
): string {
  return [unit, period, round].filter((part) => part !== undefined).join(", ");
}

function isMeant(stated: Expected, { unit, period, round }: Score): boolean {
  return unit.id === stated.unit && (stated.period ?? period) === period && (stated.round ?? round) === round;
}

function isSameNumber(computed: string, stated: string): boolean {
  return isDecimal(stated) && compare(fromDecimal(computed), fromDecimal(stated)) === 0;
}

/** What is published at a node that counts and is complete; a partial sum is no figure to compare with. */
function publishedAt(score: Score, code: string): string | undefined {
  const node = nodeScore(score, code);
  if (node === undefined || !hasPoints(node) || incompleteLeaves(node) > 0 || node.countedMax === "0") return undefined;
  return (code === totalCode ? score.published : node.published) ?? undefined;
}
