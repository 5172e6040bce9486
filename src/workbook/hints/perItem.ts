import { exactText } from "../../exact/decimal";
import { one } from "../../exact/ratio";
import { perItem } from "../../rules/perItem";
import { worthOf } from "../../rules/worth";
import { times } from "./formula";
import { measuredHint } from "./kindHint";

export const perItemHint = measuredHint(perItem, {
  points: ({ params: { each }, measured, maxPoints }) =>
    `MIN(${exactText(maxPoints)},${times(measured.over(one), worthOf(each, maxPoints))})`,
});
