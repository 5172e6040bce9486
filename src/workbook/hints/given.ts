import { exactText } from "../../exact/decimal";
import { given } from "../../rules/given";
import { directHint } from "./kindHint";

export const givenHint = directHint(given, ({ cells, maxPoints }) => ({
  fits: [`${cells.at("points")}<=${exactText(maxPoints)}`],
  points: cells.at("points"),
}));
