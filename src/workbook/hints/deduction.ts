import { exactText } from "../../exact/decimal";
import { deduction } from "../../rules/deduction";
import { worthOf } from "../../rules/worth";
import { times } from "./formula";
import { directHint } from "./kindHint";

export const deductionHint = directHint(deduction, ({ params: { breaches }, cells, maxPoints }) => ({
  points: `MAX(0,${[exactText(maxPoints), ...breaches.map((breach) => times(cells.at(breach.id), worthOf(breach, maxPoints)))].join("-")})`,
}));
