import { add, hundred, subtract } from "../../../exact/ratio";
import { change } from "../../../rules/measures/change";
import { measureHint, percentOf } from "../measureHint";

export const changeHint = measureHint(change, ({ params: { direction }, cells }) => {
  const [before, now] = [cells.at("before"), cells.at("now")];
  const isRising = direction === "rising";
  const difference = isRising ? `(${now}-${before})` : `(${before}-${now})`;
  const nowOfBefore = percentOf(now, before);
  return {
    nothingDue: `${before}=0`,
    measured: {
      mayBeNegative: true,
      over: percentOf(difference, before).over,
      // A rise of 5 % is 105 % of the base. The difference is not compared: it has fewer digits than the figures that made it.
      against(threshold) {
        if (isRising) return nowOfBefore.against(add(hundred, threshold));
        const [left, most] = nowOfBefore.against(subtract(hundred, threshold));
        return [most, left];
      },
    },
  };
});
