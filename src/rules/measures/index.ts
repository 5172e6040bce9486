import type { Measure } from "../ruleKind";
import { attainment } from "./attainment";
import { change } from "./change";
import { count } from "./count";
import { daysLate } from "./daysLate";
import { peerLeader } from "./peerLeader";
import { peerMean } from "./peerMean";
import { percentage } from "./percentage";
import { product } from "./product";
import { share } from "./share";

/**
 * Every measure (số đo) that the library brings. Others are passed beside them: `parseCriteria(file, { measures: [...standardMeasures, mine] })`.
 *
 * @example
 * ```ts
 * import { standardMeasures } from "par-index";
 * standardMeasures.map(({ measure }) => measure); // => ["attainment", "change", "count", "daysLate", "peerLeader", "peerMean", "percentage", "product", "share"]
 * ```
 */
export const standardMeasures: readonly Measure[] = [
  attainment,
  change,
  count,
  daysLate,
  peerLeader,
  peerMean,
  percentage,
  product,
  share,
] as readonly Measure[];
