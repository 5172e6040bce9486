import type { Leaf } from "../criteria/criteriaSet";
import type { FigureColumns, LeafRows } from "../rules/columnForm";

/** How the rule of a leaf awards rows of its columns. */
export interface ColumnRule {
  /** Of a rule that compares units: what those rows come to, which is then known to the award. */
  readonly gather?: (members: Int32Array) => unknown;
  readonly award: (rows: LeafRows, gathered?: unknown) => void;
}

/** The column form of a leaf's rule: of its kind, and of the measure that this reads; nothing where either has none. */
export function columnRule({ rule, maxPoints }: Leaf, scale: bigint, figures: FigureColumns | undefined): ColumnRule | undefined {
  if (rule === undefined || figures === undefined) return undefined;
  const { kind, params, measure: bound } = rule;
  if (kind.reads === "evidence") {
    const award = kind.columns?.({ params, maxPoints, scale, figures });
    return award === undefined ? undefined : { award };
  }
  const measure = bound?.measure.columns?.({ params: bound.params, figures });
  const award = kind.columns?.({ params, maxPoints, scale });
  const lacksGather = bound?.measure.gather !== undefined && measure?.gather === undefined;
  if (measure === undefined || award === undefined || lacksGather) return undefined;
  return {
    ...(measure.gather === undefined ? {} : { gather: measure.gather }),
    award(rows, gathered) {
      measure.read(rows, gathered);
      award(rows);
    },
  };
}
