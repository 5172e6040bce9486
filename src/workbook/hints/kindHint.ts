import type { Ratio } from "../../exact/ratio";
import type { DirectKind, MeasuredKind, RuleKind } from "../../rules/ruleKind";
import type { Formula } from "./formula";
import type { LeafCells } from "./leafCells";
import type { MeasuredFormula } from "./measureHint";

/** What a formula says of a leaf's figures. */
export interface Written {
  /** Conditions on figures that each could be reported, but not together. */
  readonly fits?: readonly Formula[];
  /** The condition under which nothing was due. */
  readonly nothingDue?: Formula;
  readonly points: Formula;
}

/** The twin of a rule kind, which writes as a formula what that awards. */
export type KindHint = DirectHint | MeasuredHint;

interface DirectHint<P = unknown> {
  readonly of: RuleKind;
  readonly reads: "evidence";
  write(args: { readonly params: P; readonly cells: LeafCells; readonly maxPoints: Ratio }): Written;
}

interface MeasuredHint<P = unknown> {
  readonly of: RuleKind;
  readonly reads: "measure";
  points(args: { readonly params: P; readonly measured: MeasuredFormula; readonly maxPoints: Ratio }): Formula;
  notDone?(args: { readonly params: P }): Formula;
}

/** The twin of a kind that reads figures itself. It forgets the type of the kind's settings. */
export function directHint<P, E>(of: DirectKind<P, E>, write: DirectHint<P>["write"]): KindHint {
  return { of: of as unknown as RuleKind, reads: "evidence", write } as KindHint;
}

/** The twin of a kind that reads a measure. It forgets the type of the kind's settings. */
export function measuredHint<P>(of: MeasuredKind<P>, writes: Pick<MeasuredHint<P>, "points" | "notDone">): KindHint {
  return { of: of as unknown as RuleKind, reads: "measure", ...writes } as KindHint;
}
