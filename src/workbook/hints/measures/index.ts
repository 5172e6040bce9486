import type { MeasureHint } from "../measureHint";
import { attainmentHint } from "./attainment";
import { changeHint } from "./change";
import { countHint } from "./count";
import { daysLateHint } from "./daysLate";
import { percentageHint } from "./percentage";
import { productHint } from "./product";
import { shareHint } from "./share";

/** The twin of every measure that a formula can read from one unit's cells. */
export const measureHints: readonly MeasureHint[] = [
  attainmentHint,
  changeHint,
  countHint,
  daysLateHint,
  percentageHint,
  productHint,
  shareHint,
];
