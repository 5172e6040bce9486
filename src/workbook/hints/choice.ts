import { choice } from "../../rules/choice";
import { directHint } from "./kindHint";
import { worth } from "./worth";

export const choiceHint = directHint(choice, ({ params: { options }, cells, maxPoints }) => ({
  points: `CHOOSE(${cells.place("option")},${options.map((option) => worth(option, maxPoints)).join(",")})`,
}));
