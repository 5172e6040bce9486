import { exactText } from "../../exact/decimal";
import type { Ratio } from "../../exact/ratio";
import { type Worth, worthOf } from "../../rules/worth";
import type { Formula } from "./formula";

/** The points that something is worth, written as a number. */
export function worth(of: Worth, maxPoints: Ratio): Formula {
  return exactText(worthOf(of, maxPoints));
}
