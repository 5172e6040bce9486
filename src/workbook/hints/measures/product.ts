import { product } from "../../../rules/measures/product";
import { all, some, when } from "../formula";
import { measureHint, percentOf } from "../measureHint";

export const productHint = measureHint(product, ({ params: { factors }, cells }) => {
  const shares = factors.map(({ id }) => ({ done: cells.at(`${id}Done`), due: cells.at(`${id}Due`) }));
  const isZero = some(shares.map(({ done, due }) => all([`${due}>0`, `${done}=0`])));
  const isEmpty = some(shares.map(({ due }) => `${due}=0`));
  return {
    fits: shares.map(({ done, due }) => `${done}<=${due}`),
    nothingDue: all([isEmpty, `NOT(${isZero})`]),
    // Where one share is 0 the product is, though another has nothing due.
    measured: percentOf(shares.map(({ done }) => done).join("*"), `(${shares.map(({ due }) => when(`${due}=0`, "1", due)).join("*")})`),
  };
});
