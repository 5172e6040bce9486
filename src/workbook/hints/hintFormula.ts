import type { Leaf } from "../../criteria/criteriaSet";
import type { LeftOutPolicy, Policies } from "../../criteria/policies";
import { exactText } from "../../exact/decimal";
import type { Ratio } from "../../exact/ratio";
import type { BoundRule } from "../../rules/boundRule";
import { cellWords } from "../cellWords";
import { figuresFit } from "./figuresFit";
import { all, blank, type Formula, quoted, some, when } from "./formula";
import { kindHints } from "./index";
import type { Written } from "./kindHint";
import { type LeafCells, leafCells } from "./leafCells";
import { measureHints } from "./measures/index";

/** Where a figure stands: `$F$12`; and where its list of words to pick stands, `lists!$B$2:$B$5`, for those that are picked. */
export interface HintCell {
  readonly cell: string;
  readonly list?: string | undefined;
}

/** The cells of a leaf's figures, by the key of the field. */
export type HintCells = Readonly<Record<string, HintCell>>;

/**
 * The spreadsheet formula (without `=`) by which a form shows what a leaf's figures would earn (điểm tạm tính), in the functions that Excel
 * and LibreOffice share. It is a hint in floating point and never read back: blank for figures that are missing or could not be
 * reported, and for a leaf that leaves the sum. `undefined` where points depend on other units, or on a kind or measure that no
 * formula is known of.
 */
export function hintFormula(leaf: Leaf, cells: HintCells, policies: Pick<Policies, "notApplicable">): Formula | undefined {
  const { rule, fields, maxPoints, node } = leaf;
  const found = leafCells(fields, cells);
  if (rule === undefined || found === undefined) return undefined;
  const written = pointsOf(rule, found, maxPoints);
  if (written === undefined) return undefined;
  const { fits = [], nothingDue, points } = written;
  const due = nothingDue === undefined ? points : when(nothingDue, leftOut(node.nothingDue, maxPoints), points);
  const conditions = [...figuresFit(fields, found), ...fits];
  const fitting = conditions.length === 0 ? due : when(all(conditions), due, blank);
  const formula = `IFERROR(${applicable(leaf, found, policies, fitting)},${blank})`;
  return isTooLarge(formula) ? undefined : formula;
}

function pointsOf({ kind, params, measure }: BoundRule, cells: LeafCells, maxPoints: Ratio): Written | undefined {
  // Twins are found by the rule they are of, not its name: a rule of one's own may have the name of another.
  const hint = kindHints.find(({ of }) => of === kind);
  if (hint === undefined || hint.reads === "evidence") return hint?.write({ params, cells, maxPoints });
  const read = measureHints.find(({ of }) => of === measure?.measure)?.read({ params: measure?.params, cells });
  if (read === undefined) return undefined;
  const { measured, notDone, ...others } = read;
  const points = hint.points({ params, measured, maxPoints });
  return { ...others, points: notDone === undefined ? points : when(notDone, hint.notDone?.({ params }) ?? blank, points) };
}

/** The points of a leaf that any of its cells says does not apply, before those of its figures. */
function applicable(
  { fields, node, beyondMax, maxPoints }: Leaf,
  cells: LeafCells,
  policies: Pick<Policies, "notApplicable">,
  points: Formula,
) {
  const policy = node.notApplicable ?? (beyondMax === undefined ? policies.notApplicable.policy : "leaveOut");
  const notApplicable = leftOut(policy, maxPoints);
  if (notApplicable === blank) return points;
  return when(some(fields.map(({ key }) => `${cells.at(key)}=${quoted(cellWords.notApplicable)}`)), notApplicable, points);
}

/** What a leaf shows that does not count as others do; blank where it leaves the sum. */
function leftOut(policy: LeftOutPolicy | "refuse" | undefined, maxPoints: Ratio): Formula {
  return policy === "fullPoints" ? exactText(maxPoints) : policy === "zero" ? "0" : blank;
}

/** Excel opens no formula above 8,192 characters or 64 levels of functions. */
function isTooLarge(formula: Formula): boolean {
  return formula.length > 8000 || deepest(formula) > 60;
}

function deepest(formula: Formula): number {
  let depth = 0;
  let most = 0;
  for (const sign of formula) {
    if (sign === "(") depth += 1;
    if (sign === ")") depth -= 1;
    most = Math.max(most, depth);
  }
  return most;
}
