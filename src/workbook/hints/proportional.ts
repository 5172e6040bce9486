import { exactText, fromDecimal } from "../../exact/decimal";
import { proportional } from "../../rules/proportional";
import { all, times, when } from "./formula";
import { measuredHint } from "./kindHint";
import { within } from "./measureHint";

export const proportionalHint = measuredHint(proportional, {
  points({ params: { target, floor }, measured, maxPoints }) {
    const most = `MIN(${exactText(maxPoints)},${times(measured.over(fromDecimal(target)), maxPoints)})`;
    const points = measured.mayBeNegative === true ? `MAX(0,${most})` : most;
    return floor === undefined ? points : when(all(within(measured, floor)), points, "0");
  },
});
