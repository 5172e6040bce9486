import { share } from "../../../rules/measures/share";
import { all, some, when } from "../formula";
import { measureHint, percentOf } from "../measureHint";

export const shareHint = measureHint(share, ({ params: { fallback }, cells }) => {
  const [done, due] = [cells.at("done"), cells.at("due")];
  if (fallback === undefined) return { fits: [`${done}<=${due}`], nothingDue: `${due}=0`, measured: percentOf(done, due) };
  const total = cells.at("fallbackTotal");
  const noneDue = `${due}=0`;
  const divisor = `CHOOSE(${cells.place("fallbackSpan")},${fallback.spans.map((span) => span.divisor).join(",")})`;
  return {
    fits: [some([`${due}>0`, all([`COUNT(${total})=1`, `ISNUMBER(${divisor})`])]), some([`${done}<=${due}`, all([noneDue, `${total}>0`])])],
    nothingDue: all([noneDue, `${total}=0`]),
    measured: percentOf(when(noneDue, `MIN(${total},${done}*${divisor})`, done), when(noneDue, total, due)),
  };
});
